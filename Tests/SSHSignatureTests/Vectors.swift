/// Keys made once by `ssh-keygen` (OpenSSH 9.2), and its signatures of ``message`` for the
/// namespace `git`. The private keys are gone.
enum Vectors {
    static let message = Array("Northwind and Contoso agree.\n".utf8)

    static let ed25519Line = """
        ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKex1+udl1Kl9kNRaVdEib/wxmzFcI7XNAgmNOMM0NWb\
         ada@northwind.example
        """

    static let ed25519Signature = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgp7HX652XUqX2Q1FpV0SJv/DGbM
        Vwjtc0CCY04wzQ1ZsAAAADZ2l0AAAAAAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5
        AAAAQDj0gtuah7CxTvboJ1F5QXHkcsmjijMLEPy/o6KbRwuMWQbfoEi2ZWREvvJKamLm14
        WZDilMcMYXCNzvGctKFAs=
        -----END SSH SIGNATURE-----
        """ + "\n"

    static let rsaLine = """
        ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC36UAWU0p76xfWbUkAFp2DttrQoxbtSby1DeY9phO9\
        xrXBLSEa8KMhGspX6HchQ41fJxpT/n4uUTpdLgHN96KsezKTRX5dxgrcdhepJUHoNnu9fDKyx7YxDJJb\
        P8aKCHc83nVj/Vce0+XjQGiyErNzdHihq86CiH5NjzCrnUe7bGSvaSlvm6o5G9IJnBO/mAxF6EV11ku6\
        A/HN7E8S2gDbv1HDi3v3Nuiw8SlRZPIPnHyDTeWpcj0v2K6uH3VnL70XQlu4wMXP1K7CjlFNZdk45vlm\
        HnQ9gXt8U0aj7J1IIidpGpRxtEdpE2qKWtwEvvNi5mJN4Tt5dZvX6fk3WgGRg8hBNgddkekkVQmzWhX2\
        vtZxnuR7usQcBtSo7cq8eCU8UEzxDiN65734mPKPWFl7Z0B0dUR52KnJ6RtMt1lHto05vmDvZIlNUIz1\
        MTXaAzocxxgPYQ+u27CASoniOl2NeKcHzYDhJC28OcJyKEM2SD7R2w85RzOax7qYiBL8Q+0= ada@nor\
        thwind.example
        """

    static let rsaSignature = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAAZcAAAAHc3NoLXJzYQAAAAMBAAEAAAGBALfpQBZTSnvrF9ZtSQAWnY
        O22tCjFu1JvLUN5j2mE73GtcEtIRrwoyEaylfodyFDjV8nGlP+fi5ROl0uAc33oqx7MpNF
        fl3GCtx2F6klQeg2e718MrLHtjEMkls/xooIdzzedWP9Vx7T5eNAaLISs3N0eKGrzoKIfk
        2PMKudR7tsZK9pKW+bqjkb0gmcE7+YDEXoRXXWS7oD8c3sTxLaANu/UcOLe/c26LDxKVFk
        8g+cfINN5alyPS/Yrq4fdWcvvRdCW7jAxc/UrsKOUU1l2Tjm+WYedD2Be3xTRqPsnUgiJ2
        kalHG0R2kTaopa3AS+82LmYk3hO3l1m9fp+TdaAZGDyEE2B12R6SRVCbNaFfa+1nGe5Hu6
        xBwG1Kjtyrx4JTxQTPEOI3rnvfiY8o9YWXtnQHR1RHnYqcnpG0y3WUe2jTm+YO9kiU1QjP
        UxNdoDOhzHGA9hD67bsIBKieI6XY14pwfNgOEkLbw5wnIoQzZIPtHbDzlHM5rHupiIEvxD
        7QAAAANnaXQAAAAAAAAABnNoYTUxMgAAAZQAAAAMcnNhLXNoYTItNTEyAAABgAoYKhrB9v
        PzGeP3Y1hW+WMLh6vBHhSl/9bkQZZW70iedW0I8gD+xsxiczxYKqdMkGhU9y/o7XvvN6Wy
        uWNXA5vO3hGT6BfpPEMLkMI4ryyT26IgiPefBMkgnmoliV39XxtMoxEYsOLiNIWV4yZAG6
        za4b1sJzjAPbq6yK52buXKF1zwdA4xt2XcTCUbPq3ba3RSawzakK0pOQj1mwq4wdwfqsPd
        1ikztq6H2e46As/zM0EeTO+W40NTmUoFOz+VPx9VQzq+php93oPuX5MNigH7JJBflwmqyx
        SpMQnnMPi/ug2PX4iqvAklByRdxYLOh8l7C2NYSMpiGo+3vGBHVsTY0fcmseLb36MLVdt4
        4gv48wv1/6lJun3q7Z1V8lMlxgDNwq9rjvfvxfe8+kWxkj6TXEEfBEncq28+HiNZxKUNYe
        /5fM5c5GAg9oCL1bnb7h5GaBd/uAVCpcGbtAaSRRoNSV4ERYoafhEkI5+frCvvE+byOLCz
        Jjj92skbjfwVYA==
        -----END SSH SIGNATURE-----
        """ + "\n"

