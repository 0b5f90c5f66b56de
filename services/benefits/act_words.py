"""What the choices of the acts are called, and what the pages of the acts say in English."""

from __future__ import annotations

from services.benefits.grounds import Ground
from services.benefits.realisation.values import Payer
from services.benefits.resident import ConsentAnswer, ConsentGiver
from services.benefits.values import CooperationOutcome, Initiative, Place, Question

WHY_PL: dict[Question, str] = {
    Question.REASON: (
        "Pomoc przysługuje, gdy trudna sytuacja wynika z jednego z powodów wymienionych w ustawie "
        "albo z innego, równie ważnego. Bez powodu nie ma podstawy do pomocy."
    ),
    Question.UNUSED_ENTITLEMENTS: (
        "Pomoc społeczna uzupełnia własne możliwości. Sprawdź, czy osoba nie ma uprawnień albo "
        "rzeczy, z których może skorzystać: emerytury, renty, alimentów, mieszkania do wynajęcia."
    ),
    Question.UNUSED_RESOURCES: (
        "Chodzi o umiejętności, zdrowie, relacje i inne możliwości, które pomogą wyjść z trudnej "
        "sytuacji. Rozpoznaje je pracownik socjalny."
    ),
    Question.NEEDS: (
        "Od tego zależy, ile i jakiej pomocy potrzeba, aby osoba żyła w warunkach "
        "odpowiadających godności człowieka."
    ),
    Question.CRITERION: (
        "Porównaj ustalony dochód z kryterium. Przy niektórych świadczeniach dochód powyżej "
        "kryterium nie wyklucza pomocy, ale zmienia jej warunki."
    ),
    Question.DISPROPORTION: (
        "Jeśli majątek wyraźnie nie pasuje do dochodu, można odmówić pomocy. Uzasadnij odpowiedź "
        "tym, co widać w wywiadzie i w oświadczeniu o stanie majątkowym."
    ),
    Question.CONDITIONS: (
        "Każde świadczenie ma własne warunki, na przykład niezdolność do pracy albo konkretną "
        "potrzebę. Od nich zależy też wysokość pomocy."
    ),
    Question.COOPERATION: (
        "Osoba, która korzysta z pomocy, współdziała w rozwiązywaniu swojej sytuacji. Brak "
        "współdziałania może być podstawą odmowy albo wstrzymania świadczenia."
    ),
    Question.WASTE: (
        "Pytanie o to, czy przyznana pomoc i własne pieniądze idą na to, na co są potrzebne. "
        "Odpowiedź należy do monitorowania świadczenia."
    ),
}
"""Why each question is asked."""

MISSING_PL: dict[str, str] = {
    "SIGNATURE": "podpis osoby albo przedstawiciela",
    "ADDRESS": "adres zamieszkania",
    "IDENTITY": "dane osoby (imię, nazwisko, PESEL)",
    "DEMAND": "określenie, jakiej pomocy dotyczy wniosek",
    "AUTHORITY": "pełnomocnictwo albo dowód umocowania",
    "CONSENT": "zgoda osoby, której wniosek dotyczy",
    "INCOME": "zaświadczenie o dochodach",
    "HEALTH": "zaświadczenie lekarskie albo orzeczenie",
}
"""What an application lacks; a defect of form, or a document that the law asks for with it."""

SOURCE_PL: dict[str, str] = {
    "client": "klient",
    "przychodnia": "przychodnia albo lekarz",
    "zespol-orzekania": "zespół do spraw orzekania o niepełnosprawności",
    "zus": "ZUS",
    "krus": "KRUS",
    "urzad-skarbowy": "urząd skarbowy",
    "pracodawca": "pracodawca",
    "szkola": "szkoła",
    "sad": "sąd",
    "inna-instytucja": "inna instytucja",
}
"""From whom evidence comes that no unit of the city sends."""

