"""Takes other people's names out of a text before it is handed to the person who asked what is held about them.

It finds whoever the school lists. Nobody else: a person must read what is left before it is handed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.case import Case
from reports.events import Asked, Closed, Noted
from reports.people import Person, PersonId, School
from reports.report import PERSON, CaseId

REMOVED = "[name removed]"
LEAST = 3  # letters of a name that is looked for by itself
TITLES = frozenset("mr mrs ms miss mx dr rev sir the".split())


@dataclass(frozen=True)
class Extract:
    """What one report holds about a person, to be judged by whoever has the report."""

    case: CaseId
    reported: bool  # they sent it, under their name; otherwise it is about them, or they saw it
    words: Mapping[str, str]


def extract(case: Case, words: Mapping[str, str], person: PersonId, school: School) -> Extract | None:
    """None where they are not in it by name. Who reported it is never in it, unless it is they."""
    if case.filed is None or case.concern is None:
        return None
    concern = case.concern  # with what was told since: a name that was put to it, and who else had a part
    if concern.reporter == person:
        dealt = {line.words for line in case.lines if isinstance(line, Asked | Noted | Closed)}
        shown = {name: redacted(text, person, school) if name in dealt else text for name, text in words.items()}
        return Extract(case.id, True, shown)  # of their own words they know all that is in them
    named = {f"{PERSON}{person}"} & concern.subjects or {person} & (concern.witnesses | concern.affected)
    if not named:
        return None
    return Extract(case.id, False, {name: redacted(text, person, school) for name, text in words.items()})


def redacted(text: str, keep: PersonId, school: School) -> str:
    """Without the names, ids and addresses of everyone the school lists but one."""
    own = {word.casefold() for person in school.people if person.id == keep for word in _called(person)}
    others = {word for person in school.people if person.id != keep for word in _called(person)}
    found = sorted((word for word in others if word.casefold() not in own), key=len, reverse=True)
    if not found:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)", REMOVED, text, flags=re.IGNORECASE)


def _called(person: Person) -> Iterator[str]:
    """All that a text may call them by."""
    yield from filter(None, (person.id, person.email, person.name))
    for word in re.findall(r"[^\W\d_][\w'’-]*", person.name):
        for part in {word, *word.split("-")}:  # half of a name with a hyphen is what many are called by
            if len(part) >= LEAST and part.casefold() not in TITLES:
                yield part
