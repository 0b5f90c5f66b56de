"""What a case about a residential home holds beside the inquiry: the consent and the sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from chassis.aggregate import event
from services.benefits.case_events import CaseEvents
from services.benefits.case_interviews import CaseInterviews
from services.benefits.lifecycle import Action
from services.benefits.refusals.home import NotAboutAHome, RulingUnnamed
from services.benefits.resident import ConsentGiver, HomeConsent, ResidentSheet
from services.benefits.values import Benefit


class CaseHome(CaseInterviews):
    """The stage of a `Case` that only a residential home has."""

    id: UUID
    consent: HomeConsent | None
    sheet: ResidentSheet | None

    def record_home_consent(self, consent: HomeConsent, *, today: date) -> None:
        """The latest one counts: a consent may be withdrawn (ups art. 54 ust. 4).

        Raises NotAboutAHome, RulingUnnamed, InTheFuture.
        """
        self._about_a_home(Action.RECORD_HOME_CONSENT)
        self._on_a_day_of_the_case(consent.on, today)
        if consent.by is ConsentGiver.COURT and not consent.reference.strip():
            raise RulingUnnamed
        self._home_consent_recorded(consent=consent)

    @event(CaseEvents.HomeConsentRecorded)
    def _home_consent_recorded(self, consent: HomeConsent) -> None:
        self.consent = consent

    def write_resident_sheet(self, sheet: ResidentSheet) -> ResidentSheet:
        """Anew as a whole; the placement goes out with the latest. Raises NotAboutAHome."""
        self._about_a_home(Action.WRITE_RESIDENT_SHEET)
        version = 1 if self.sheet is None else self.sheet.version + 1
        written = replace(sheet, version=version, sheet_id=uuid5(self.id, f"sheet/{version}"))
        self._resident_sheet_written(sheet=written)
        return written

    @event(CaseEvents.ResidentSheetWritten)
    def _resident_sheet_written(self, sheet: ResidentSheet) -> None:
        self.sheet = sheet

    def _about_a_home(self, action: Action) -> None:
        self.require(action)
        if self.benefit is not Benefit.RESIDENTIAL_HOME:
            raise NotAboutAHome
