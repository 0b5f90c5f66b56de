"""K2: home care without paper: from a daughter's call to settled months and an evaluation.

From 2 March to 20 May 2026, as `domain.md` K2 tells it, through public HTTP APIs only.
"""

from datetime import date

from osnowa.scenarios.k2.expected import EXPECTED
from osnowa.scenarios.k2.story import tell
from osnowa.scenarios.story import Story

STORY = Story("k2", "Helena Wzorcowa", date(2026, 3, 2), date(2026, 5, 20), tell, EXPECTED)
