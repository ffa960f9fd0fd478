"""Somebody who reports again and again, in a process of their own: `python -m tests.processes.filing WHO`.

When there is a file `stop`, what was begun is brought to its end. What a process leaves that was killed is taken up by
the next one for the same person, as a web process takes up what another left. The code of every report that was sent
goes into the file codes.WHO before it is confirmed.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

from adapters.assembly import now
from bot.asking import Incoming, Replies, Said
from bot.assistant import Assistant
from reports.people import PersonId
from tests.processes.dying import assistant, code_in
from tests.processes.terminal import house

ANSWERS = {
    "danger": "no",
    "start": "start",
    "kind": "harassment",
    "who": "Callum Redgrave-Iyer",
    "others": "none",
    "where": "right",
    "naming": "named",
    "happened": "He called me names in the staff room.",
    "more": "done",
    "send": "send",
}
STOP = Path("stop")
ABOUT = ("colleague", "head")  # in turns


def asked(replies: Replies) -> str:
    """The question that stands last; nothing where none does."""
    asks = replies[-1].card.asks if replies else ()
    return asks[0].name if asks else ""


def filed(bot: Assistant, who: PersonId, codes: Path, replies: Replies) -> Replies:
    """The next answer, whatever is asked."""
    question = asked(replies)
    if question == "code":
        code = code_in(replies)
        note(codes, code)
        line = code[-4:]
    elif question == "about":
        line = ABOUT[codes.stat().st_size // 17 % 2]
    else:
        line = ANSWERS.get(question, "report")
    return bot.hear(Incoming(who, now(), Said(line), question))


def note(codes: Path, code: str) -> None:
    """On the disk before anything else happens; a code that comes again after a kill is written again."""
    with codes.open("a") as file:
        file.write(f"{code}\n")
        file.flush()
        os.fsync(file.fileno())


def run(who: PersonId) -> None:
    codes = Path.cwd() / f"codes.{who}"
    codes.touch()
    with closing(house(Path.cwd())) as opened:
        bot = assistant(opened)
        replies = bot.greet(who, now())
        while not STOP.exists() or asked(replies):
            replies = filed(bot, who, codes, replies)


if __name__ == "__main__":
    run(PersonId(sys.argv[1]))