INITIATIVE_PL: dict[Initiative, str] = {
    Initiative.OWN_WITH_CLIENTS_KNOWLEDGE: "z naszej inicjatywy, klient o tym wie",
    Initiative.CLIENTS_WISH: "na życzenie klienta",
}
PLACE_PL: dict[Place, str] = {
    Place.HOME: "w miejscu zamieszkania",
    Place.FIELD: "w miejscu pobytu (szpital, schronisko, dom bliskich)",
    Place.OFFICE: "w ośrodku albo gdzie indziej, za zgodą kierownika",
}
"""Where an interview is held."""
OUTCOME_PL: dict[CooperationOutcome, str] = {
    CooperationOutcome.ALONE: "samodzielnie",
    CooperationOutcome.SOCIAL_WORK: "przy wsparciu pracy socjalnej",
    CooperationOutcome.OTHER_SERVICES: "korzystając z innych usług",
}
RELATION_PL: dict[str, str] = {
    "SPOUSE": "małżonek",
    "CHILD": "dziecko",
    "PARENT": "rodzic",
    "GRANDCHILD": "wnuk",
    "GRANDPARENT": "dziadek albo babcia",
    "SIBLING": "brat albo siostra",
    "OTHER": "inna osoba zobowiązana",
}
CLOSING_PL: dict[str, str] = {
    "COMPLETED": "sprawa załatwiona",
    "REFUSED": "odmowa jest ostateczna",
    "DECEASED": "zgon klienta",
    "MOVED": "klient się wyprowadził",
}
RETURN_PL: dict[str, str] = {"MONITORING": "nowe okoliczności po decyzji (art. 106 ust. 5)"}

HALT_PL: dict[str, str] = {
    "SUSPENSION": "postępowanie zawieszone",
    "MEDIATION": "mediacja",
    "PARTY": "opóźnienie z winy strony",
    "INDEPENDENT": "przyczyna niezależna od urzędu",
    "DEFECTS": "strona uzupełnia wniosek",
}
PAYER_PL: dict[Payer, str] = {
    Payer.RESIDENT: "mieszkaniec",
    Payer.RELATIVE: "krewny",
    Payer.GMINA: "gmina",
}
ANSWER_PL: dict[ConsentAnswer, str] = {
    ConsentAnswer.AGREED: "zgoda",
    ConsentAnswer.REFUSED: "odmowa zgody",
}
GIVER_PL: dict[ConsentGiver, str] = {
    ConsentGiver.PERSON: "osoba, której dotyczy sprawa",
    ConsentGiver.REPRESENTATIVE: "przedstawiciel ustawowy",
    ConsentGiver.COURT: "sąd",
}
GROUND_PL: dict[Ground, str] = {
    Ground.NO_REASON: "brak powodu przyznania pomocy (art. 7)",
    Ground.OWN_ENTITLEMENTS: "własne uprawnienia i zasoby wystarczą (art. 2)",
    Ground.NEEDS_MET: "niezbędne potrzeby są zaspokojone (art. 3)",
    Ground.INCOME: "dochód powyżej kryterium (art. 8)",
    Ground.ASSETS: "dysproporcja dochodu i majątku (art. 12)",
    Ground.CONDITIONS: "niespełnione warunki świadczenia (art. 36)",
    Ground.NON_COOPERATION: "brak współdziałania (art. 11 ust. 2)",
    Ground.WASTE: "marnotrawienie świadczeń lub środków (art. 11 ust. 1)",
    Ground.INTERVIEW_REFUSED: "odmowa wywiadu środowiskowego (art. 107 ust. 4a)",
    Ground.CHANGED_CIRCUMSTANCES: "zmiana sytuacji (art. 106 ust. 5)",
    Ground.LIMITED_MEANS: "ograniczone środki ośrodka (art. 3 ust. 4)",
    Ground.UNDULY_RECEIVED: "świadczenie nienależnie pobrane (art. 98)",
    Ground.WITHDRAWN: "wycofanie wniosku (art. 105 § 2 k.p.a.)",
    Ground.POINTLESS: "postępowanie bezprzedmiotowe (art. 105 § 1 k.p.a.)",
}
