internal import Terms

/// Values of terms as bytes for this machine to read again.
extension Value {
    private enum Form: Int {
        case object, list, text, prose, boolean, integer, money, share, duration, date, amount
        case number
    }

    func pack(into writer: inout PackingWriter) {
        func begin(_ form: Form) { writer.add(form.rawValue) }
        switch self {
        case .object(let members):
            begin(.object)
            writer.add(members) { writer, member in
                writer.add(member.key)
                member.value.pack(into: &writer)
            }
        case .list(let items):
            begin(.list)
            writer.add(items) { writer, item in
                writer.add(item.id.map { [$0] } ?? []) { $0.add($1) }
                item.value.pack(into: &writer)
            }
        case .scalar(.text(let text)):
            begin(.text)
            writer.add(text)
        case .scalar(.prose(let prose)):
            begin(.prose)
            writer.add(prose.description)
        case .scalar(.boolean(let value)):
            begin(.boolean)
            writer.add(value ? 1 : 0)
        case .scalar(.integer(let value)):
            begin(.integer)
            writer.add(value)
        case .scalar(.money(let money)):
            begin(.money)
            money.pack(into: &writer)
        case .scalar(.share(let share)):
            begin(.share)
            writer.add(share.basisPoints)
        case .scalar(.duration(let duration)):
            begin(.duration)
            writer.add(duration.description)
        case .scalar(.date(let date)):
            begin(.date)
            writer.add(date.dayNumber)
        case .scalar(.quantity(.money(let money))):
            begin(.amount)
            money.pack(into: &writer)
        case .scalar(.quantity(.number(let number, let unit))):
            begin(.number)
            writer.add(number.mantissa)
            writer.add(number.scale)
            writer.add(unit)
        }
    }

    /// Reads what ``pack(into:)`` wrote.
    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        guard let form = Form(rawValue: try reader.integer()) else { throw PackingReader.Damage() }
        switch form {
        case .object:
            self = .object(
                try reader.list { reader throws(PackingReader.Damage) in
                    Member(key: try reader.text(), value: try Value(from: &reader))
                })
        case .list:
            self = .list(
                try reader.list { reader throws(PackingReader.Damage) in
                    Item(
                        id: try reader.list { reader throws(PackingReader.Damage) in
                            try reader.text()
                        }.first,
                        value: try Value(from: &reader))
                })
        case .text: self = .scalar(.text(try reader.text()))
        case .prose: self = .scalar(.prose(Prose(try reader.text())))
        case .boolean: self = .scalar(.boolean(try reader.integer() == 1))
        case .integer: self = .scalar(.integer(try reader.number()))
        case .money: self = .scalar(.money(try Money(from: &reader)))
        case .share:
            guard let share = Share(basisPoints: try reader.integer()) else {
                throw PackingReader.Damage()
            }
            self = .scalar(.share(share))
        case .duration:
            let text = try reader.text()
            guard let duration = try? CalendarDuration(parsing: text) else {
                throw PackingReader.Damage()
            }
            self = .scalar(.duration(duration))
        case .date: self = .scalar(.date(CalendarDate(dayNumber: try reader.integer())))
        case .amount: self = .scalar(.quantity(.money(try Money(from: &reader))))
        case .number:
            let number = DecimalNumber(
                mantissa: try reader.number(), scale: try reader.integer())
            self = .scalar(.quantity(.number(number, unit: try reader.text())))
        }
    }
}

extension Money {
    fileprivate func pack(into writer: inout PackingWriter) {
        writer.add(currency)
        writer.add(minorUnits)
    }

    fileprivate init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        guard
            let money = Money(currency: try reader.text(), minorUnits: try reader.number())
        else { throw PackingReader.Damage() }
        self = money
    }
}
