"""Lays the tables, one named step at a time. Stores never do: only `candour migrate` and a first start call this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from adapters.stores.rows import Laying, Store, utc
from bot.conversation import KEPT_FOR

Step = Callable[[Laying], None]


class NotLaid(Exception):
    """The database is not ready for this release. Run: candour migrate"""


class Ahead(NotLaid):
    """A newer release has changed the database. Install that release again, or go back: candour migrate --back"""


def policies(laying: Laying) -> None:
    laying.create(
        "policies",
        {
            "school": str,
            "policy": str,
            "number": int,
            "digest": str,
            "title": str,
            "dated": str,
            "approved": str,
            "review": str,
            "link": str,
            "added": datetime,
        },
        key=("school", "policy", "number"),
        filled=("digest", "title", "dated", "link", "added"),
    )
    laying.create(
        "clauses",
        {
            "school": str,
            "policy": str,
            "number": int,
            "place": int,
            "text": str,
            "marker": str,
            "composed": str,
            "label": str,
            "headings": str,
            "lead_ins": str,
            "page": int,
            "kind": str,
        },
        key=("school", "policy", "number", "place"),
    )
    laying.create("indexes", {"school": str, "stamp": str, "fitted": bytes}, key="school")


def cases(laying: Laying) -> None:
    laying.create(
        "events",
        {"case_id": str, "number": int, "school": str, "sealed": bytes},
        key=("case_id", "number"),
        filled=("school", "sealed"),
    )
    laying.create("words", {"case_id": str, "name": str, "school": str, "sealed": bytes}, key=("case_id", "name"))
    laying.create(
        "errands",
        {
            "id": int,
            "school": str,
            "case_id": str,
            "verb": str,
            "due": datetime,
            "recipient": str,
            "hop": int,
            "urgent": int,
            "tries": int,
        },
        key="id",
    )
    laying.index("errands", ("school", "due"))
    laying.create(
        "inbox", {"school": str, "recipient": str, "case_id": str, "place": int}, key=("school", "recipient", "case_id")
    )
    laying.create("receipts", {"finder": str, "sealed": bytes}, key="finder")


def talks(laying: Laying) -> None:
    laying.create("talks", {"who": str, "sealed": bytes, "touched": datetime, "version": int}, key="who")
    laying.create("notices", {"message": str, "school": str, "recipient": str, "seen": int}, key="message")


def lapses(laying: Laying) -> None:
    """How long an older release's draft is to be kept stands sealed in it: give it the longest, and let it say so."""
    if not laying.has("talks", "touched"):
        return  # for a day, the step before this one made it so
    laying.rename("talks", "touched", "lapses")
    for row in laying.rows.query("SELECT who, lapses FROM talks"):
        lapsing = datetime.fromisoformat(row["lapses"]) + KEPT_FOR
        laying.rows.change("talks", {"who": row["who"]}, {"lapses": utc(lapsing)})


def lanes(laying: Laying) -> None:
    """Errands keep the time they were due however often they are tried, and each person's deliveries have a lane."""
    laying.widen("errands", "held", datetime)
    laying.index("errands", ("school", "urgent", "due", "id"))
    laying.create(
        "lanes",
        {"school": str, "recipient": str, "urgent": int, "free": datetime, "failures": int},
        key=("school", "recipient", "urgent"),
    )
    laying.create("heartbeats", {"worker": str, "beat": datetime}, key="worker")
    laying.create("alarms", {"trouble": str, "again": datetime}, key="trouble")


def desk(laying: Laying) -> None:
    """Links and sessions of the recipient desk, by a hash of what opens them, and authenticators, sealed."""
    laying.create(
        "desk_links",
        {"token": str, "purpose": str, "school": str, "person": str, "until": datetime},
        key="token",
        filled=("purpose", "school", "person", "until"),
    )
    laying.create(
        "desk_sessions",
        {
            "token": str,
            "school": str,
            "person": str,
            "stage": str,
            "sealed": bytes,
            "begun": datetime,
            "seen": datetime,
        },
        key="token",
        filled=("school", "person", "stage", "begun", "seen"),
    )
    laying.create(
        "desk_authenticators",
        {"school": str, "person": str, "sealed": bytes, "last": int, "tries": int, "held": datetime},
        key=("school", "person"),
        filled=("sealed", "last", "tries", "held"),
    )


