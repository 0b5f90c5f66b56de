"""The scenarios of the city: clients' stories, played through public HTTP APIs only."""

from osnowa.scenarios import k1, k2, k3, k6
from osnowa.scenarios.story import Story

STORIES: dict[str, Story] = {
    story.name: story for story in (k1.STORY, k2.STORY, k3.STORY, k6.STORY)
}

DEMONSTRATED = ("k1", "k2")
"""What `osnowa demo` plays."""
