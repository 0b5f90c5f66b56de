"""The sets that a city begins with: `domain.md` C6 to C9 with their dates and sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

from services.benefits.calculation.sets import (
    CentreTerms,
    CityPractice,
    Exclusion,
    FeeBand,
    FeeScale,
    IncomeExclusions,
    MealProgramme,
    NationalAmounts,
    ParameterSet,
    Purpose,
    SpecialistScale,
)

_VERIFIED = "rozporządzenie Rady Ministrów w sprawie zweryfikowanych kryteriów dochodowych"

NATIONAL = (
    NationalAmounts(
        date(2018, 10, 1), f"{_VERIFIED} (Dz.U. 2018 poz. 1358)",
        D("701"), D("528"), D("645"), D("30"), D("1.00"), D("308"), D("0.50"), D("20"),
    ),
    NationalAmounts(
        date(2022, 1, 1), f"{_VERIFIED} od 1.01.2022",
        D("776"), D("600"), D("719"), D("30"), D("1.00"), D("345"), D("0.50"), D("20"),
        independence_base=D("1837"), language_minimum=D("721"),
    ),
    NationalAmounts(
        date(2024, 1, 1), "zmiana ustawy o pomocy społecznej: zasiłek stały od 1.01.2024",
        D("776"), D("600"), D("1000"), D("100"), D("1.30"), D("345"), D("0.50"), D("20"),
        independence_base=D("1837"), language_minimum=D("721"),
    ),
    NationalAmounts(
        date(2025, 1, 1), f"{_VERIFIED} od 1.01.2025",
        D("1010"), D("823"), D("1229"), D("100"), D("1.30"), D("459"), D("0.50"), D("20"),
        independence_base=D("2066"), language_minimum=D("950"),
    ),
)  # fmt: skip

_EVERYWHERE = tuple(Purpose)
_NOT_SERVICES = (Purpose.CASH, Purpose.RELATIVE_FEE)


def _left_out(
    receipt: str, pl: str, en: str, purposes: tuple[Purpose, ...] = _EVERYWHERE
) -> Exclusion:
    return Exclusion(receipt, "ups art. 8 ust. 4", pl, en, purposes)


_ALWAYS = (
    _left_out("ONE_OFF_SOCIAL_BENEFIT", "jednorazowe pieniężne świadczenie socjalne",
              "one-off social benefit in money"),
    _left_out("TARGETED_BENEFIT", "zasiłek celowy", "targeted benefit"),
    _left_out("SCHOOL_AID", "pomoc materialna dla uczniów", "school aid"),
    _left_out("IN_KIND", "wartość świadczenia w naturze", "benefit in kind"),
    _left_out("USEFUL_WORKS", "świadczenie za prace społecznie użyteczne",
              "payment for socially useful works"),
    _left_out("CHILD_BENEFIT", "świadczenie wychowawcze (800+)", "child benefit (800+)"),
)  # fmt: skip

EXCLUSIONS = (
    IncomeExclusions(date(2018, 10, 1), "ups art. 8 ust. 4", _ALWAYS),
    IncomeExclusions(
        date(2019, 10, 1),
        "ups art. 8 ust. 4 ze świadczeniem uzupełniającym od 1.10.2019",
        (
            *_ALWAYS,
            _left_out(
                "DISABILITY_SUPPLEMENT",
                "świadczenie uzupełniające dla niezdolnych do samodzielnej egzystencji (500+)",
                "supplement for those unable to live independently (500+)",
                _NOT_SERVICES,
            ),
        ),
    ),
)

PRACTICE = (CityPractice(date(2018, 10, 1), "praktyka ośrodka"),)

HOME_CARE = (
    # A sample shaped like real resolutions, not law (`domain.md` C9). The criterion that the
    # percentages refer to changed on 1.01.2025, and so the scale begins there.
    FeeScale(
        date(2025, 1, 1),
        "przykładowa uchwała rady miasta, nie prawo",
        "home-care-2025",
        D("35.00"),
        (
            FeeBand(D("100"), D("0"), D("0")),
            FeeBand(D("120"), D("5"), D("5")),
            FeeBand(D("150"), D("10"), D("10")),
            FeeBand(D("180"), D("15"), D("15")),
            FeeBand(D("220"), D("20"), D("20")),
            FeeBand(D("260"), D("25"), D("30")),
            FeeBand(D("300"), D("40"), D("50")),
            FeeBand(None, D("100"), D("100")),
        ),
    ),
)

SPECIALIST_CARE = (
    # As the table stands since the amendment of 2023; it begins with the criterion that is told of.
    SpecialistScale(
        date(2025, 1, 1),
        "rozporządzenie z 22.09.2005 w sprawie specjalistycznych usług opiekuńczych, § 4 ust. 3 "
        "(Dz.U. nr 189 poz. 1598, zm. Dz.U. 2023 poz. 395)",
        "specialist-care-2023",
        (
            FeeBand(D("100"), D("0"), D("0")),
            FeeBand(D("220"), D("1.5"), D("3.5")),
            FeeBand(D("250"), D("10"), D("15")),
            FeeBand(D("300"), D("15"), D("25")),
            FeeBand(D("400"), D("30"), D("45")),
            FeeBand(D("500"), D("50"), D("65")),
            FeeBand(D("600"), D("75"), D("85")),
            FeeBand(None, D("100"), D("100")),
        ),
    ),
)

MEALS = (
    MealProgramme(
        date(2024, 1, 1),
        "program „Posiłek w szkole i w domu” na lata 2024–2028",
        D("200"),
        date(2028, 12, 31),
    ),
)

TERMS = (CentreTerms(date(2018, 10, 1), "praktyka ośrodka"),)

INITIAL_SETS: tuple[ParameterSet, ...] = (
    *NATIONAL, *EXCLUSIONS, *PRACTICE, *HOME_CARE, *SPECIALIST_CARE, *MEALS, *TERMS
)  # fmt: skip