def doors(laying: Laying) -> None:
    """What a platform's door keeps: what it has taken in already, tokens of workspaces, counts of feedback."""
    laying.create("claims", {"name": str, "at": datetime}, key="name", filled=("at",))
    laying.create("workspaces", {"team": str, "sealed": bytes}, key="team", filled=("sealed",))
    laying.create("feedback", {"school": str, "verdict": str, "times": int}, key=("school", "verdict"))


def audit(laying: Laying) -> None:
    """Times are text, so that what was hashed is read back to the letter on every database."""
    laying.create(
        "audit",
        {
            "school": str,
            "number": int,
            "at": str,
            "who": str,
            "deed": str,
            "case_id": str,
            "previous": str,
            "hash": str,
        },
        key=("school", "number"),
        filled=("at", "who", "deed", "case_id", "previous", "hash"),
    )
    laying.index("audit", ("school", "who", "deed", "at"))
    laying.create(
        "audit_heads",
        {"school": str, "number": int, "hash": str, "seal": str},
        key="school",
        filled=("number", "hash", "seal"),
    )


def handovers(laying: Laying) -> None:
    """Who receives reports, and who was told that it changes. No case stands here."""
    laying.create(
        "holdings",
        {"school": str, "seat": str, "person": str, "since": datetime, "until": datetime},
        key=("school", "seat", "person"),
        filled=("since",),
    )
    laying.create(
        "handovers",
        {"id": int, "school": str, "at": datetime, "seat": str, "person": str, "comes": int, "force": datetime},
        key="id",
        filled=("school", "at", "seat", "person", "comes", "force"),
    )
    laying.create(
        "handover_notices",
        {"message": str, "school": str, "recipient": str, "at": datetime, "due": datetime},
        key="message",
        filled=("school", "recipient", "at"),
    )
    laying.create("handover_schools", {"school": str}, key="school")


def teams(laying: Laying) -> None:
    """Where on Teams to write to a recipient, sealed; `who` is a keyed hash."""
    laying.create("teams_references", {"who": str, "sealed": bytes}, key="who", filled=("sealed",))


def tries(laying: Laying) -> None:
    """How often a private code was tried, by a hash that changes every day."""
    laying.create("tries", {"who": str, "tries": int, "held": datetime}, key="who", filled=("tries", "held"))


def keys(laying: Laying) -> None:
    laying.create("keys", {"name": str, "wrapped": bytes}, key="name", filled=("wrapped",))


def receipt_marks(laying: Laying) -> None:
    """Which receipt is a case's, under a mark that only that case's key can make: so that it can go with the case."""
    laying.create("receipt_marks", {"mark": str, "finder": str}, key="mark", filled=("finder",))


def figures(laying: Laying) -> None:
    """How many reports of each kind a month had, sealed: written once the month is over, and never again."""
    laying.create(
        "figures", {"school": str, "month": str, "sealed": bytes}, key=("school", "month"), filled=("sealed",)
    )


def erasures(laying: Laying) -> None:
    """Beside the keys, so that restoring an old database neither undoes an erasure nor forgets that a case is held."""
    laying.create(
        "certificates",
        {
            "name": str,
            "school": str,
            "at": datetime,
            "rule": str,
            "sealed": str,
            "wrapped": str,
            "receipt": str,
            "scrubbed": datetime,
        },
        key="name",
        filled=("school", "at", "rule", "sealed", "wrapped", "receipt"),
    )
    laying.create("holds", {"name": str, "school": str, "since": datetime}, key="name", filled=("school", "since"))


DATABASE: Sequence[Step] = (
    policies,
    cases,
    talks,
    lapses,
    lanes,
    desk,
    doors,
    audit,
    handovers,
    teams,
    receipt_marks,
    figures,
    tries,
)
KEYS: Sequence[Step] = (keys, erasures)


def migrate(store: Store, steps: Sequence[Step]) -> int:
    """Take the steps not yet taken, all or none; safe to repeat and to run twice at once. Returns how many.

    What stands there is copied first. Keys are not: a key that was destroyed must be gone, and the transaction is
    enough to bring them through a step that fails.
    """
    with store.laying() as laying:
        if laying.taken() > len(steps):
            raise Ahead(Ahead.__doc__)
        due = steps[laying.taken() :]
        if due and laying.taken() and steps is not KEYS:
            laying.keep_copy()
        for step in due:
            step(laying)
            laying.took(step.__name__)
    return len(due)


def check(store: Store, steps: Sequence[Step]) -> None:
    """Raises NotLaid and Ahead."""
    taken = store.taken()
    if taken != len(steps):
        raise NotLaid(NotLaid.__doc__) if taken < len(steps) else Ahead(Ahead.__doc__)
