"""The city's reporting as a program: it listens, counts and shows."""

from pathlib import Path

from osnowa_contracts.fact import Publisher

from chassis.service import Service
from chassis.web import Link
from services.reporting import api, pages, projections
from services.reporting.commands import Commands

service = Service(
    kind=Publisher.REPORTING,
    schema=Path(__file__).with_name("schema.sql"),
    commands=Commands,
    project_fact=projections.project_fact,
    routers=[api.router, pages.router],
    navigation=(Link("Wskaźniki", "/indicators"), Link("Rodziny", "/families")),
    templates=Path(__file__).with_name("templates"),
    english={
        "Wskaźniki": "Indicators",
        "Rodziny": "Families",
        "Rodziny, którym pomogły decyzje": "Families helped by decisions",
        "Rodziny według rodzaju świadczenia": "Families by kind of benefit",
        "Rodziny według powodu pomocy (ups art. 7)": "Families by reason for help (ups art. 7)",
        "Każda rodzina liczy się w wierszu jeden raz.": "Each family counts once in a row.",
        "Świadczenie": "Benefit",
        "Powód": "Reason",
        "Osoby w rodzinach": "Persons in them",
        "Decyzje": "Decisions",
        "Pierwszy miesiąc": "First month",
        "Ostatni miesiąc": "Last month",
        "Na przykład 2026-02": "For example 2026-02",
        "Pokaż": "Show",
        "Nikogo jeszcze nie policzono.": "Nobody was counted yet.",
        "Wskaźniki operacyjne": "Operational indicators",
        "Wskaźnik": "Indicator",
        "Wartość": "Value",
        "Policzono": "Counted",
        "Na podstawie faktów": "Computed from facts",
        "Liczba faktów według miesięcy": "Facts by month",
        "Miesiąc": "Month",
        "Fakt": "Fact",
        "Liczba": "Number",
        "Nie ma jeszcze policzonych faktów.": "No facts were counted yet.",
        "Czas do decyzji (mediana)": "Time to decision (median)",
        "Wywiady w terminie": "Interviews in time",
        "Zaświadczenia miesięczne (6)": "Monthly certificates (6)",
        "Od decyzji do zlecenia (mediana)": "From decision to order (median)",
        "Usługi rozpoczęte przed zleceniem": "Services begun before the order",
        "Wykonane godziny do planowanych": "Hours done of hours planned",
        "Średnia ocena usług": "Mean score of services",
        "dni": "days",
        "udział": "share",
        "usług": "services",
        "punktów": "points",
    },
)

if __name__ == "__main__":
    service.run()
