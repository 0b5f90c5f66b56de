"""Facts that a contractor (MCUS, an NGO, a firm) says from its own node to who ordered."""

from __future__ import annotations

from osnowa_contracts import orders
from osnowa_contracts.fact import Confidentiality, Publisher, fact

_CONTRACT = "ups art. 25, 50; umowa o realizację usług"


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=_CONTRACT)
class OrderAccepted(orders.Acceptance):
    """We take the order."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=_CONTRACT)
class OrderRejected(orders.Rejection):
    """We cannot take the order, for this reason."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=_CONTRACT)
class OrderQueued(orders.Queueing):
    """We take the order as soon as there is room."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=_CONTRACT)
class ScheduleSet(orders.Schedule):
    """Who comes when."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=_CONTRACT)
class ServiceStarted(orders.Start):
    """The first visit took place."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=_CONTRACT)
class VisitCompleted(orders.Visit):
    """A visit took place."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=_CONTRACT)
class VisitMissed(orders.MissedVisit):
    """A planned visit did not take place."""


@fact(Publisher.CONTRACTOR, Confidentiality.SENSITIVE, basis=_CONTRACT)
class AbsenceReported(orders.ClientAbsence):
    """The client is away; there are no visits meanwhile."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=_CONTRACT)
class AmendmentAcknowledged(orders.Acknowledgement):
    """We have read the changed order and work by it."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=f"{_CONTRACT}; [002] tab. 7")
class MonthlyReportSubmitted(orders.MonthlyReport):
    """What was planned and done in the month."""


@fact(Publisher.CONTRACTOR, Confidentiality.CASE, basis=f"{_CONTRACT}; [002] tab. 16")
class SurveyAnswered(orders.Survey):
    """The client answered the survey (annex 7)."""


@fact(Publisher.CONTRACTOR, Confidentiality.SENSITIVE, basis=_CONTRACT)
class IncidentReported(orders.Incident):
    """Something happened during the service that others must know."""
