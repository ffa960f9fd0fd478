"""What can happen to a case: each event says it once, and none is ever changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reports.people import PersonId
from reports.report import Report
from reports.route import Route


@dataclass(frozen=True)
class Filed:
    """The report and the route chosen for it, which later events may shorten but never widen.

    An anonymous reporter is not in `report` nor in `route.excluded`; `mark` is all that is left of them:
    a keyed hash under the case's own key, so that they stay excluded. `because` is not asked again.
    """

    report: Report
    route: Route
    urgent: bool
    mark: str
    outside: str = ""  # the body told of at the end, as shown to the reporter
    judged: frozenset[PersonId] = frozenset()  # whom the subjects meant on that day, whoever holds which post later


@dataclass(frozen=True)
class Delivered:
    at: datetime
    to: PersonId
    message: str  # the carrier's own id, so that a repeat can be told from a second message


@dataclass(frozen=True)
class Undeliverable:
    at: datetime
    to: PersonId
    reason: str  # a word from a fixed list: "barred", "inactive", "unreachable"


@dataclass(frozen=True)
class Opened:
    at: datetime
    by: PersonId


@dataclass(frozen=True)
class Acknowledged:
    at: datetime
    by: PersonId


@dataclass(frozen=True)
class Reminded:
    """A neutral notice that is no delivery: that time runs, that feedback is due, that there is something new."""

    at: datetime
    to: PersonId
    message: str
    feedback: bool = False


@dataclass(frozen=True)
class Lapsed:
    """This hop's turn is over: nobody of it acknowledged in time, could be reached, or may still see it."""

    at: datetime
    hop: int


@dataclass(frozen=True)
class Exhausted:
    """Nobody is left in school: only the outside body that the reporter is told of."""

    at: datetime


@dataclass(frozen=True)
class Recused:
    """Someone who was told passed it on, because they have a part in it. They never see it again."""

    at: datetime
    by: PersonId


@dataclass(frozen=True)
class Transferred:
    at: datetime
    by: PersonId
    to: PersonId


@dataclass(frozen=True)
class Involved:
    """The reporter told of more people with a part in it; `excluded` are all who may not see it because of them."""

    at: datetime
    subjects: frozenset[str]
    witnesses: frozenset[PersonId]
    excluded: frozenset[PersonId]


@dataclass(frozen=True)
class Asked:
    """A question to the reporter. `words` is the name under which its text is kept, here and below."""

    at: datetime
    by: PersonId
    words: str


@dataclass(frozen=True)
class Noted:
    """What a recipient did, written down for the file. The reporter is not shown it."""

    at: datetime
    by: PersonId
    words: str


@dataclass(frozen=True)
class Added:
    """More from the reporter; `answers` is the name of the question it answers, if it does."""

    at: datetime
    words: str
    answers: str = ""


@dataclass(frozen=True)
class Wished:
    """The reporter would like it to stop, and it was too late to withdraw, or is about a child."""

    at: datetime


@dataclass(frozen=True)
class Closed:
    """`told`: the words are feedback for the reporter; otherwise, why none can be given."""

    at: datetime
    by: PersonId
    words: str
    told: bool


@dataclass(frozen=True)
class Named:
    """An anonymous reporter put their name to it; there is no way back."""

    at: datetime
    reporter: PersonId


@dataclass(frozen=True)
class Treated:
    """Whether the reporter was treated fairly for raising it: "yes", "no" or "unsaid"."""

    at: datetime
    answer: str


@dataclass(frozen=True)
class Withdrawn:
    """Before anyone opened it. All that can be read is erased after this."""

    at: datetime


Event = (
    Filed
    | Delivered
    | Undeliverable
    | Opened
    | Acknowledged
    | Reminded
    | Lapsed
    | Exhausted
    | Recused
    | Transferred
    | Involved
    | Asked
    | Noted
    | Added
    | Wished
    | Closed
    | Named
    | Treated
    | Withdrawn
)
Line = Asked | Noted | Added | Wished | Closed
"""What is said about a case, in the order in which it was."""
