"""Fills the three documents with what is so at this school today: people by post, times, places and policies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from adapters.assembly import House
from adapters.days import today
from adapters.days import written as day_written
from adapters.schoolfile import Registered
from adapters.settings import Settings
from adapters.stores.address import Address, Place
from bot.telling import KIND_LABELS, POST_LABELS
from reports.ageing import QUIET_DAYS
from reports.coverage import RECEIVING
from reports.people import Post, School
from reports.report import Kind

DOCUMENTS = ("dpia", "notice", "data-map")
FOLDER = Path(__file__).resolve().parent
NOBODY = "**nobody holds this post**"
ASK = "**to be filled in**: say for how many days a backup is kept, with `--backup-days`"


def written(name: str, house: House, registered: Registered, backup_days: int | None) -> str:
    """Markdown. Every value that stands in the document must be known, or making it fails."""
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    return text.format_map(values(house, registered, backup_days))


def values(house: House, registered: Registered, backup_days: int | None) -> Mapping[str, str]:
    school, settings = registered.school, house.settings
    return {
        "school": school.name,
        "made": day_written(today(school, house.clock())),
        "recipients": "\n".join(_recipients(school)),
        "first": "the senior leader on duty" if school.first_hop == "slt" else "the headteacher",
        "urgent_minutes": f"{school.urgent_minutes}",
        "standard_days": f"{school.standard_working_days}",
        "retention": "\n".join(_retention(school)),
        "longest": f"{max([school.retention.default, *(days for _, days in school.retention.kinds)])}",
        "quiet": f"{QUIET_DAYS}",
        "outside": "\n".join(_outside(school)),
        "platforms": ", ".join(_platforms(registered)) or "a terminal only: no platform is set up yet",
        "database": _place(settings.database),
        "keys": _place(settings.key_store),
        "apart": _apart(settings),
        "backups": f"{backup_days} days" if backup_days else ASK,
        "log": _log(settings),
        "policies": "\n".join(f"- {policy.title or policy.id}" for policy in registered.policies) or "- none yet",
        "people": f"{sum(person.active for person in school.people)}",
    }


def _recipients(school: School) -> Iterator[str]:
    """Names by post, as they stand today. A post that nobody holds is told, not left out; one that gets none is."""
    also = {school.site_copy, Post.SLT if school.first_hop == "slt" else None}
    for post in Post:
        if post in RECEIVING or post in also:
            names = ", ".join(person.name for person in school.holders(post) if person.active)
            yield f"| {POST_LABELS[post]} | {names or NOBODY} |"


def _retention(school: School) -> Iterator[str]:
    own = dict(school.retention.kinds)
    for kind in Kind:
        if kind in own:
            yield f"| {KIND_LABELS[kind]} | {own[kind]} |"
    yield f"| every other | {school.retention.default} |"


def _outside(school: School) -> Iterator[str]:
    for body in school.outside:
        checked = f", last checked on {day_written(body.checked)}" if body.checked else ", never checked"
        yield f"- {body.name}{f', {body.phone}' if body.phone else ''}{checked}"


def _platforms(registered: Registered) -> Iterator[str]:
    if registered.slack_team:
        yield "Slack"
    if registered.teams_tenant:
        yield "Microsoft Teams"


def _place(place: Place) -> str:
    return str(place) if isinstance(place, Address) else f"the file {place.name} in the folder {place.parent.name}"


def _apart(settings: Settings) -> str:
    one, other = settings.database, settings.key_store
    if isinstance(one, Path) and isinstance(other, Path) and one.parent.resolve() == other.parent.resolve():
        return "**in one folder: put the keys elsewhere, or leave them out of backups**"
    if isinstance(one, Address) and isinstance(other, Address) and one.within("") == other.within(""):
        return "**in one PostgreSQL database: leave the keys' schema out of backups**"
    return "apart from each other"


def _log(settings: Settings) -> str:
    if isinstance(settings.key_store, Address):
        return "PostgreSQL's write-ahead log may hold a destroyed key until it has been written over"
    return "SQLite's log is emptied when a report is destroyed, and that is checked"
