"""What is done with a benefit while it is paid or given: payments, review, monitoring, its end.

One row an act, by the path of `api.links.OF_ENTITLEMENT`; `act_forms` says what a row holds, and
`drafts.act` is the row of every draft.
"""

from __future__ import annotations

from services.benefits.pages.act_forms import Act

OF_BENEFIT: dict[str, Act] = {}
