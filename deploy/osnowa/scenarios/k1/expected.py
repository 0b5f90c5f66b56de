"""What K1 must show, each with the value that law and the seed documents give it."""

from osnowa.scenarios.expectations import equal, matching

EXPECTED = (
    equal("interview due", "2026-02-20"),
    equal("decision due", "2026-03-02"),
    equal("interview held, jointly", "2026-02-04 True"),
    equal("labour status and plan that social work sees", "UNEMPLOYED, until 2026-07-31"),
    equal("draft before the cooperation terms of 10.02", "CertificateMissing"),
    equal("periodic benefit, from – to", "200.00 – 400.00"),
    equal("proposal", "200.00"),
    equal("decision", "200.00 × 2026-02, 2026-03, 2026-04, 2026-05"),
    equal("payment days", "25, 25, 25, 25"),
    equal("waiver, final on", "2026-02-16, 2026-02-16 WAIVER"),
    equal("certificates 6 that benefits holds", "2026-02 +, 2026-03 +, 2026-04 −"),
    equal("review opened by, to be taken up by", "NON_COOPERATION, 2026-05-04"),
    equal("benefit and payment of May on 4.05: nothing cut by itself", "in-review, planned"),
    equal("suspended from, immediately enforceable", "2026-05-01, True"),
    equal("payment of May after the suspension", "PaymentStopped"),
    equal("appeal term", "2026-06-03"),
    equal("appeal to be forwarded by", "2026-06-08"),
    equal("ruling of SKO", "UPHELD 2026-06-30"),
    equal("paid", "3 × 200.00 = 600.00"),
    equal("social work still holds its note", "yes"),
    matching("answers of benefits that hold the note", r"0 of [1-9]\d*", "0 of all"),
    equal("entries on the NGO's timeline", "0"),
    equal("cert6_coverage, February to April", "3/3"),
)
