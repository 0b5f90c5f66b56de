"""K1: an unemployed single man: a periodic benefit, and social work that benefits never reads.

From 2 February to 30 June 2026, as `domain.md` K1 tells it, through public HTTP APIs only.
"""

from datetime import date

from osnowa.scenarios.k1.expected import EXPECTED
from osnowa.scenarios.k1.story import tell
from osnowa.scenarios.story import Story

STORY = Story("k1", "Marek Próbny", date(2026, 2, 2), date(2026, 6, 30), tell, EXPECTED)
