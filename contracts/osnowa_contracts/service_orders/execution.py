"""What a contractor said about an order, stated anew by the order's owner for all involved."""

from __future__ import annotations

from osnowa_contracts import orders
from osnowa_contracts.fact import Confidentiality, Publisher, fact

_ORDER = "ups art. 17 ust. 1 pkt 11, art. 50"


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class OrderAccepted(orders.Acceptance):
    """The contractor takes the order."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class OrderRejected(orders.Rejection):
    """The contractor cannot take the order, for this reason."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class OrderQueued(orders.Queueing):
    """The contractor takes the order as soon as there is room."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class ScheduleSet(orders.Schedule):
    """Who comes when."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class ServiceStarted(orders.Start):
    """The first visit took place."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class VisitCompleted(orders.Visit):
    """A visit took place."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class VisitMissed(orders.MissedVisit):
    """A planned visit did not take place."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.SENSITIVE, basis=_ORDER)
class AbsenceReported(orders.ClientAbsence):
    """The client is away; there are no visits meanwhile."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=_ORDER)
class AmendmentAcknowledged(orders.Acknowledgement):
    """The contractor has read the changed order and works by it."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=f"{_ORDER}; [002] tab. 7")
class MonthlyReportSubmitted(orders.MonthlyReport):
    """The contractor reported what was planned and done in the month."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.CASE, basis=f"{_ORDER}; [002] tab. 16")
class SurveyAnswered(orders.Survey):
    """The client answered the survey (annex 7)."""


@fact(Publisher.SERVICE_ORDERS, Confidentiality.SENSITIVE, basis=_ORDER)
class IncidentReported(orders.Incident):
    """Something happened during the service that others must know."""
