"""The call to complete an application: what is missing, by when, what happens else (KPA 64 § 2)."""

from __future__ import annotations

from datetime import date

from services.benefits.act_words import MISSING_PL
from services.benefits.letter_names import NAMED
from services.benefits.polish import day
from services.benefits.values import Benefit, DefectsCall
from services.benefits.writings import Part, Writing


def write(call: DefectsCall, benefit: Benefit, filed_on: date) -> Writing:
    return Writing(
        title="Wezwanie",
        about="do uzupełnienia braków wniosku",
        opening=(
            "Na podstawie art. 64 § 2 Kodeksu postępowania administracyjnego wzywam do "
            f"uzupełnienia wniosku w sprawie {NAMED[benefit].of_what}, który wpłynął "
            f"dnia {day(filed_on)}"
        ),
        parts=(
            Part(
                "Czego brakuje",
                items=tuple(MISSING_PL.get(code, code) for code in call.missing),
            ),
            Part(
                "Termin",
                (
                    f"Braki trzeba uzupełnić do dnia {day(call.complete_by)} Jeżeli to wezwanie "
                    "doręczono później niż siedem dni przed tym dniem, termin wynosi siedem dni "
                    "od doręczenia.",
                    "Brakujące dokumenty można przynieść do ośrodka, przesłać pocztą albo na "
                    "adres do doręczeń elektronicznych. Termin jest zachowany, jeżeli przed jego "
                    "upływem pismo nadano w polskiej placówce pocztowej operatora wyznaczonego "
                    "albo w placówce pocztowej innego operatora świadczącego powszechne usługi "
                    "pocztowe w państwie Unii Europejskiej (art. 57 § 5 k.p.a.).",
                ),
            ),
            Part(
                "Pouczenie",
                (
                    "Jeżeli braki nie zostaną usunięte w tym terminie, wniosek zostanie "
                    "pozostawiony bez rozpoznania (art. 64 § 2 k.p.a.). Można wtedy złożyć nowy "
                    "wniosek.",
                    "Czasu, w którym czekamy na uzupełnienie braków, nie wlicza się do terminu "
                    "załatwienia sprawy (art. 35 § 5 k.p.a.).",
                ),
            ),
        ),
    )
