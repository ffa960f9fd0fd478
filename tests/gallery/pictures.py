"""Pictures of what people see on Slack, from a headless Chromium: those of the README, or of every card.

python -m tests.gallery.pictures [--all FOLDER]
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from adapters import ingest
from adapters.doors import contacts, roster
from adapters.sample import FOLDER
from adapters.slack import homepage, views
from adapters.slack.questions import drawn
from bot.asking import Filled, Incoming, Pressed, Reply, Said, Surface
from tests.bot.house import NOW, TEACHER, Bot, school
from tests.gallery.cards import every
from tests.gallery.slack_page import page

DOCS = Path(__file__).resolve().parents[2] / "docs"
WIDE = 600
FIRST = ({"danger": ("no",)}, {"start": ("start",)}, {"kind": ("harassment",)}, {"about": ("colleague",)})


COMMAND = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--log-level=3")
MEASURE = "<script>document.title = Math.ceil(document.querySelector('.frame').getBoundingClientRect().bottom)</script>"
MARGIN = 16  # pixels below the frame, as above it


def shot(html: str, to: Path) -> None:
    """As tall as the page is in the fonts of this machine, so that no picture is cut."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(html + MEASURE, encoding="utf-8")
        found = re.search(r"<title>(\d+)</title>", _chromium(f"--window-size={WIDE},800", "--dump-dom", file.as_uri()))
        assert found, "Chromium did not say how tall the page is"
        tall = int(found[1]) + MARGIN
        _chromium(f"--window-size={WIDE},{tall}", f"--screenshot={to}", file.as_uri())


def _chromium(*words: str) -> str:
    command = [shutil.which("chromium") or "chromium", *COMMAND, *words]
    return subprocess.run(command, check=True, capture_output=True, timeout=60, text=True).stdout


def readme() -> Iterator[tuple[str, str]]:
    """Name and page of each picture of the README."""
    bot = Bot(forms=True)
    asked = Incoming(TEACHER, NOW, Said("May I accept a friend request from a former pupil?"), "", Surface.CHAT)
    (answer, *_) = drawn(bot.assistant.hear(asked))
    yield "slack-answer", page(answer.blocks)
    bot.assistant.hear(Incoming(TEACHER, NOW, Pressed("report")))
    for fields in FIRST:
        replies = bot.assistant.hear(Incoming(TEACHER, NOW, Filled(fields)))
    view = views.form(replies, people=roster.choices(school()))
    yield "slack-report", page(view["blocks"], view)
    known = [ingest.read(file) for file in sorted((FOLDER / "policies").iterdir())]
    cards = (homepage.DO, contacts.card(school()), homepage.policies(known, NOW.date()))
    home = views.home(cards)
    yield "slack-home", page(home["blocks"], home)


def all_cards() -> Iterator[tuple[str, str]]:
    for number, card in enumerate(every()):
        view = views.form((Reply(card),), people=roster.choices(school()))
        name = re.sub(r"\W+", "-", card.title)[:40]
        yield f"{number:04}-{name}", page(view["blocks"], view)


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.gallery.pictures")
    parser.add_argument("--all", type=Path)
    folder = parser.parse_args().all
    for name, html in all_cards() if folder else readme():
        shot(html, (folder or DOCS) / f"{name}.png")


if __name__ == "__main__":
    main()
