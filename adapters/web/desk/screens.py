"""The desk itself: whatever the bot replies to a recipient, drawn as a page, or as a copy to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from adapters.days import written
from adapters.web.cards import Drawing, part, posting
from adapters.web.desk import pages
from adapters.web.desk.gate import Visitor
from adapters.web.forms import Seal
from adapters.web.markup import Html, each, joined, tag
from adapters.web.page import page
from bot.card import Card

DO, PRINT, HIDE = f"{pages.HERE}/do", f"{pages.HERE}/print", f"{pages.HERE}/hide"
PRINT_IT = "Print it from your browser’s own menu. Keep it locked away, and shred it when it is done with."
MARKS = 6  # times that a printed copy names its reader across the page


@dataclass(frozen=True)
class Screen:
    visitor: Visitor
    seal: Seal

    def shown(self, cards: Sequence[Card], printable: str = "") -> str:
        """`printable`: the offer that these cards answer, where a copy of them may be printed."""
        copy = tag("button", "Make a copy to print", type="submit", class_="quiet")
        return page(
            pages.TITLE,
            Drawing(DO, self.seal).cards(cards),
            tag("div", posting(PRINT, printable, self.seal, copy), class_="buttons") if printable else None,
            ways=self._ways(),
            foot=tag("p", f"Signed in as {self.visitor.person.name}, {self.visitor.school.name}."),
        )

    def printed(self, cards: Sequence[Card], now: datetime) -> str:
        """Names its reader and its time on every sheet: whoever finds it knows whose it was."""
        mark = self._mark(now)
        return page(
            pages.TITLE,
            tag("div", tag("p", tag("strong", mark)), class_="note"),
            each(
                joined(tag("h2" if n else "h1", c.title), each(part(of, folded=False) for of in c.parts))
                for n, c in enumerate(cards)
            ),
            tag("p", PRINT_IT, class_="screen"),
            tag("div", each(tag("p", mark) for _ in range(MARKS)), class_="mark", aria_hidden="true"),
            ways=self._ways(),
            class_="copy",
        )

    def _mark(self, now: datetime) -> str:
        local = now.astimezone(ZoneInfo(self.visitor.school.timezone))
        return f"Copy for {self.visitor.person.name}, {written(local.date())} at {local:%H:%M}"

    def _ways(self) -> Html:
        """First on every page, so that a thumb finds them."""
        hide = tag("a", "Hide now", href=HIDE, class_="button")
        back = tag("a", "My items", href=pages.HERE)
        listed = (tag("li", back), tag("li", pages.leaving(self.seal)), tag("li", hide))
        return tag("nav", tag("ul", each(listed)), aria_label="Desk")
