"""Where an order can stand, and what may be done with it there (`domain.md` E6)."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where an order stands (`domain.md` E6). AMENDED is no place: service goes on meanwhile."""

    DRAFT = "draft"
    PLACED = "placed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    QUEUED = "queued"
    SCHEDULED = "scheduled"
    STARTED = "started"
    IN_SERVICE = "in-service"
    SUSPENDED = "suspended"
    ENDED = "ended"
    SETTLED = "settled"
    EVALUATED = "evaluated"


class Action(StrEnum):
    """What somebody may do with an order."""

    UPDATE_SHEET = "update-sheet"
    PLACE = "place"
    PLACE_URGENTLY = "place-urgently"
    CONFIRM = "confirm"
    ACCEPT = "accept"
    REJECT = "reject"
    QUEUE = "queue"
    SCHEDULE = "schedule"
    START = "start"
    RECORD_VISIT = "record-visit"
    REPORT_ABSENCE = "report-absence"
    SUSPEND = "suspend"
    RESUME = "resume"
    AMEND = "amend"
    ACKNOWLEDGE = "acknowledge"
    REPORT_INCIDENT = "report-incident"
    SURVEY = "survey"
    END = "end"
    SETTLE_MONTH = "settle-month"
    EVALUATE = "evaluate"


A, S = Action, State

_BEFORE_START = frozenset({A.UPDATE_SHEET, A.CONFIRM, A.AMEND, A.ACKNOWLEDGE, A.END})
_RUNNING = _BEFORE_START | {
    A.SCHEDULE,
    A.RECORD_VISIT,
    A.REPORT_ABSENCE,
    A.SUSPEND,
    A.REPORT_INCIDENT,
    A.SURVEY,
    A.SETTLE_MONTH,
    A.EVALUATE,
}

PERMITTED: dict[State, frozenset[Action]] = {
    S.DRAFT: frozenset({A.UPDATE_SHEET, A.PLACE, A.PLACE_URGENTLY, A.END}),
    S.PLACED: _BEFORE_START | {A.ACCEPT, A.REJECT, A.QUEUE},
    S.QUEUED: _BEFORE_START | {A.ACCEPT, A.REJECT},
    S.REJECTED: frozenset({A.END}),
    S.ACCEPTED: _BEFORE_START | {A.SCHEDULE},
    S.SCHEDULED: _BEFORE_START | {A.SCHEDULE, A.START},
    S.STARTED: _RUNNING,
    S.IN_SERVICE: _RUNNING,
    S.SUSPENDED: _RUNNING | {A.RESUME},
    # What was done before the end is reported, confirmed and settled after it.
    S.ENDED: frozenset(
        {
            A.CONFIRM,
            A.ACKNOWLEDGE,
            A.RECORD_VISIT,
            A.REPORT_ABSENCE,
            A.REPORT_INCIDENT,
            A.SURVEY,
            A.SETTLE_MONTH,
            A.EVALUATE,
        }
    ),
    S.SETTLED: frozenset({A.SURVEY, A.EVALUATE}),
    S.EVALUATED: frozenset({A.SURVEY}),
}
"""Used by the guard of the aggregate, by the buttons of the page and by the links of the API."""

STATE_PL: dict[State, str] = {
    S.DRAFT: "szkic",
    S.PLACED: "złożone",
    S.ACCEPTED: "przyjęte",
    S.REJECTED: "odrzucone",
    S.QUEUED: "w kolejce",
    S.SCHEDULED: "zaplanowane",
    S.STARTED: "rozpoczęte",
    S.IN_SERVICE: "w realizacji",
    S.SUSPENDED: "zawieszone",
    S.ENDED: "zakończone",
    S.SETTLED: "rozliczone",
    S.EVALUATED: "ocenione",
}

ACTION_PL: dict[Action, str] = {
    A.UPDATE_SHEET: "zmiana karty klienta",
    A.PLACE: "złożenie zlecenia",
    A.PLACE_URGENTLY: "złożenie zlecenia pilnego",
    A.CONFIRM: "potwierdzenie decyzją",
    A.ACCEPT: "przyjęcie",
    A.REJECT: "odrzucenie",
    A.QUEUE: "wpisanie do kolejki",
    A.SCHEDULE: "ustalenie harmonogramu",
    A.START: "rozpoczęcie usługi",
    A.RECORD_VISIT: "zapis wizyty",
    A.REPORT_ABSENCE: "zgłoszenie nieobecności",
    A.SUSPEND: "zawieszenie",
    A.RESUME: "wznowienie usługi",
    A.AMEND: "zmiana zlecenia",
    A.ACKNOWLEDGE: "potwierdzenie zmiany",
    A.REPORT_INCIDENT: "zgłoszenie zdarzenia",
    A.SURVEY: "ankieta",
    A.END: "zakończenie",
    A.SETTLE_MONTH: "rozliczenie miesiąca",
    A.EVALUATE: "ewaluacja",
}
