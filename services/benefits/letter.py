"""What a decision says on paper: its ruling, its reasons and its instruction (KPA 107).

The text is made from what the case holds, so it can be reproduced; the worker adds to the reasons.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from services.benefits import letter_came_back
from services.benefits.grounds import BECAUSE, Ground
from services.benefits.letter_lines import Line
from services.benefits.letter_names import NAMED, named_in
from services.benefits.letter_reasons import Findings, reasons
from services.benefits.polish import day, listed, money, month, number, period, sentence
from services.benefits.values import LOAN, Benefit, Days, DecisionKind, Repay, Terms, given_once


@dataclass(frozen=True)
class Letter:
    """Paragraphs, in the order of the paper."""

    basis: str
    ruling: tuple[str, ...]
    reasons: tuple[str, ...]
    lines: tuple[Line, ...]
    instruction: tuple[str, ...]


@dataclass(frozen=True)
class Earlier:
    """The decision that a new one changes or follows."""

    number: str
    on: date
    kind: DecisionKind | None = None
    """Where a reopened proceeding is about more than the grant of the benefit."""
    gone: bool = False
    """It was overturned."""

    def __str__(self) -> str:
        return f"nr {self.number} z dnia {day(self.on)}"


EXAMINED: dict[DecisionKind, str] = {
    DecisionKind.CHANGE: "zmiany {of_what}",
    DecisionKind.LIMIT: "ograniczenia {of_what}",
    DecisionKind.SUSPEND: "wstrzymania {of_what}",
    DecisionKind.REVOKE: "uchylenia {of_what}",
    DecisionKind.CONTINUE: "dalszej wypłaty {of_what} mimo podjęcia pracy",
    DecisionKind.CONFIRM: "zmiany {of_what}",
    DecisionKind.UNDUE: "ustalenia, że nienależnie pobrano świadczenie ({what})",
}
"""What a proceeding was about that such a decision had ended; any other grants."""

_DAYS = {Days.WORKING: "w dni robocze", Days.ALL: "codziennie"}
_KPA = "art. 104 i 107 Kodeksu postępowania administracyjnego"


def write(
    kind: DecisionKind,
    benefit: Benefit,
    terms: Terms,
    findings: Findings,
    *,
    earlier: Earlier | None,
    lines: tuple[Line, ...],
    supplement: str,
    corrected: Earlier | None = None,
) -> Letter:
    """The whole letter; `supplement` is what the worker adds to the reasons.

    `corrected` is the decision that the office takes back itself on an appeal (KPA 132 § 1).
    """
    if kind is DecisionKind.UNDUE:
        terms = replace(terms, ground=Ground.UNDULY_RECEIVED)
    return Letter(
        basis=_basis(
            kind, benefit, terms, reopened=findings.reopened, corrects=corrected is not None
        ),
        ruling=_ruling(
            kind, benefit, terms, earlier, reopened=findings.reopened, corrected=corrected
        ),
        reasons=reasons(kind, named_in(benefit, terms).of_what, terms, findings, supplement),
        lines=() if terms.in_full else lines,
        instruction=_instruction(kind, terms),
    )


def _basis(
    kind: DecisionKind, benefit: Benefit, terms: Terms, *, reopened: bool, corrects: bool
) -> str:
    parts = [_KPA, f"{named_in(benefit, terms).basis} i art. 106 ustawy o pomocy społecznej"]
    if corrects:
        parts.append("art. 132 § 1 Kodeksu postępowania administracyjnego")
    if reopened:
        point = 1 if kind is DecisionKind.CONFIRM else 2
        parts.append(f"art. 151 § 1 pkt {point} Kodeksu postępowania administracyjnego")
    if terms.ground is not None:
        parts.append(BECAUSE[terms.ground].basis)
    if terms.immediate:
        parts.append("art. 108 § 1 Kodeksu postępowania administracyjnego")
    return f"Na podstawie {', '.join(dict.fromkeys(parts))} orzekam:"


# --- the ruling -------------------------------------------------------------


def _ruling(
    kind: DecisionKind,
    benefit: Benefit,
    terms: Terms,
    earlier: Earlier | None,
    *,
    reopened: bool,
    corrected: Earlier | None,
) -> tuple[str, ...]:
    main = _main(kind, benefit, terms, earlier, reopened=reopened)
    if corrected is not None:
        main = f"Uchylam decyzję {corrected} i orzekam: {main[0].lower()}{main[1:]}"
    said = [main]
    if kind is DecisionKind.PARTIAL:
        said.append("W pozostałej części odmawiam uwzględnienia żądania.")
    if terms.service is not None and kind is not DecisionKind.REFUSAL:
        said.append(f"Odpłatność wynosi {money(terms.service.fee_per_hour)} za godzinę usług.")
    said += [f"{share.payer}: {money(share.amount)} miesięcznie." for share in terms.fees]
    said += letter_came_back.ruled(terms)
    if terms.repay is not None:
        said.append(_repaid(benefit, terms.repay))
    if terms.immediate:
        said.append(
            f"Decyzji nadaję rygor natychmiastowej wykonalności. {terms.immediate_reason.strip()}"
        )
    return tuple(sentence(text) for text in said)


def _repaid(benefit: Benefit, repay: Repay) -> str:
    what = "Pożyczkę zwraca się" if benefit is LOAN else "Pomoc przyznaję pod warunkiem zwrotu:"
    if repay.instalments == 1:
        return f"{what} {money(repay.amount)} do dnia {day(repay.first_due)}."
    return (
        f"{what} {money(repay.amount)} w równych ratach miesięcznych, liczba rat: "
        f"{repay.instalments}, pierwsza do dnia {day(repay.first_due)}."
    )


def _main(
    kind: DecisionKind, benefit: Benefit, terms: Terms, earlier: Earlier | None, *, reopened: bool
) -> str:
    named, since = NAMED[benefit], period(terms.valid_from, None)
    if reopened and earlier is not None and kind is not DecisionKind.CONFIRM:
        anew = _anew(kind, benefit, terms, examined=earlier.kind)
        return f"Uchylam decyzję {earlier} i orzekam: {anew}"
    match kind:
        case DecisionKind.CHANGE:
            return f"Zmieniam decyzję {earlier}{since}: {named.what} {_content(benefit, terms)}."
        case DecisionKind.LIMIT:
            limited = f"{named.what} {_content(benefit, terms)}"
            return f"Ograniczam świadczenie przyznane decyzją {earlier}{since}: {limited}."
        case DecisionKind.CONTINUE:
            until = f"do dnia {day(terms.valid_to)}" if terms.valid_to else ""
            return (
                f"Świadczenie przyznane decyzją {earlier} ({named.what} {_content(benefit, terms)})"
                f" przysługuje nadal {until}, mimo podjęcia pracy (art. 39a ust. 2 ustawy o pomocy "
                "społecznej)."
            )
        case DecisionKind.SUSPEND:
            return f"Wstrzymuję{since} świadczenie przyznane decyzją {earlier}: {named.what}."
        case DecisionKind.REVOKE:
            return f"Uchylam decyzję {earlier}{since}."
        case DecisionKind.CONFIRM if reopened:
            return f"Odmawiam uchylenia decyzji {earlier}."
        case DecisionKind.CONFIRM:
            return f"Pozostawiam bez zmian świadczenie przyznane decyzją {earlier}: {named.what}."
        case DecisionKind.UNDUE:
            assert terms.amount is not None
            gone = earlier is not None and earlier.gone
            return (
                f"Ustalam, że świadczenie ({named.what}) pobrane za "
                f"{listed([month(m) for m in terms.months])} "
                f"w łącznej kwocie {money(terms.amount)} jest świadczeniem nienależnie pobranym, "
                f"które podlega zwrotowi (po {'uchyleniu decyzji' if gone else 'zmianie decyzją'} "
                f"{earlier})."
            )
        case _:
            ruled = _anew(kind, benefit, terms)
            return ruled[0].upper() + ruled[1:]


def _anew(
    kind: DecisionKind, benefit: Benefit, terms: Terms, *, examined: DecisionKind | None = None
) -> str:
    """What a decision rules that follows no other."""
    named, whole = named_in(benefit, terms), period(terms.valid_from, terms.valid_to)
    about = EXAMINED[examined].format(**vars(named)) if examined in EXAMINED else None
    match kind:
        case DecisionKind.REFUSAL if about is not None:
            return f"odmawiam {about}."
        case DecisionKind.DISCONTINUE if about is not None:
            return f"umarzam postępowanie w sprawie {about}."
        case DecisionKind.REFUSAL:
            return f"odmawiam przyznania {named.of_what}."
        case DecisionKind.DISCONTINUE:
            return f"umarzam postępowanie w sprawie {named.of_what}."
        case DecisionKind.REFERRAL:
            return f"kieruję do domu pomocy społecznej: {terms.home}."
        case DecisionKind.PLACEMENT:
            return f"umieszczam w domu pomocy społecznej: {terms.home}{whole}."
        case DecisionKind.FEE:
            return f"ustalam odpłatność{whole}:"
        case _:
            return f"przyznaję {named.what} {_content(benefit, terms)}{whole}."


def _content(benefit: Benefit, terms: Terms) -> str:
    """How much of it, and what for."""
    parts = []
    if terms.amount is not None:
        monthly = "" if given_once(benefit, terms) else " miesięcznie"
        parts.append(f"w kwocie {money(terms.amount)}{monthly}")
    if terms.service is not None:
        scope = terms.service
        parts.append(f"w wymiarze {number(scope.hours_per_day)} godz. {_DAYS[scope.days]}")
    if terms.need:
        parts.append(f"z przeznaczeniem na: {terms.need}")
    return ", ".join(parts)


# --- the instruction --------------------------------------------------------


def _instruction(kind: DecisionKind, terms: Terms) -> tuple[str, ...]:
    if terms.in_full:
        said = [
            "Decyzja uwzględnia żądanie w całości i jest ostateczna, dlatego nie służy od niej "
            "odwołanie (art. 127 § 1a k.p.a.)."
        ]
    else:
        said = [
            "Od decyzji służy odwołanie do Samorządowego Kolegium Odwoławczego. Składa się je za "
            "pośrednictwem organu, który wydał decyzję, w terminie 14 dni od dnia jej doręczenia "
            "(art. 127 § 1 i 2 oraz art. 129 k.p.a.).",
            "W tym terminie można zrzec się prawa do odwołania: składa się oświadczenie organowi, "
            "który wydał decyzję. Z dniem, w którym organ dostał takie oświadczenie od ostatniej "
            "ze stron, decyzja staje się ostateczna i prawomocna: nie można się już od niej "
            "odwołać ani zaskarżyć jej do sądu (art. 127a k.p.a.).",
        ]
    if terms.immediate:
        said.append(
            "Odwołanie nie wstrzymuje wykonania decyzji, ponieważ ma ona rygor natychmiastowej "
            "wykonalności (art. 130 § 3 k.p.a.)."
        )
    if terms.repay is not None or kind is DecisionKind.UNDUE:
        said.append(
            "Na wniosek organ może odstąpić od żądania zwrotu, umorzyć kwotę, odroczyć termin "
            "płatności albo rozłożyć ją na raty (art. 104 ust. 4 ustawy o pomocy społecznej)."
        )
    if kind is not DecisionKind.UNDUE and terms.ground is not Ground.WITHDRAWN:
        said.append(
            "Osoby i rodziny korzystające ze świadczeń są obowiązane niezwłocznie poinformować "
            "o każdej zmianie w sytuacji osobistej, dochodowej i majątkowej, która wiąże się "
            "z podstawą do przyznania świadczeń (art. 109 ustawy o pomocy społecznej)."
        )
    return tuple(said)
