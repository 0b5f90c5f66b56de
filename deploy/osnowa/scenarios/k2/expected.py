"""What K2 must show, each with the value that law and the seed documents give it."""

from osnowa.scenarios.expectations import below, equal, matching

EXPECTED = (
    equal("applied for her", "Zofia Wzorcowa, DAUGHTER, consent of 2026-03-02"),
    equal(
        "the social worker reads",
        "składa: Zofia Wzorcowa (córka), za zgodą klienta z dnia 2.03.2026.",
    ),
    equal("interview due, held", "2026-03-04, 2026-03-03"),
    equal("share of the cost, fee of an hour", "10 %, 3.50"),
    equal("decision, immediately enforceable", "2 h working 2026-03-06 – 2026-08-31, True"),
    below("minutes from the decision to the order at the NGO", "1", "min"),
    equal("order at the NGO", "2 h from 2026-03-06 at 3.50"),
    equal("accepted, scheduled and started on", "2026-03-05, 2026-03-05, 2026-03-06"),
    equal("March planned", "18 days, 36 h"),
    equal("March excused by the hospital stay that the carer reported", "4 h"),
    equal("March done, fee", "32 h, 112.00"),
    equal("change decision", "CHANGE 3 h from 2026-04-01"),
    equal("order version, its hours from", "2, 3 h from 2026-04-01"),
    equal("change acknowledged on", "2026-03-25"),
    equal("April planned", "21 days, 63 h"),
    equal("April done, fee", "63 h, 220.50"),
    equal("monthly report of March", "36 h planned, 32 h done, accepted"),
    equal("survey", "4.6"),
    equal("evaluation", "CONTINUE"),
    equal("differences between diary and scope", "0"),
    equal("announcements against the rules", "0"),
    below("order_lag of the city", "60", "s"),
    matching("start_before_order", r"0 of [1-9]\d*", "0 of all"),
    equal("entries on the labour office's timeline", "0"),
)
