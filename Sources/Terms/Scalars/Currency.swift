/// The currencies of ISO 4217 and how many decimal places their minor unit has.
public enum Currency {
    /// How many decimal places the currency has, or nil for an unknown code.
    public static func minorDigits(of code: String) -> Int? {
        if none.contains(code) { return 0 }
        if three.contains(code) { return 3 }
        return two.contains(code) ? 2 : nil
    }

    /// The codes of all currencies with this many decimal places, sorted.
    static func codes(minorDigits: Int) -> [String] {
        switch minorDigits {
        case 0: none.sorted()
        case 2: two.sorted()
        case 3: three.sorted()
        default: []
        }
    }

    private static let none: Set<String> = codes(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")
    private static let three: Set<String> = codes("BHD IQD JOD KWD LYD OMR TND")
    private static let two: Set<String> = codes(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN \
        BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS \
        GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR \
        LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD \
        PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN \
        SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR \
        ZMW ZWG
        """)

    private static func codes(_ text: String) -> Set<String> {
        Set(text.split(separator: " ").map(String.init))
    }
}
