"""What calculations, parameters and their codes are called on pages, in Polish and in English."""

from __future__ import annotations

from services.benefits.calculation import NonCash, Purpose, Relation, Sharing
from services.benefits.calculation.receipts import RECEIPTS
from services.benefits.calculation.sets import Boundary, ChangeBase, ChangeEffect, FirstMonth
from services.benefits.legal_parameters import ProposalState

CALCULATION_PL: dict[str, str] = {
    "periodic": "Zasiłek okresowy",
    "permanent": "Zasiłek stały",
    "targeted": "Zasiłek celowy",
    "special-targeted": "Specjalny zasiłek celowy",
    "loss": "Zasiłek na stratę ze zdarzenia losowego",
    "returnable": "Świadczenie zwrotne",
    "contract": "Świadczenie w kontrakcie socjalnym po podjęciu pracy",
    "meal": "Posiłek",
    "non-cash": "Inne świadczenie niepieniężne",
    "home-care-fee": "Odpłatność za usługi opiekuńcze",
    "care-home-fees": "Opłaty za dom pomocy społecznej",
    "income": "Dochód rodziny",
    "income-change": "Zmiana dochodu",
    "undue": "Świadczenie nienależnie pobrane",
}
GROUPS_PL: dict[str, tuple[str, ...]] = {
    "Świadczenia pieniężne": (
        "periodic", "permanent", "targeted", "special-targeted", "loss", "returnable", "contract",
    ),
    "Usługi i pomoc w naturze": ("home-care-fee", "care-home-fees", "meal", "non-cash"),
    "Dochód, zmiany i zwroty": ("income", "income-change", "undue"),
}  # fmt: skip
SET_PL: dict[str, str] = {
    "NATIONAL": "Kwoty i kryteria ustawowe",
    "CITY": "Kryteria podwyższone przez radę",
    "PRACTICE": "Praktyka ośrodka",
    "EXCLUSIONS": "Czego nie wlicza się do dochodu",
    "HOME_CARE": "Odpłatność za usługi opiekuńcze",
    "SPECIALIST_CARE": "Odpłatność za specjalistyczne usługi opiekuńcze",
    "MEAL": "Program posiłków",
    "TERMS": "Terminy ośrodka",
}
STATE_PL: dict[ProposalState, str] = {
    ProposalState.PROPOSED: "czeka na publikację",
    ProposalState.PUBLISHED: "opublikowana",
    ProposalState.WITHDRAWN: "wycofana przed publikacją",
}
CODES_PL: dict[str, dict[str, str]] = {
    "relation": {
        Relation.SPOUSE: "małżonek",
        Relation.DESCENDANT: "zstępny: dziecko, wnuk",
        Relation.ASCENDANT: "wstępny: rodzic, dziadek",
    },
    "sharing": {Sharing.SEQUENTIAL: "po kolei", Sharing.PROPORTIONAL: "proporcjonalnie"},
    "purpose": {
        Purpose.CASH: "świadczenie pieniężne",
        Purpose.SERVICES: "usługi i pomoc w naturze",
        Purpose.RELATIVE_FEE: "opłata krewnego za DPS",
    },
    "benefit": {
        NonCash.SOCIAL_WORK: "praca socjalna",
        NonCash.COUNSELLING: "poradnictwo specjalistyczne",
        NonCash.CRISIS_INTERVENTION: "interwencja kryzysowa",
        NonCash.CREDITED_TICKET: "bilet kredytowany",
        NonCash.HEALTH_CONTRIBUTIONS: "składki na ubezpieczenie zdrowotne",
        NonCash.SOCIAL_CONTRIBUTIONS: "składki na ubezpieczenie społeczne",
        NonCash.IN_KIND: "pomoc rzeczowa",
        NonCash.BURIAL: "sprawienie pogrzebu",
        NonCash.SHELTER: "schronienie",
        NonCash.CLOTHING: "niezbędne ubranie",
        NonCash.TRAINING_FLAT: "mieszkanie treningowe lub wspomagane",
    },
    "periodic_boundary": {
        Boundary.BELOW: "nie przysługuje",
        Boundary.NOT_ABOVE: "przysługuje",
    },
    "change_base": {
        ChangeBase.FAMILY: "kryterium całej rodziny",
        ChangeBase.PERSON: "kryterium na osobę",
    },
    "change_effect": {
        ChangeEffect.NEXT_MONTH: "miesiąca po miesiącu zmiany",
        ChangeEffect.SAME_MONTH: "miesiąca zmiany",
    },
    "first_month": {
        FirstMonth.PRORATED: "opłata za dni pobytu",
        FirstMonth.WHOLE: "opłata za cały miesiąc",
    },
    "kind": {code: names[0] for code, names in RECEIPTS.items()},
    "receipt": {code: names[0] for code, names in RECEIPTS.items()},
}
CODES_PL["purposes"] = CODES_PL["purpose"]
CODES_PL["receives"] = CODES_PL["permanent_excluded_by"] = {
    code: RECEIPTS[code][0]
    for code in (
        "SOCIAL_PENSION", "NURSING_BENEFIT", "SPECIAL_CARE_ALLOWANCE", "NURSING_ALLOWANCE",
    )
}  # fmt: skip
"""By the name of the field, what its codes are called."""

