"""K3: a residential home: from home care that is no longer enough to the shared fee of a month.

Its application is of 1 April 2026, as `domain.md` K3 tells it; home care runs since March.
"""

from datetime import date

from osnowa.scenarios.k3.expected import EXPECTED
from osnowa.scenarios.k3.story import tell
from osnowa.scenarios.story import Story

STORY = Story("k3", "Stanisław Przykładny", date(2026, 3, 2), date(2026, 7, 1), tell, EXPECTED)
