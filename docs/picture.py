"""Draws the README's picture: a question and the heart of a report, as the terminal shows them."""

from __future__ import annotations

import io
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.text import Text

from adapters.assembly import House
from adapters.commands.migrate import stocked
from adapters.console import Screen
from adapters.conversation import Talk
from reports.people import PersonId

HERE = Path(__file__).parent
WIDTH = 92
# What the picture leaves out between the first line that it shows and the second.
UNSEEN = ("report", "no", "start", "harassment or discrimination", "a colleague")
SEEN = ("can I accept a friend request from an ex pupil?", "Callum Redgrave-Iyer", "none of them")


def draw(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        environ = {"CANDOUR_HOME": folder, "CANDOUR_KEY": "0" * 64}
        house = House.open(environ, Path(folder), lambda: datetime(2026, 11, 20, 10, tzinfo=UTC))
        registered = house.school("sample")
        stocked(house, registered)
        console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
        screen = Screen.on(console, WIDTH)
        talk = Talk(house.assistant(registered), Screen(io.StringIO()), house.clock, lambda _: 0, PersonId("t.teacher"))
        for line in (SEEN[0], *UNSEEN, *SEEN[1:]):
            talk.screen = screen if line in SEEN else Screen(io.StringIO())
            if line == SEEN[1]:
                console.print(Text("\n⋮ report, and four questions later: Who is it?", style="dim"))
            if line in SEEN:
                console.print(Text(f"\n› {line}", style="green"))
            talk.hear(line)
        house.close()
    target.write_text(console.export_svg(title="candour chat --as t.teacher", unique_id="candour"), encoding="utf-8")


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "terminal.svg")