    static let p256Line = """
        ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBAaNVgMI\
        +GOkCIigZvFZlkI0bYCMlWxqSAk/nH/Fpl+XQilVlUlzBbWc7Srlcql/Id9XGnOudDSGwWs5WTxwZG8=\
         ada@northwind.example
        """

    static let p256Signature = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
        EEBo1WAwj4Y6QIiKBm8VmWQjRtgIyVbGpICT+cf8WmX5dCKVWVSXMFtZztKuVyqX8h31ca
        c650NIbBazlZPHBkbwAAAANnaXQAAAAAAAAABnNoYTUxMgAAAGUAAAATZWNkc2Etc2hhMi
        1uaXN0cDI1NgAAAEoAAAAhAOyg1ivtKdgQEjIiHLeEcUas/ptkyejLG6k3Zvh+5SDGAAAA
        IQCCNShnYKHG45KAuyWVC4wHh+bL1UnhBHTxmIMdq661vw==
        -----END SSH SIGNATURE-----
        """ + "\n"

    static let p521Line = """
        ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBACDenKL\
        MmCCHGw/JRR7EWka0KPj4cnRySRXmcTAm+rEPTIb+seVmmSR+WNG4syaxQQ2gq9d1+X06sEVpzDFfXfV\
        rQDujR28DO+CPNqQi96VjaJ2+DRlYvC4rEuKOiNEeLRULnyaweTkAvM0NXsSjH4cDtcrxTqnxacu3wqW\
        9cqOdWrPUw== ada@northwind.example
        """

    static let p521Signature = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAAKwAAAATZWNkc2Etc2hhMi1uaXN0cDUyMQAAAAhuaXN0cDUyMQAAAI
        UEAIN6cosyYIIcbD8lFHsRaRrQo+PhydHJJFeZxMCb6sQ9Mhv6x5WaZJH5Y0bizJrFBDaC
        r13X5fTqwRWnMMV9d9WtAO6NHbwM74I82pCL3pWNonb4NGVi8LisS4o6I0R4tFQufJrB5O
        QC8zQ1exKMfhwO1yvFOqfFpy7fCpb1yo51as9TAAAAA2dpdAAAAAAAAAAGc2hhNTEyAAAA
        pgAAABNlY2RzYS1zaGEyLW5pc3RwNTIxAAAAiwAAAEIBnw/LZC6a8+93z5AhT1ZX2ms3BN
        8HJGjqc8ekhSA5zKSNAmZsQtNk7q8AKo1X7JqO71GzudOzIRKqgeDOVVfnCY0AAABBYux3
        AOd5YhOwf6m+M5Gm5FC+6SwhkezBWScT7KwnqrBrYLGvo+vlQSZITN33J9kiT9HBJFRYHK
        7BATwmJlw4Od0=
        -----END SSH SIGNATURE-----
        """ + "\n"

