"""The web layer of every part: sign-in, generic pages, forms, refusals and live updates."""

from chassis.web.context import Ctx, Running
from chassis.web.drawn import Drawing, Drawn, defaults
from chassis.web.forms import FormErrors, parse_form
from chassis.web.installation import add_routes, install
from chassis.web.problems import AWAY, refused
from chassis.web.reads import ABOUT_CLIENTS, ReadsTable, record_reads, records_read
from chassis.web.render import page, speech_of
from chassis.web.signed_in import SignedIn, may, only
from chassis.web.site import Client, Here, Link, Say, Site, Task

__all__ = [
    "ABOUT_CLIENTS",
    "AWAY",
    "Client",
    "Ctx",
    "Drawing",
    "Drawn",
    "FormErrors",
    "Here",
    "Link",
    "ReadsTable",
    "Running",
    "Say",
    "SignedIn",
    "Site",
    "Task",
    "add_routes",
    "defaults",
    "install",
    "may",
    "only",
    "page",
    "parse_form",
    "record_reads",
    "records_read",
    "refused",
    "speech_of",
]
