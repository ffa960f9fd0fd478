"""What is held about one person, as a document for whoever answers a request under Article 15 of the UK GDPR.

Whoever runs Candour may read no report and may not learn who sent one, so their document holds neither. What a report
itself holds is judged by the person who has that report, from a draft that only they can make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.drafting import NAMED, SENT_BY_THEM, labelled
from bot.telling import POST_LABELS
from reports.case import Case
from reports.desk import Desk
from reports.people import Person, PersonId, School
from reports.redaction import Extract

NOT_HERE = """
## What is not in this document, and how it is got

- **Reports they sent.** Whoever runs Candour may not learn who reported anything, so this document doesn't say
  whether there are any. They see their own with the private code they were given: they type *status*. If their name is
  on it, whoever has the report can give them an extract. A report without a name is kept so that nobody looks up whose
  it is (Article 11).
- **Reports about them.** Please ask the headteacher, and the chair of governors if it could be about the headteacher,
  to look at the reports that they have, and say only that a request has come. Each presses *Someone asks to see their
  data* in their list: that makes a draft of what their reports hold about this person, with other people's names taken
  out. They decide on each what may be given.
- **A report they are writing.** It is tied to nobody by anything that can be looked up, and is theirs until it is sent.
- **What they asked about policies.** It is not kept.

## What may be held back

The Data Protection Act 2018 lets a school hold back what would show who else is in it, where that is not reasonable
(Schedule 2, paragraph 16), what would get in the way of finding out about a crime (Schedule 2, paragraph 2), what would
cause someone serious harm (Schedule 3, Part 2), and what is about a child who may be abused, where giving it would not
be best for the child (Schedule 3, Part 5). Say that something was held back, and why, unless saying so gives it away.
Answer within one month. Ask your data protection officer: this page is no legal advice.
"""
DRAFT = (
    "This is a draft for you alone, and it is not yet fit to hand over. Candour took out the names of the people it "
    "knows. Read every word: take out pupils, other people, and whatever shows who wrote it. Then decide, with the "
    "data protection officer, what may be given."
)


def document(school: School, person: Person, cases: Sequence[Case], now: datetime) -> str:
    """Markdown. `cases` are those that were delivered to them."""
    return "\n".join([*_head(school, person, now), *_entry(person), *_received(person, cases), NOT_HERE])


def draft(desk: Desk, recipient: PersonId, person: Person, now: datetime) -> str:
    """What the reports that this recipient may open hold about a person, for the recipient's own eyes. Each reading is
    recorded, as every other is.
    """
    found = desk.extracts(recipient, person.id, now)
    lines = [*_head(desk.school, person, now), DRAFT, ""]
    lines += [line for one in found for line in _extract(one)] or ["Nothing in the reports that you have names them."]
    return "\n".join(lines)


def _head(school: School, person: Person, now: datetime) -> Iterator[str]:
    yield f"# What Candour holds about {person.name}"
    yield f"\n{school.name}. Made on {now.date().isoformat()}, for a request under Article 15 of the UK GDPR.\n"


def _entry(person: Person) -> Iterator[str]:
    posts = ", ".join(POST_LABELS[post] for post in sorted(person.posts)) or "none"
    away = ", ".join(f"{first} to {last}" for first, last in person.away) or "none written down"
    rows = (
        ("Name", person.name),
        ("Id", person.id),
        ("Posts", posts),
        ("Line manager's id", person.manager or "none"),
        ("E-mail", person.email or "none"),
        ("Slack member id", person.slack or "none"),
        ("Teams object id", person.teams or "none"),
        ("Still works here", "yes" if person.active else "no"),
        ("Days away", away),
    )
    yield "## In the school's list of people (school.toml)\n"
    yield from _table(("What", "Held"), rows)


def _received(person: Person, cases: Sequence[Case]) -> Iterator[str]:
    yield "\n## As someone who receives reports\n"
    if not cases:
        yield "No report has been delivered to them."
        return
    yield from _table(("Report", "Delivered", "Opened", "Acknowledged"), (_acts(person.id, case) for case in cases))


def _acts(person: PersonId, case: Case) -> tuple[str, ...]:
    done = case.acknowledged
    acknowledged = done.at if done and done.by == person else None
    return (case.id, *map(_when, (dict(case.delivered).get(person), dict(case.opened).get(person), acknowledged)))


def _extract(found: Extract) -> Iterator[str]:
    yield f"## Report {found.case}: {SENT_BY_THEM if found.reported else NAMED}\n"
    for label, text in labelled(found):
        quoted = "\n".join(f"> {line}" for line in text.splitlines())
        yield f"**{label}**\n\n{quoted}\n"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "no"