    static let ed25519SHA256Signature = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgp7HX652XUqX2Q1FpV0SJv/DGbM
        Vwjtc0CCY04wzQ1ZsAAAADZ2l0AAAAAAAAAAZzaGEyNTYAAABTAAAAC3NzaC1lZDI1NTE5
        AAAAQL0Q7KGroc6e+8b8lITM5qQPZMJv/WhFEXgOEEB9ZVKmVR/OgqBoyFFbBW08KUXh6T
        8Nmr7X09y878OYynlMHgw=
        -----END SSH SIGNATURE-----
        """ + "\n"

    static let rsa2048Line = """
        ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDRjvXSzTS9N2a/H/uVEREHdnTSa2EVO978I7UJvwsS\
        VaY3ZAr09ns8FHiJIXL+uPydFhb6/4lcyWbNAocKQBoGjoy6phXPYwAT1KENMlkjFT30zt0llY9MMpDJ\
        7cXcuNYmGgs1gVV/iTrCDesdPu6qSaVw8OcVzMAxEW8dSqEPAtjW6vXcQausgJBo6kas0sPK5rMhJOZO\
        ZMUS2e2/uPtjOZoAyHnm6GrMlUQTyOXSjWxRCPqw2Zo8bxJXgRNtqE+MJxkKuam73SMfOQ+0eMuvQa7h\
        nnv3kqu9IgDx2umaaQz7jdDfuacquozvGfc3bDYlWWwqxMIaeIE5nYuq3tcp x
        """

    static let certificateLine = """
        ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29\
        tAAAAIMN5sHqQuMC/la+dEsVgY8CgKNv2bk2UKKVso+AS9mvGAAAAIKex1+udl1Kl9kNRaVdEib/wxmz\
        FcI7XNAgmNOMM0NWbAAAAAAAAAAAAAAABAAAAAXgAAAAHAAAAA2FkYQAAAAAAAAAA//////////8AAAA\
        AAAAAggAAABVwZXJtaXQtWDExLWZvcndhcmRpbmcAAAAAAAAAF3Blcm1pdC1hZ2VudC1mb3J3YXJkaW5\
        nAAAAAAAAABZwZXJtaXQtcG9ydC1mb3J3YXJkaW5nAAAAAAAAAApwZXJtaXQtcHR5AAAAAAAAAA5wZXJ\
        taXQtdXNlci1yYwAAAAAAAAAAAAABlwAAAAdzc2gtcnNhAAAAAwEAAQAAAYEAt+lAFlNKe+sX1m1JABa\
        dg7ba0KMW7Um8tQ3mPaYTvca1wS0hGvCjIRrKV+h3IUONXycaU/5+LlE6XS4BzfeirHsyk0V+XcYK3HY\
        XqSVB6DZ7vXwysse2MQySWz/Gigh3PN51Y/1XHtPl40BoshKzc3R4oavOgoh+TY8wq51Hu2xkr2kpb5u\
        qORvSCZwTv5gMRehFddZLugPxzexPEtoA279Rw4t79zbosPEpUWTyD5x8g03lqXI9L9iurh91Zy+9F0J\
        buMDFz9Suwo5RTWXZOOb5Zh50PYF7fFNGo+ydSCInaRqUcbRHaRNqilrcBL7zYuZiTeE7eXWb1+n5N1o\
        BkYPIQTYHXZHpJFUJs1oV9r7WcZ7ke7rEHAbUqO3KvHglPFBM8Q4jeue9+Jjyj1hZe2dAdHVEedipyek\
        bTLdZR7aNOb5g72SJTVCM9TE12gM6HMcYD2EPrtuwgEqJ4jpdjXinB82A4SQtvDnCcihDNkg+0dsPOUc\
        zmse6mIgS/EPtAAABlAAAAAxyc2Etc2hhMi01MTIAAAGAZ9FcMr0SygALSk6VfytOxvrKHEriYDEFuX4\
        2n6YNfgRTaBrvOcMYEYn9eL5mtWtMV8J3G9L9AP8fpRaBBpKVsOOy8oR0KYylBTUcCLw+W/zxQ1/5RKq\
        v7+BjFo5MUukF3ZMM6WxrmNhTOxCm5xeCbgNEv1FLKk42lS+djKzOCpA61s8yghXLK4P3pn1IBRJfcOz\
        qvGDbEMq13Lo/LyvsnwdajhDOyHLDqQ8S8yrPSXN+7ceVycN6xV9gEFY86t/qlTNHIGkNJQbczImR/iK\
        ceUcId6zAT+6Nftgdg093+N00USa+bGwDCVSo0lTIoHGDVLtlDotVmq82aBxnadmseRvCph7IUV5Rf99\
        TVx6lTijnLhc8Pbsi81jX9pWc3CAqhLAehqzLqsscfv8WGzafyOK7dIGx388lnCPsX0jd+twMHfO+Ved\
        bZ5+HQOEm4N0GQLYkWzL0AMlkfeLVkh046OXq04x2ur7Lv8Rag9ugH6J6nsgVGaOOxpXUPCwMWwlv ad\
        a@northwind.example
        """

    /// As `ssh-keygen -lf` printed them.
    static let fingerprints = [
        (ed25519Line, "SHA256:QEt78M/jr3fyLREXsFRSZr3ohWkxdmkQaO1ZojPYX9I"),
        (rsaLine, "SHA256:ZD1wa77zWwN9leLcMn0dZBAMaOvbINMN/0uM+RyKRTI"),
        (p256Line, "SHA256:qgt5hq8xAJ72VMy1Ub76zWMkxzqPax62BVFbsIF7eLA"),
        (p521Line, "SHA256:dPylGt4rPMWB0sv5qoVEO95q8O+E1IQe3WmSa+E3QI0"),
    ]
}
