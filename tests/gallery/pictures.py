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


def shot(html: str, to: Path, tall: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(html, encoding="utf-8")
        command = [
            shutil.which("chromium") or "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--log-level=3",
        ]
        sized = [f"--window-size={WIDE},{tall}", f"--screenshot={to}", file.as_uri()]
        subprocess.run([*command, *sized], check=True, capture_output=True, timeout=60)


def readme() -> Iterator[tuple[str, str, int]]:
    """Name, page and height of each picture of the README."""
    bot = Bot(forms=True)
    asked = Incoming(TEACHER, NOW, Said("May I accept a friend request from a former pupil?"), "", Surface.CHAT)
    (answer, *_) = drawn(bot.assistant.hear(asked))
    yield "slack-answer", page(answer.blocks), 702
    bot.assistant.hear(Incoming(TEACHER, NOW, Pressed("report")))
    for fields in FIRST:
        replies = bot.assistant.hear(Incoming(TEACHER, NOW, Filled(fields)))
    view = views.form(replies, people=roster.choices(school()))
    yield "slack-report", page(view["blocks"], view), 330
    known = [ingest.read(file) for file in sorted((FOLDER / "policies").iterdir())]
    cards = (homepage.DO, contacts.card(school()), homepage.policies(known, NOW.date()))
    home = views.home(cards)
    yield "slack-home", page(home["blocks"], home), 640


def all_cards() -> Iterator[tuple[str, str, int]]:
    for number, card in enumerate(every()):
        view = views.form((Reply(card),), people=roster.choices(school()))
        name = re.sub(r"\W+", "-", card.title)[:40]
        yield f"{number:04}-{name}", page(view["blocks"], view), min(2_400, 200 + 60 * len(view["blocks"]))


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.gallery.pictures")
    parser.add_argument("--all", type=Path)
    folder = parser.parse_args().all
    for name, html, tall in all_cards() if folder else readme():
        shot(html, (folder or DOCS) / f"{name}.png", tall)


if __name__ == "__main__":
    main()
