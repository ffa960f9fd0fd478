"""Runs one thing and says what it did wrong: too slow, too large, or an error that nobody meant."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from adapters.faults import Faults
from adapters.formats import Unreadable

EXHAUSTIVE = os.environ.get("CANDOUR_EXHAUSTIVE") == "1"
SECONDS = 2.0
MOST_MEMORY = 400  # megabytes more than before: 50 of XML, as a tree, is the largest that is allowed


@dataclass(frozen=True)
class Outcome:
    fault: str = ""  # empty where all is well
    refused: str = ""  # the sentence


def watched(work: Callable[[], object]) -> Outcome:
    """Time is counted as this thread used it, so that a busy machine is not taken for a hang."""
    began, before = time.thread_time(), _peak()
    refused = ""
    try:
        work()
    except (Unreadable, Faults) as why:
        refused = str(why)
    except Exception as fault:
        place = fault.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        line = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
        return Outcome(f"{type(fault).__name__}: {str(fault)[:200]} at {line}")
    taken, grown = time.thread_time() - began, _peak() - before
    if taken > SECONDS:
        return Outcome(f"took {taken:.1f} s", refused)
    if grown > MOST_MEMORY:
        return Outcome(f"took {grown:.0f} MB", refused)
    if refused and not (refused.endswith(".") and "\n" not in refused and len(refused) < 600):
        return Outcome(f"said no sentence: {refused[:200]!r}", refused)
    return Outcome("", refused)


def _peak() -> float:
    """The most memory that this process ever had, in megabytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
