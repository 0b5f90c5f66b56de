"""What the journeys look at: the platform after all stories, and what came out."""

from dataclasses import dataclass

from osnowa.platform import Platform
from osnowa.scenarios.expectations import Outcome
from osnowa.scenarios.player import Performance
from osnowa.scenarios.timelines import SideBySide


@dataclass(frozen=True)
class Played:
    """The platform still runs."""

    platform: Platform
    performance: Performance

    def outcome(self, story: str, name: str) -> Outcome:
        return next(o for o in self.performance.outcomes if (o.story, o.name) == (story, name))

    def timelines(self, story: str) -> SideBySide:
        return next(t for t in self.performance.timelines if t.story == story)
