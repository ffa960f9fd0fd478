"""Draws cards in a terminal, or as plain lines where a program reads them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from bot.asking import Replies, Reply
from bot.card import Also, Ask, Card, Facts, Part, Quote, Say, Secret
from bot.plain import plain

WIDEST = 88  # columns: longer lines are hard to read
UNBROKEN = 1_000_000  # columns: for a program, a quoted clause stands on one line, word for word
WIPE = "\x1b[2J\x1b[3J\x1b[H"  # the screen and what scrolled off it


class Screen:
    """`width` and colours come from the stream; words from people and policies are never read as markup."""

    def __init__(self, stream: TextIO = sys.stdout) -> None:
        self._live = stream.isatty()
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=not self._live)
        self._width = min(WIDEST, self._console.width) if self._live else UNBROKEN

    @classmethod
    def on(cls, console: Console, width: int) -> Screen:
        """A screen drawn on this console, as a terminal of that width shows it."""
        screen = cls()
        screen._live, screen._console, screen._width = True, console, min(WIDEST, width)
        return screen

    def show(self, replies: Replies) -> None:
        for reply in replies:
            self._reply(reply)

    def say(self, text: str) -> None:
        self._line(Text(plain(text), style="dim"))

    def _reply(self, reply: Reply) -> None:
        if reply.wipes and self._live:
            self._console.file.write(WIPE)
        for line in self._card(reply.card):
            self._line(line)

    def _line(self, line: Text) -> None:
        self._console.print(line, soft_wrap=True)

    def _card(self, card: Card) -> Iterable[Text]:
        yield Text()
        yield Text(plain(card.title), style="bold underline")
        for part, above in zip(card.parts, (None, *card.parts), strict=False):
            if isinstance(part, Say) and isinstance(above, Quote | Also):
                yield Text()
            yield from self._part(part)
        for problem in card.problems.values():
            yield from self._wrapped(problem, "bold yellow")
        if card.parts and (card.asks or card.buttons):
            yield Text()
        for ask in card.asks:
            yield from self._ask(ask)
        for number, button in enumerate(card.buttons, 1):
            yield Text(f"  {number}. {plain(button.label)}", style="cyan")
        if card.hints:
            yield Text("Or type: " + ", ".join(card.hints), style="dim")

    def _part(self, part: Part) -> Iterable[Text]:
        match part:
            case Say(text=text):
                yield from self._wrapped(text)
            case Quote():
                yield from self._quote(part)
            case Also(quotes=quotes):
                yield Text()
                yield Text("Also:", style="dim")
                for quote in quotes:
                    yield from self._quote(quote, small=True)
            case Facts(rows=rows):
                yield from self._facts(rows)
            case Secret(label=label, text=text):
                yield Text(f"{plain(label)}:  ").append(plain(text), style="bold reverse" if self._live else "")

    def _quote(self, quote: Quote, small: bool = False) -> Iterable[Text]:
        yield Text()
        for lead_in in quote.lead_ins:
            yield from self._wrapped(lead_in, "italic", "│ ")
        yield from self._wrapped(quote.text, "" if small else "bold", "│ " + "  " * bool(quote.lead_ins))
        yield from self._wrapped(quote.source, "cyan", "└ ", hang=True)
        for note in quote.notes:
            yield from self._wrapped(note, "dim yellow" if small else "yellow", "  · ", hang=True)
        if quote.link:
            yield from self._wrapped(quote.link, "dim", "  ")

    def _facts(self, rows: Iterable[tuple[str, str]]) -> Iterable[Text]:
        rows = tuple(rows)
        longest = max((len(name) for name, _ in rows), default=0)
        for name, value in rows:
            yield from self._wrapped(value, "", f"  {plain(name)}:{' ' * (longest - len(name))}  ", hang=True)

    def _ask(self, ask: Ask) -> Iterable[Text]:
        yield from self._wrapped(f"{ask.prompt} {ask.how}".strip(), "bold green")
        if ask.suggestion:
            yield from self._wrapped(f"You said: {ask.suggestion}", "dim")
            yield Text("Type same to keep that.", style="dim")
        for number, choice in enumerate(ask.choices, 1):
            yield Text(f"  {number}. {plain(choice.label)}", style="cyan")

    def _wrapped(self, text: str, style: str = "", before: str = "", hang: bool = False) -> Iterable[Text]:
        """Lines no wider than the screen; `before` stands before each, or with `hang` before the first only."""
        room = max(20, self._width - len(before))
        first = True
        for paragraph in plain(text).split("\n"):
            for line in Text(paragraph, style=style).wrap(self._console, room):
                line.rstrip()
                margin = before if first or not hang else " " * len(before)
                yield Text.assemble((margin, "dim"), line)
                first = False
