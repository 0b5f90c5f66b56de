"""What K6 must show, each with the value that law and the seed documents give it."""

from osnowa.scenarios.expectations import equal

EXPECTED = (
    equal("income of January, each", "1815.84, 605.28"),
    equal("permanent benefit", "464.62 – 464.62"),
    equal("granted a month, from, first payment", "464.62, 2026-02-01, 2026-02"),
    equal("April: 150.00 more, threshold", "150.00, 246.90, unchanged"),
    equal("after the review of April", "active, 464.62"),
    equal("update of the interview due", "2026-08-10"),
    equal("the clock said", "INTERVIEW_UPDATE 2026-08-10 missed, on 2026-08-11"),
    equal("paid on 25.08 for August", "464.62"),
    equal("update held on, next one due", "2026-08-27, 2027-03-01"),
    equal("July: 300.00 more, works from", "300.00, 2026-08"),
    equal("income of July, each", "2115.84, 705.28"),
    equal("permanent benefit after the change", "364.62 – 364.62"),
    equal("undue before the change holds", "NothingUndue"),
    equal("decision of 3.09", "CHANGE 364.62 from 2026-08-01"),
    equal("decision of 3.09 final on, in effect from", "2026-09-04, 2026-08-01"),
    equal("August after the change, September", "paid 464.62, planned 364.62"),
    equal("to repay before the decision on it is final", "0"),
    equal("undue", "100.00 for 2026-08"),
    equal("undue established on, its decision final on", "2026-09-08, 2026-09-08"),
    equal("instalments", "50.00 on 2026-09-30, 50.00 on 2026-10-30"),
    equal("repaid, rest", "50.00 + 50.00, 0.00"),
    equal("as of 26.08", "464.62, undue 0"),
    equal("as of 4.09", "364.62, undue 100.00"),
    equal("paid in all", "7 × 464.62 + 2 × 364.62 = 3981.58"),
    equal("counted of 3 decisions: permanent, disability", "1 family of 3, 1 family of 3"),
    equal("entries on the labour office's and the NGO's timeline", "0, 0"),
)
