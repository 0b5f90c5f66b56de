"""What the pages about work, team and history say, in Polish and in English."""

from __future__ import annotations

from services.benefits.norms import ActKind
from services.benefits.values import HandOverReason

REASON_PL: dict[HandOverReason, str] = {
    HandOverReason.LEAVE: "urlop albo zwolnienie",
    HandOverReason.DEPARTURE: "odejście z pracy",
    HandOverReason.WORKLOAD: "zbyt wiele spraw",
    HandOverReason.SEPARATION: "rozdzielenie ról",
    HandOverReason.OTHER: "inny powód",
}
ACT_PL: dict[ActKind, str] = {
    ActKind.INTERVIEW_I: "Wywiad, część I",
    ActKind.INTERVIEW_II_III: "Wywiad, część II albo III",
    ActKind.INTERVIEW_IV: "Wywiad, część IV",
    ActKind.REFUSAL_DECISION: "Decyzja odmowna",
}
KEPT_PL: dict[str, str] = {
    "SameWorkerForBoth": "ta osoba jest pracownikiem socjalnym tej rodziny",
    "CareTeamOnly": "zespół ds. usług prowadzi tylko sprawy usług",
    "LedByAnother": "sprawę prowadzi już ktoś inny",
    "NotNow": "sprawa jest zakończona",
}

ENGLISH: dict[str, str] = {
    "urlop albo zwolnienie": "leave",
    "odejście z pracy": "leaving the job",
    "zbyt wiele spraw": "too many cases",
    "rozdzielenie ról": "separation of roles",
    "inny powód": "another reason",
    "Wywiad, część I": "Interview, part I",
    "Wywiad, część II albo III": "Interview, part II or III",
    "Wywiad, część IV": "Interview, part IV",
    "Decyzja odmowna": "Refusal",
    "ta osoba jest pracownikiem socjalnym tej rodziny": "is the household's social worker",
    "zespół ds. usług prowadzi tylko sprawy usług": "the care team leads services only",
    "sprawę prowadzi już ktoś inny": "somebody else leads it already",
    "sprawa jest zakończona": "the case is over",
    "dzień|dni|dni": "day|days",
    "{days} po terminie": "{days} overdue",
    "dziś": "today",
    "jutro": "tomorrow",
    "za {days}": "in {days}",
    "bez terminu": "no term",
    "Sygnał do działania z urzędu: {name}": "Signal to act ex officio: {name}",
    "Skierowanie bez wniosku: {name}": "Directed here without an application: {name}",
    "Sygnał do działania z urzędu": "Signal to act ex officio",
    "Skierowanie bez wniosku": "Directed here without an application",
    "pilne": "urgent",
    "Nie ma odpowiedzi na prośbę o dowód": "Evidence that was asked for has not come",
    "Pierwszy kontakt, {day}": "First contact, {day}",
    "zdecyduj do: {day}": "decide by {day}",
    "Co zapisał pierwszy kontakt: oś czasu klienta": (
        "What first contact recorded: the client's timeline"
    ),
    "Nikt nie złożył wniosku, ale pomoc jest potrzebna (art. 102 ust. 2 ustawy o pomocy "
    "społecznej). Sprawę przydzielisz potem na stronie „Zespół”; kto ją poprowadzi, zawiadamia "
    "stronę o wszczęciu (art. 61 § 4 k.p.a.).": (
        "Nobody applied, but help is needed (art. 102 ust. 2 of the Social Assistance Act). You "
        "assign the case on the page “Team” afterwards; whoever leads it tells the party that the "
        "proceeding was started (art. 61 § 4 KPA)."
    ),
    "Nie wszczynaj postępowania": "Start no proceeding",
    "Powrót do wszczęcia postępowania": "Back to starting a proceeding",
    "Odnotuj powód, dla którego nie ma podstaw do działania z urzędu. Skierowanie zniknie z listy "
    "tego, co czeka. Pierwszy kontakt dowie się, że postępowania nie wszczęto; powód i Twoje "
    "nazwisko zostają u nas w dzienniku.": (
        "Note why there is no ground to act ex officio. The direction leaves the list of what "
        "waits. First contact is told that no proceeding was started; the reason and your name "
        "stay here in the log."
    ),
    "Dlaczego postępowania się nie wszczyna": "Why no proceeding is started",
    "Odnotowano, że postępowania się nie wszczyna.": "It was noted that no proceeding is started.",
    "Propozycja parametrów do publikacji: {kind}": "Parameters to be published: {kind}",
    "Czeka także": "Waiting as well",
    "Powrót do sprawy": "Back to the case",
    "Moja praca": "My work",
    "Zespół": "Team",
    "Nic na Ciebie nie czeka.": "Nothing waits for you.",
    "Pokazano pierwsze {count} pozycji.": "The first {count} are shown.",
    "Obciążenie zespołu": "Team load",
    "Kto ile prowadzi": "Who leads how much",
    "Norma: do {norm} środowisk na pracownika. Norma ostrzega, niczego nie blokuje.": (
        "Norm: up to {norm} households for each worker. It warns and blocks nothing."
    ),
    "Pracownik": "Worker",
    "Środowiska": "Households",
    "Pilne": "Urgent",
    "Po terminie": "Overdue",
    "ponad normę": "over the norm",
    "Uwaga: {name} prowadzi {count}, norma to {norm}.": (
        "Note: {name} leads {count}, the norm is {norm}."
    ),
    "środowisko|środowiska|środowisk": "household|households",
    "Ostrzeżenie": "Warning",
    "Sprawy bez prowadzącego": "Cases that nobody leads",
    "Każda sprawa ma prowadzącego.": "Somebody leads every case.",
    "Kto poprowadzi": "Who will lead",
    "Przydziel": "Assign",
    "Według obciążenia": "By load",
    "Przekaż sprawy": "Hand over cases",
    "Kto przekazuje": "Whose cases",
    "Kto przejmuje": "To whom",
    "Powód": "Reason",
    "Wszystkie otwarte sprawy jednej osoby przejdą do drugiej.": (
        "All open cases of one person go to the other."
    ),
    "Przekazano: {count}": "Handed over: {count}",
    "sprawę|sprawy|spraw": "case|cases",
    "Zostały przy poprzedniej osobie:": "These stayed where they were:",
    "Przekazanie spraw": "Hand-over of cases",
    "Czas czynności w tym roku": "Time of acts this year",
    "Nikt jeszcze nie zapisał czasu czynności.": "Nobody has recorded the time of an act yet.",
    "Czynność": "Act",
    "Liczba": "Number",
    "Minuty": "Minutes",
    "Minuty według norm": "Minutes by the norms",
    "Czas czynności": "Time of acts",
    "Historia sprawy": "History of the case",
    "Dalsze zdarzenia": "Later events",
    "Twój wgląd w tę historię został odnotowany.": "Your look at this history was recorded.",
}