_CODES_EN: dict[str, str] = {
    "małżonek": "spouse",
    "zstępny: dziecko, wnuk": "descendant: child, grandchild",
    "wstępny: rodzic, dziadek": "ascendant: parent, grandparent",
    "po kolei": "in turn",
    "proporcjonalnie": "in proportion",
    "świadczenie pieniężne": "benefit in money",
    "usługi i pomoc w naturze": "services and help in kind",
    "opłata krewnego za DPS": "relative's fee for a care home",
    "praca socjalna": "social work",
    "poradnictwo specjalistyczne": "specialist counselling",
    "interwencja kryzysowa": "crisis intervention",
    "bilet kredytowany": "credited ticket",
    "składki na ubezpieczenie zdrowotne": "health insurance contributions",
    "składki na ubezpieczenie społeczne": "social insurance contributions",
    "pomoc rzeczowa": "help in kind",
    "sprawienie pogrzebu": "burial",
    "schronienie": "shelter",
    "niezbędne ubranie": "necessary clothing",
    "mieszkanie treningowe lub wspomagane": "training or supported flat",
    "nie przysługuje": "not due",
    "przysługuje": "due",
    "kryterium całej rodziny": "the criterion of the family",
    "kryterium na osobę": "the criterion per person",
    "miesiąca po miesiącu zmiany": "the month after the change",
    "miesiąca zmiany": "the month of the change",
    "opłata za dni pobytu": "fee for the days of stay",
    "opłata za cały miesiąc": "fee for the whole month",
    "czeka na publikację": "waits for publication",
    "opublikowana": "published",
    "wycofana przed publikacją": "withdrawn before publication",
}
_TITLES_EN: dict[str, str] = {
    "Zasiłek na stratę ze zdarzenia losowego": "Benefit for a loss from a random event",
    "Świadczenie zwrotne": "Returnable benefit",
    "Świadczenie w kontrakcie socjalnym po podjęciu pracy": (
        "Benefit under a social contract after work was found"
    ),
    "Inne świadczenie niepieniężne": "Another benefit without money",
    "Odpłatność za usługi opiekuńcze": "Fee for home care",
    "Odpłatność za specjalistyczne usługi opiekuńcze": "Fee for specialist care",
    "Opłaty za dom pomocy społecznej": "Fees for a residential care home",
    "Dochód rodziny": "Income of the family",
    "Zmiana dochodu": "Change of income",
    "Świadczenie nienależnie pobrane": "Benefit received unduly",
    "Świadczenia pieniężne": "Benefits in money",
    "Usługi i pomoc w naturze": "Services and help in kind",
    "Dochód, zmiany i zwroty": "Income, changes and repayments",
    "Kwoty i kryteria ustawowe": "Amounts and criteria of the act",
    "Kryteria podwyższone przez radę": "Criteria raised by the council",
    "Praktyka ośrodka": "Practice of the centre",
    "Czego nie wlicza się do dochodu": "What is not income",
    "Program posiłków": "Meal programme",
    "Terminy ośrodka": "Terms of the centre",
}
_FIELDS_EN: dict[str, str] = {
    "Według parametrów z dnia": "By the parameters of the day",
    "Dochód rodziny w miesiącu": "Income of the family in the month",
    "Ile osób żyje z tego dochodu": "How many persons live on it",
    "Dochód własny osoby, jeśli w rodzinie": "The person's own income, in a family",
    "Co osoba pobiera": "What the person receives",
    "Koszt potrzeby": "Cost of the need",
    "Strata": "Loss",
    "Kwota świadczenia": "Amount of the benefit",
    "Ile procent do zwrotu": "Per cent to be paid back",
    "Decyzja przyznaje do dnia": "The decision grants until",
    "Średni miesięczny koszt w domu": "Average monthly cost of the home",
    "Dochód mieszkańca": "Income of the resident",
    "Rodzina": "Family",
    "Podział między krewnych": "Sharing among relatives",
    "Tylko dni od": "Only days from",
    "Tylko dni do": "Only days to",
    "Miesiąc, który się liczy": "The month that counts",
    "Do czego liczymy dochód": "What the income is for",
    "Przychody": "Receipts",
    "Alimenty płacone innym osobom": "Maintenance paid to others",
    "Dochód, z którego wyliczono świadczenie": "Income that the benefit was computed from",
    "Dochód po zmianie": "Income after the change",
    "Miesiąc zmiany": "Month of the change",
    "Wypłacono": "Paid",
    "Należało się": "Due",
    "Podatek i koszty": "Tax and costs",
    "Składki": "Contributions",
    "Hektary przeliczeniowe": "Conversion hectares",
    "Jednorazowy, wypłacony w": "Received once, paid in",
    "Wyrównanie za okres od": "Arrears for, from",
    "Wyrównanie za okres do": "Arrears for, to",
    "Dochód tej osoby, nie innego członka rodziny": "The client's own, not another member's",
    "Czy wliczać wbrew liście": "Count it whatever the list says",
    "Kto, na przykład córka": "Who, for example daughter",
    "Pokrewieństwo": "Relation",
    "Dochód rodziny tej osoby": "Income of that person's family",
    "Jedną kwotą; albo zostaw puste i wpisz przychody poniżej": (
        "As one amount; or leave it empty and give the receipts below"
    ),
    "Przychody rodziny, gdy jej dochód trzeba wyliczyć": (
        "Receipts of the family, where its income has to be calculated"
    ),
    "Czyj przychód, jak wyżej": "Whose receipt, as above",
    "Stopień": "Degree",
    "Zwolnienie w procentach": "Exemption in per cent",
    "Kwota z umowy": "Amount of the agreement",
    "Dni na kontakt z pracownikiem socjalnym": "Days to see the social worker",
    "Dni na uzupełnienie oceny po decyzji pilnej": "Days to complete after an urgent decision",
    "Ile dni roboczych wcześniej termin się zbliża": "Working days before which a term is near",
    "Dzień wypłat w miesiącu": "Payment day of the month",
    "Obowiązuje od": "In force from",
    "Obowiązuje do": "In force until",
    "Źródło": "Source",
    "Kryterium osoby samotnie gospodarującej": "Criterion of a single-person household",
    "Kryterium na osobę w rodzinie": "Criterion per person in a family",
    "Zasiłek stały: najwięcej": "Permanent benefit: at most",
    "Zasiłek stały: najmniej": "Permanent benefit: at least",
    "Zasiłek stały: podstawa": "Permanent benefit: base",
    "Dochód z hektara przeliczeniowego": "Income of a conversion hectare",
    "Zasiłek okresowy: część różnicy": "Periodic benefit: part of the difference",
    "Zasiłek okresowy: najmniej": "Periodic benefit: at least",
    "Dochód jednorazowy: wielokrotność kryterium": "One-off income: multiple of the criterion",
    "Dochód jednorazowy: miesiące": "One-off income: months",
    "Próg zmiany dochodu": "Threshold of a change of income",
    "Kontrakt socjalny: miesiące": "Social contract: months",
    "Mieszkaniec DPS: część dochodu": "Resident of a care home: part of the income",
    "Rodzina mieszkańca: wielokrotność kryterium": "Resident's family: multiple of the criterion",
    "Pomoc na usamodzielnienie: podstawa": "Help for independence: base",
    "Świadczenie na naukę języka: najmniej": "Language benefit: at least",
    "Świadczenia, z którymi zasiłek stały nie przysługuje": (
        "Benefits that exclude a permanent benefit"
    ),
    "Zasiłek okresowy przy dochodzie równym kryterium": (
        "Periodic benefit at an income equal to the criterion"
    ),
    "Kwota najwyższa zasiłku stałego także w rodzinie": "The permanent maximum in a family too",
    "Próg zmiany liczony od": "Threshold of a change taken of",
    "Zmiana dochodu działa od": "A change of income works from",
    "Podział opłaty za DPS": "Sharing of the fee for a care home",
    "Miesiąc niepełny w DPS": "A part of a month in a care home",
    "Wyłączenia": "Exclusions",
    "Przychód": "Receipt",
    "Nazwa po polsku": "Name in Polish",
    "Nazwa po angielsku": "Name in English",
    "Do jakich świadczeń": "For which benefits",
    "Najmniejsze gospodarstwo, hektary": "Smallest farm, hectares",
    "Nazwa tabeli": "Name of the table",
    "Koszt godziny": "Cost of an hour",
    "Progi": "Bands",
    "Do ilu procent kryterium": "Up to what per cent of the criterion",
    "Osoba samotna płaci procent": "A single person pays, per cent",
    "Osoba w rodzinie płaci procent": "A person in a family pays, per cent",
    "Procent kryterium": "Per cent of the criterion",
}
_PAGES_EN: dict[str, str] = {
    "Kalkulator": "Calculator",
    "Powrót": "Back",
    "Parametry": "Parameters",
    "Wybierz, co chcesz wyliczyć. Niczego nie zapisujemy.": (
        "Choose what to calculate. Nothing is kept."
    ),
    "Wylicz": "Calculate",
    "Wynik": "Result",
    "Świadczenie nie przysługuje": "Not due",
    "Jak to wyliczono": "How it was calculated",
    "Tekst do uzasadnienia decyzji": "Text for the reasons of a decision",
    "Kwota": "Amount",
    "od {least} do {most}": "{least} to {most}",
    "Odpłatność za godzinę": "Fee for an hour",
    "Udział w koszcie": "Share of the cost",
    "bez odpłatności": "free",
    "pod warunkiem zwrotu": "to be paid back",
    "Dochód razem": "Income in all",
    "Dochód na osobę": "Income per person",
    "Mieszkaniec": "Resident",
    "Gmina": "Gmina",
    "Koszt": "Cost",
    "Zmiana działa od miesiąca": "The change works from",
    "zmiana nie wpływa na świadczenie": "the change does not alter the benefit",
    "Różnica": "Difference",
    "Próg": "Threshold",
    "Raty": "Instalments",
    "Wypłata do dnia": "Paid until",
    "Parametry prawne": "Legal parameters",
    "Pokaż parametry z dnia": "Show the parameters of the day",
    "Pokaż": "Show",
    "Stan na dzień {day}": "As of {day}",
    "Obowiązuje od {day}. Źródło: {source}": "In force from {day}. Source: {source}",
    "Zaproponuj zmianę": "Propose a change",
    "Zaproponuj": "Propose",
    "Propozycje": "Proposals",
    "Nie ma propozycji.": "There are no proposals.",
    "Propozycję publikuje inna osoba niż ta, która ją złożyła.": (
        "A proposal is published by another person than who made it."
    ),
    "Zaproponowano {day}: {who}": "Proposed {day}: {who}",
    "Rozstrzygnięto {day}: {who}": "Decided {day}: {who}",
    "Opublikuj": "Publish",
    "Opublikuje inna osoba niż Ty.": "Somebody else than you publishes it.",
    "Wycofaj": "Withdraw",
    "Co się zmienia": "What changes",
    "było {old}, będzie {new}": "was {old}, will be {new}",
    "nie ustawiono": "not set",
    "Historia": "History",
    "powyżej": "above",
    "do {limit}% kryterium": "up to {limit}% of the criterion",
    "osoba samotna {single}%, w rodzinie {family}%": (
        "single person {single}%, in a family {family}%"
    ),
    "Wartości": "Values",
    "Zestaw zacznie działać, gdy opublikuje go druga osoba.": (
        "The set takes effect once a second person publishes it."
    ),
}

ENGLISH: dict[str, str] = {
    **_CODES_EN, **_TITLES_EN, **_FIELDS_EN, **_PAGES_EN, **dict(RECEIPTS.values()),
}  # fmt: skip
