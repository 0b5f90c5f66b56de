"""The notice that a proceeding began though nobody applied: about what, and which rights (KPA 61).

Who told the office that help is needed stands in the file and never in this letter.
"""

from __future__ import annotations

from datetime import date

from services.benefits.letter_names import NAMED
from services.benefits.polish import day
from services.benefits.values import Benefit
from services.benefits.writings import Part, Writing


def write(benefit: Benefit, started_on: date, interview_due: date, decision_due: date) -> Writing:
    of_what = NAMED[benefit].of_what
    return Writing(
        title="Zawiadomienie",
        about="o wszczęciu postępowania z urzędu",
        opening=(
            "Na podstawie art. 61 § 4 Kodeksu postępowania administracyjnego oraz art. 102 ust. 2 "
            f"ustawy o pomocy społecznej zawiadamiam, że dnia {day(started_on)} wszczęto z urzędu "
            f"postępowanie w sprawie {of_what}."
        ),
        parts=(
            Part(
                "Dlaczego",
                (
                    "Ośrodek dowiedział się, że może być Pani/Panu potrzebna pomoc. Pomoc "
                    "społeczna może być udzielona także bez wniosku.",
                ),
            ),
            Part(
                "Co będzie dalej",
                items=(
                    "Pracownik ośrodka przeprowadzi rodzinny wywiad środowiskowy do dnia "
                    f"{day(interview_due)} (art. 107 ustawy o pomocy społecznej)",
                    f"Sprawa zostanie załatwiona do dnia {day(decision_due)}",
                ),
            ),
            Part(
                "Prawa strony",
                (
                    "Strona może brać czynny udział w każdym stadium postępowania, a przed "
                    "wydaniem decyzji wypowiedzieć się co do zebranych dowodów i materiałów "
                    "(art. 10 k.p.a.).",
                    "Strona może przeglądać akta sprawy i robić z nich notatki, kopie i odpisy "
                    "(art. 73 k.p.a.). Może działać przez pełnomocnika (art. 32 k.p.a.).",
                    "W toku postępowania trzeba zawiadomić ośrodek o każdej zmianie adresu. "
                    "Inaczej pismo wysłane na dotychczasowy adres uznaje się za doręczone "
                    "(art. 41 k.p.a.).",
                    "Odmowa wywiadu może być podstawą do odmowy przyznania świadczenia "
                    "(art. 107 ust. 4a ustawy o pomocy społecznej).",
                ),
            ),
        ),
    )
