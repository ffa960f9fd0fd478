"""Writes the log: one JSON object a line, made of an allow-list, so that no word and no person can stand in it.

A line of ours is one of EVENTS, with the fields that belong to it. Of anything else, such as a library's own line,
only the name of the package, the level and the kind of error are told. What does not fit is left out.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import UTC, datetime
from typing import TextIO

from reports.errands import Verb

OURS = "candour"
ELSEWHERE = "elsewhere"
NOBODY_CAUGHT = "Nobody caught an error: %s"
LIBRARIES = logging.WARNING  # below this they are silent, whatever LOG_LEVEL says

# By the sentence that the code logs: the event's name, and what the sentence's places hold, or "" to leave it out.
EVENTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "The database can't be used; I go on trying: %s": ("database-away", ("error",)),
    "An errand failed and will be tried again: %s, %s": ("errand-failed", ("verb", "error")),
    "A chore failed and will be tried again: %s": ("chore-failed", ("error",)),
    "The database can't be used: %s": ("database-away", ("error",)),
    "The database can't be used, so I can't see what is late: %s": ("database-away", ("error",)),
    "%s (%s)": ("trouble", ("", "trouble")),
    "All is well again: %s": ("trouble-over", ("trouble",)),
    "The alarm could not be sent, and I try again: %s": ("alarm-failed", ("error",)),
    "The statistics can't be counted: their key is missing or damaged. I try again.": ("statistics-failed", ()),
    "Too many letters wait to be sent; one was left out.": ("letter-left-out", ()),
    "A letter could not be sent: %s": ("letter-failed", ("error",)),
    "%s %s failed: %s": ("request-failed", ("", "", "error")),
    "A request of Slack's could not be handled: %s": ("request-failed", ("error",)),
    "Bolt could not handle a request; Slack is told that it was heard.": ("request-failed", ()),
    "Slack's socket can't be opened; I go on trying: %s": ("slack-away", ("error",)),
    "A request of Teams' could not be handled: %s": ("request-failed", ("error",)),
    "A message of Teams' could not be answered: %s": ("request-failed", ("error",)),
    "A reply on Teams could not be delivered: %s": ("reply-failed", ("error",)),
    "Microsoft's signing keys can't be read: %s": ("signing-keys-away", ("error",)),
    "A claim could not be kept: %s": ("claim-failed", ("error",)),
    "One person has given %d wrong private codes today.": ("codes-guessed", ("count",)),
    "%s failed: %s": ("request-failed", ("", "error")),
    "Destroyed and not yet scrubbed, because somebody is reading: %d. I try again.": ("not-scrubbed", ("count",)),
    NOBODY_CAUGHT: ("uncaught", ("error",)),
}
LEVELS = {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}


def _verb(value: object) -> object:
    return str(value) if isinstance(value, str) and value in set(Verb) else None


def _trouble(value: object) -> object:
    return value if isinstance(value, str) and value in {"late", "silent"} else None


def _error(value: object) -> object:
    """The name of a kind of error that there is: a word that somebody wrote is none."""
    return value if isinstance(value, str) and value in set(_kinds(BaseException)) else None


def _number(value: object) -> object:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


FIELDS: Mapping[str, Callable[[object], object]] = {
    "verb": _verb,
    "error": _error,
    "trouble": _trouble,
    "count": _number,
    "seconds": _number,
}


def _kinds(kind: type[BaseException]) -> Iterator[str]:
    yield kind.__name__
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)


class Lines(logging.Formatter):
    """Never asks a record for its message."""

    def __init__(self, schools: Collection[str] = ()) -> None:
        super().__init__()
        self._schools = frozenset(schools)

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        level = record.levelname if record.levelname in LEVELS else "OTHER"
        return json.dumps({"at": at, "level": level, **self._said(record)})

    def _said(self, record: logging.LogRecord) -> dict[str, object]:
        known = isinstance(record.msg, str) and record.name.split(".")[0] == OURS and record.msg in EVENTS
        if not known:
            package = record.name.split(".")[0]
            error = _error(record.exc_info[0].__name__) if record.exc_info and record.exc_info[0] else None
            told: dict[str, object] = {"package": package if package in {*sys.modules, OURS} else None, "error": error}
            return {"event": ELSEWHERE} | {name: value for name, value in told.items() if value is not None}
        event, names = EVENTS[record.msg]
        args = record.args if isinstance(record.args, tuple) else ()
        fitted = {name: FIELDS[name](value) for name, value in zip(names, args, strict=False) if name}
        school = getattr(record, "school", None)
        if isinstance(school, str) and school in self._schools:
            fitted["school"] = school
        return {"event": event} | {name: value for name, value in fitted.items() if value is not None}


def begin(level: str, schools: Collection[str] = (), stream: TextIO | None = None) -> None:
    """From now on all that this process logs goes this way, and so does what nobody caught."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Lines(schools))
    logging.raiseExceptions = False  # else a line that can't be written is printed with all that it was given
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(LIBRARIES)
    for logger in [*logging.root.manager.loggerDict.values()]:
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True
            logger.setLevel(logging.NOTSET)
    logging.getLogger(OURS).setLevel(level)
    logging.captureWarnings(True)
    sys.excepthook = lambda kind, fault, trace: _uncaught(kind)  # noqa: ARG005 - what a hook is given
    threading.excepthook = lambda told: _uncaught(told.exc_type)
    sys.unraisablehook = lambda told: _uncaught(told.exc_type)


def _uncaught(kind: type[BaseException]) -> None:
    """Its text and its trace may hold somebody's words."""
    logging.getLogger(OURS).error(NOBODY_CAUGHT, kind.__name__)
