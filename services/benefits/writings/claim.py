"""The maintenance claim for the court, when agreed help does not come (ups art. 110 ust. 5).

The head of the centre brings it on behalf of the client. What the office does not know is left to
be filled in: the court, the PESEL of the client, the address of the obliged person.
"""

from __future__ import annotations

from services.benefits.polish import day, listed, money, month, sentence
from services.benefits.realisation.obliged import Agreement, Claim, Situation
from services.benefits.realisation.values import Obligation, SupportForm
from services.benefits.writings import Part, Writing

BLANK = "(do uzupełnienia)"
"""Read aloud as it stands; a row of dots would not be."""

KIN: dict[Obligation, str] = {
    Obligation.SPOUSE: "małżonek",
    Obligation.DESCENDANT: "zstępny",
    Obligation.ASCENDANT: "wstępny",
    Obligation.SIBLING: "rodzeństwo",
}
FORM: dict[SupportForm, str] = {
    SupportForm.MONEY_TO_CLIENT: "w pieniądzu, do rąk powoda",
    SupportForm.MONEY_TO_CENTRE: "w pieniądzu, na rachunek ośrodka",
    SupportForm.IN_KIND: "w naturze",
    SupportForm.RESIDENTIAL_FEE: "opłata za pobyt w domu pomocy społecznej",
}


def write(
    claim: Claim,
    *,
    client: str,
    address: tuple[str, ...],
    obliged: str,
    relation: Obligation,
    situation: Situation,
    agreements: tuple[Agreement, ...],
    institution: str,
) -> Writing:
    """`agreements` are those that were made by the day of the claim, in their order."""
    lives = ", ".join(address) or f"adres {BLANK}"
    return Writing(
        title="Pozew o alimenty",
        about="po niewykonaniu umowy o pomocy",
        to_party=False,
        opening=(
            "Na podstawie art. 110 ust. 5 ustawy o pomocy społecznej kierownik ośrodka "
            f"({institution}) wytacza na rzecz niżej wymienionej osoby powództwo o roszczenia "
            "alimentacyjne."
        ),
        parts=(
            Part(
                "Sąd i strony",
                items=(
                    f"Sąd Rejonowy, Wydział Rodzinny i Nieletnich: {BLANK}",
                    f"Powód: {client or BLANK}, {lives}, PESEL {BLANK}",
                    f"Pozwana albo pozwany: {obliged}, adres {BLANK}",
                    f"Wartość przedmiotu sporu: {money(claim.amount)}",
                ),
            ),
            Part(
                "Żądanie",
                (
                    f"Wnoszę o zasądzenie od strony pozwanej na rzecz powoda {money(claim.amount)} "
                    "z ustawowymi odsetkami za opóźnienie, tytułem świadczeń za miesiące:",
                ),
                _owed(claim),
            ),
            Part(
                "Uzasadnienie",
                (
                    f"Strona pozwana ({KIN[relation]}) jest zobowiązana do pomocy powodowi "
                    "(art. 128 i 129 Kodeksu rodzinnego i opiekuńczego, art. 103 ust. 1 ustawy "
                    "o pomocy społecznej).",
                    *(_agreed(one) for one in agreements),
                    f"Za {listed([month(one) for one in claim.months])} świadczeń nie spełniono "
                    f"w całości. Do dnia {day(claim.on)} brakuje {money(claim.amount)}.",
                    f"Według ustaleń z dnia {day(situation.as_of)} dochód gospodarstwa strony "
                    f"pozwanej wynosi {money(situation.income)} miesięcznie, liczba osób "
                    f"w gospodarstwie: {situation.household_size}.",
                    "Strony podjęły próbę pozasądowego rozwiązania sporu: zawarły umowę o pomocy, "
                    "która nie jest wykonywana (art. 187 § 1 pkt 3 Kodeksu postępowania "
                    "cywilnego).",
                ),
            ),
            Part(
                "Załączniki",
                items=(
                    "umowa o pomocy zawarta z kierownikiem ośrodka",
                    "zestawienie świadczeń należnych i otrzymanych",
                    "odpis pozwu z załącznikami dla strony pozwanej",
                ),
            ),
        ),
        signs="Data i podpis kierownika ośrodka",
        copies=("sąd", "strona pozwana (odpis)", "akta sprawy"),
    )


def _owed(claim: Claim) -> tuple[str, ...]:
    """By month where that is known; older claims know the sum only."""
    if not claim.owed:
        return tuple(month(one) for one in claim.months)
    pairs = zip(claim.months, claim.owed, strict=True)
    return tuple(f"{month(one)}: {money(rest)}" for one, rest in pairs)


def _agreed(agreement: Agreement) -> str:
    until = f" do dnia {day(agreement.valid_to)}" if agreement.valid_to else ""
    since = f"od dnia {day(agreement.valid_from)}{until}"
    return sentence(
        f"W umowie z dnia {day(agreement.on)} strona pozwana zobowiązała się do pomocy "
        f"w kwocie {money(agreement.amount)} miesięcznie ({FORM[agreement.form]}) {since}."
    )
