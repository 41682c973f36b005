import Terms
import Testing

struct CalendarDateTests {
    @Test(arguments: [
        ("2027-01-31", 2027, 1, 31), ("2024-02-29", 2024, 2, 29), ("2000-02-29", 2000, 2, 29),
        ("0001-01-01", 1, 1, 1), ("9999-12-31", 9999, 12, 31),
    ])
    func reads(text: String, year: Int, month: Int, day: Int) throws {
        let date = try CalendarDate(parsing: text)
        #expect(date == CalendarDate(year: year, month: month, day: day))
        #expect(date.description == text)
    }

    @Test(arguments: [
        "", "2027", "2027-1-31", "27-01-31", "2027/01/31", "31.01.2027", "2027-01-31T00:00:00Z",
        " 2027-01-31", "2027-01-31 ", "2027-01-3١", "-027-01-31", "2027-01--1", "12027-01-01",
        "2027-01-31-01", "+027-01-31",
    ])
    func refusesOtherForms(text: String) {
        #expect(throws: ScalarError("`\(text)` is not a date; write it like 2027-01-31")) {
            try CalendarDate(parsing: text)
        }
    }

    @Test(arguments: [
        "2027-02-29", "1900-02-29", "2100-02-29", "2027-04-31", "2027-13-01", "2027-00-01",
        "2027-01-00", "2027-01-32", "0000-01-01",
    ])
    func refusesDaysThatDoNotExist(text: String) {
        #expect(throws: ScalarError("there is no day `\(text)` in the calendar")) {
            try CalendarDate(parsing: text)
        }
    }

    @Test func knowsItsEpoch() throws {
        #expect(try CalendarDate(parsing: "1970-01-01").dayNumber == 0)
        #expect(try CalendarDate(parsing: "2000-03-01").dayNumber == 11_017)
        #expect(try CalendarDate(parsing: "0001-01-01").dayNumber == -719_162)
        #expect(try CalendarDate(parsing: "9999-12-31").dayNumber == 2_932_896)
    }

    @Test func numbersEveryDayFrom1900To2100() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var number = try CalendarDate(parsing: "1900-01-01").dayNumber
        #expect(number == -25_567)
        var mismatches: [String] = []
        for year in 1900...2100 {
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            for month in 1...12 {
                let length = month == 2 && isLeap ? 29 : lengths[month - 1]
                for day in 1...length {
                    let date = CalendarDate(year: year, month: month, day: day)
                    if date?.dayNumber != number || CalendarDate(dayNumber: number) != date {
                        mismatches.append("\(year)-\(month)-\(day)")
                    }
                    number += 1
                }
                #expect(CalendarDate(year: year, month: month, day: length + 1) == nil)
            }
        }
        #expect(mismatches.isEmpty)
        #expect(number == 47_847)
    }

    @Test func staysInsideItsRange() {
        #expect(CalendarDate(dayNumber: .min).description == "0001-01-01")
        #expect(CalendarDate(dayNumber: .max).description == "9999-12-31")
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"),
        (-1, "1969-12-31"), (-86_400, "1969-12-31"), (-86_401, "1969-12-30"),
        (1_801_440_000, "2027-02-01"),
    ])
    func findsTheDayOfAMoment(seconds: Int64, day: String) {
        #expect(CalendarDate(secondsSince1970: seconds).description == day)
    }

    @Test func findsTheDayOfExtremeMoments() {
        #expect(CalendarDate(secondsSince1970: .max).description == "9999-12-31")
        #expect(CalendarDate(secondsSince1970: -62_135_596_800).description == "0001-01-01")
    }

    @Test func sortsByTime() throws {
        let texts = ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"]
        let dates = try texts.map { try CalendarDate(parsing: $0) }
        #expect(dates.reversed().sorted() == dates)
    }
}
