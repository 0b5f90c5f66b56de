"""From the signature to the end of a proceeding: forms of a decision."""

from __future__ import annotations

from datetime import date

from tests.benefits.conftest import Town
from tests.benefits.given import feb
from tests.benefits.realised import EWA, HELENA, MAREK
from tests.benefits.stories.posts import NOT_NOW, Posts, Story, its
from tests.benefits.test_acts_pages import opened
from tests.benefits.test_api import GRANT, assessed
from tests.benefits.test_deciding import drafted
from tests.forms import no_day, on


async def to_sign(town: Town) -> str:
    """K1 with a draft that waits for its signature."""
    case = await opened(town)
    await assessed(town, case)
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="200.00")
    town.day(feb(12))
    await drafted(town, case, **GRANT)
    return case


async def delivered(town: Town) -> str:
    case = await to_sign(town)
    decision = (await town.get(EWA, f"/api/cases/{case}"))["decisions"][0]["id"]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    await town.post(EWA, f"/api/decisions/{decision}/delivery")
    return case


DECIDED = Story(
    to_sign,
    (
        Posts(
            "decisions/return", HELENA, {"remarks": "Uzasadnij wysokość"}, "Uzasadnij wysokość",
            wrong={"remarks": ""}, says="Co poprawić",
        ),
        Posts(
            "decisions/revision", EWA, {"amount": "250,00", "reasons": "Brak opału."}, "250,00",
            wrong={"amount": "500,00"}, says="poza zakresem",
        ),
        Posts("decisions/issue", HELENA, {}, "SW/2026/0001", says=NOT_NOW),
        Posts(
            "decisions/delivery", EWA, {"how": "POST", **on("on", feb(12))}, "Doręczona",
            wrong={"how": "DEEMED"}, says="Uzupełnij daty",
        ),
        Posts(
            "decisions/enforceability", HELENA, {"reason": "Brak opału w czasie mrozów"},
            "Rygor natychmiastowej wykonalności", wrong={"reason": ""},
            says="Dlaczego nie można czekać",
        ),
        Posts(
            "decisions/waiver", EWA, on("on", feb(12)), "Ostateczna", wrong=no_day("on"),
            says="Dzień",
        ),
        Posts("decisions/realisation", MAREK, {"method": "CASH"}, "w realizacji",
              says="Realizację decyzji SW/2026/0001 już rozpoczęto."),
        Posts("cases/closure", EWA, {"reason": "COMPLETED"}, says="Najpierw je zakończ."),
    ),
)  # fmt: skip

APPEALED = Story(
    delivered,
    (
        Posts(
            "decisions/appeal", EWA, on("on", feb(12)), "Odwołanie z dnia 12 lutego 2026",
            wrong=on("on", feb(28)), says="jest z przyszłości",
        ),
        Posts(
            "decisions/appeal/forwarding", EWA, on("on", feb(12)), "w SKO", wrong=no_day("on"),
            says="Dzień",
        ),
        Posts(
            "decisions/appeal/result", EWA, on("on", feb(12)), "Ostateczna",
            wrong=on("on", feb(28)), says="jest z przyszłości", first="UPHELD",
        ),
    ),
)  # fmt: skip

LATE = Story(
    delivered,
    (
        its(date(2026, 3, 2)),
        Posts(
            "decisions/late-appeal", EWA,
            {"restoration_asked": "true", **on("on", date(2026, 3, 2))}, "przekaż do 9 marca 2026",
            wrong=on("on", feb(26)), says="nie jest spóźnione",
        ),
        Posts(
            "decisions/late-appeal/forwarding", EWA, on("on", date(2026, 3, 2)),
            "czeka na odpowiedź SKO", wrong=no_day("on"), says="Dzień",
        ),
        Posts(
            "decisions/late-appeal/answer", EWA, {"result": "LATE", **on("on", date(2026, 3, 2))},
            "stwierdzono uchybienie terminu", wrong={"result": ""}, says="Odpowiedź SKO",
        ),
    ),
)  # fmt: skip

REOPENED = Story(
    delivered,
    (
        Posts("decisions/finality", EWA, {}, says="Poczekaj do dnia następnego"),
        its(date(2026, 3, 9)),
        Posts("decisions/finality", EWA, {}, "Ostateczna", says=NOT_NOW),
        Posts(
            "decisions/reopening", HELENA,
            {"ground": "NEW_FACTS", "what": "Umowa o pracę z grudnia 2025 r.",
             **on("learned_on", date(2026, 3, 2))},
            "postępowanie wznowione", wrong=on("learned_on", date(2026, 3, 20)),
            says="jest z przyszłości",
        ),
    ),
)  # fmt: skip
