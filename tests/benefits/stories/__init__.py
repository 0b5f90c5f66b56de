"""Every act of a case as its form is sent: refused once with what was typed, then done.

A story begins with a case and goes on with `Posts` in their order; what happens in between, on
another day or in another unit, is a function of the town. `test_every_form.py` tells the
stories and asks that no act is left out.
"""

from __future__ import annotations

from tests.benefits.stories import beside, deciding, giving, inquiry, running
from tests.benefits.stories.posts import Posts, Story

__all__ = ["STORIES", "Posts", "Story"]

STORIES: dict[str, Story] = {
    "an inquiry": inquiry.INQUIRY,
    "an interview at the office": inquiry.AT_THE_OFFICE,
    "an application with defects": inquiry.INCOMPLETE,
    "an application left unexamined": inquiry.LEFT,
    "a case that another office leads": inquiry.TO_PASS_ON,
    "a form of a case that is gone": inquiry.PASSED_ON,
    "an application withdrawn": inquiry.WITHDRAWN,
    "cooperation judged in the team": inquiry.JUDGED_HERE,
    "a decision": deciding.DECIDED,
    "an appeal": deciding.APPEALED,
    "a late appeal": deciding.LATE,
    "a proceeding reopened": deciding.REOPENED,
    "a benefit that runs": running.RUNNING,
    "a case closed and come back to": running.CLOSED,
    "a benefit unduly received": running.UNDUE,
    "a claim that fell away": running.GIVEN_BACK,
    "care at home": giving.CARE,
    "a residential home": giving.HOME,
    "a coat": giving.COAT,
    "work found under a contract": giving.CONTINUED,
    "the family": beside.FAMILY,
    "a request out of a contract": beside.CONTRACT,
    "the term": beside.TERM,
}
