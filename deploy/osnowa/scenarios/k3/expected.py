"""What K3 must show, each with the value that law and the seed documents give it."""

from osnowa.scenarios.expectations import equal

EXPECTED = (
    equal("home care before", "2 h from 2026-03-06, started"),
    equal("interview due, held", "2026-04-22, 2026-04-14"),
    equal("needs met at home, conditions of a residential home", "NO, YES"),
    equal("consent", "AGREED PERSON on 2026-04-14"),
    equal("who bears the cost of 7200.00", "1680.00 + 1970.00 + gmina 3550.00"),
    equal(
        "referral, fee decision",
        "2026-04-24, 2026-04-24 Mieszkaniec 1680.00, córka 1970.00, Gmina 3550.00",
    ),
    equal("agreement with the daughter", "RESIDENTIAL_FEE 1970.00 on 2026-04-24"),
    equal("shares of the account", "7200.00: 1680.00 + 1970.00"),
    equal("waiting, notice of the expected date", "2026-06-15, told on 2026-04-27"),
    equal("the wait on the social worker's timeline", "2026-06-15"),
    equal("placement decision", "2026-06-08 DPS „Pod Lipami” from 2026-06-15"),
    equal("resident sheet", "2026-06-08: Przykładny, 1 contact, 2 needs"),
    equal("admitted", "2026-06-15"),
    equal("home-care benefit", "ended, DPS on 2026-06-14"),
    equal("home-care order", "ended, DPS on 2026-06-14"),
    equal("end of the home-care order at the NGO", "DPS on 2026-06-14"),
    equal("days of June", "2026-06-15 – 2026-06-30"),
    equal("fee of June", "896.00 + 1050.67 + gmina 1893.33 = 3840.00"),
    equal("interviews held, update due", "1, 2026-10-14"),
    equal("terms missed", "0"),
    equal("entries on the labour office's timeline", "0"),
)
