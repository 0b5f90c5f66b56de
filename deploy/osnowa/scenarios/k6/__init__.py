"""K6: a permanent benefit in a family, a change found late, and what was received unduly.

From 2 February to 30 October 2026, as `domain.md` K6 tells it, through public HTTP APIs only.
"""

from datetime import date

from osnowa.scenarios.k6.expected import EXPECTED
from osnowa.scenarios.k6.story import tell
from osnowa.scenarios.story import Story

STORY = Story("k6", "Maria Rodzinna", date(2026, 2, 2), date(2026, 10, 30), tell, EXPECTED)
