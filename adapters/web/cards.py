"""Draws any card as part of a page: everything on it, and every question with its own label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adapters.web import forms
from adapters.web.fields import drawn_ask
from adapters.web.forms import Seal
from adapters.web.markup import Child, Html, each, joined, leads, tag
from bot.card import Also, Button, Card, Facts, Part, Quote, Say, Secret


@dataclass(frozen=True)
class Drawing:
    """Where the forms of a page post to, and the seal of whoever is shown it."""

    post_to: str
    seal: Seal

    def cards(self, cards: Sequence[Card]) -> Html:
        """One h1: the title of the first. Only the last can be answered, as in a chat."""
        last = len(cards) - 1
        return each(self._card(card, n, live=n == last) for n, card in enumerate(cards))

    def _card(self, card: Card, number: int, live: bool) -> Html:
        prefix = f"_{number}"
        return joined(
            _problems(card, prefix) if live else _said_problems(card),
            tag("h2", card.title) if number else tag("h1", card.title),
            each(map(part, card.parts)),
            self._form(card, prefix) if live and card.asks else None,
            self._buttons(card) if live else None,
        )

    def _form(self, card: Card, prefix: str) -> Html:
        asks = (drawn_ask(ask, n, f"{prefix}-{n}", card.problems.get(ask.name, "")) for n, ask in enumerate(card.asks))
        go = tag("div", tag("button", "Continue", type="submit", class_="first"), class_="buttons")
        return self._posting(forms.answering(card.asks, card.of), joined(each(asks), go))

    def _buttons(self, card: Card) -> Html | None:
        drawn = [self.button(button, first=not (n or card.asks), of=card.of) for n, button in enumerate(card.buttons)]
        drawn += [self._posting(forms.word(hint, card.of), _submit(hint.capitalize(), "quiet")) for hint in card.hints]
        return tag("div", each(drawn), class_="buttons") if drawn else None

    def button(self, button: Button, first: bool = False, of: str = "") -> Html:
        return self._posting(forms.press(button.action, of), _submit(button.label, _look(button, first)))

    def _posting(self, offer: str, inside: Html) -> Html:
        return posting(self.post_to, offer, self.seal, inside)


def posting(to: str, offer: str, seal: Seal, inside: Child) -> Html:
    """A form that can do one thing."""
    kept = (tag("input", type="hidden", name=name, value=value) for name, value in forms.hidden(offer, seal).items())
    return tag("form", each(kept), inside, method="post", action=to)


def part(of: Part, folded: bool = True) -> Html:
    """Further clauses are folded on a screen, and never on paper."""
    match of:
        case Say(text=text):
            return tag("p", text, class_="said", dir="auto")
        case Quote():
            return _quote(of)
        case Also(quotes=quotes):
            return _also(quotes, folded)
        case Facts(rows=rows):
            return tag("dl", each(_fact(name, value) for name, value in rows), class_="facts") if rows else joined()
        case Secret(label=label, text=text):
            return tag("p", f"{label}: ", tag("strong", text, class_="secret"))


def _submit(label: str, look: str) -> Html:
    return tag("button", label, type="submit", class_=look or None)


def _look(button: Button, first: bool) -> str:
    return "grave" if button.grave else "first" if first else ""


def _fact(name: str, value: str) -> Html:
    return tag("div", tag("dt", name), tag("dd", value, class_="said", dir="auto"))


def _also(quotes: tuple[Quote, ...], folded: bool) -> Html:
    clauses = "1 more clause" if len(quotes) == 1 else f"{len(quotes)} more clauses"
    return tag("details", tag("summary", f"Also: {clauses}"), each(map(_quote, quotes)), open=not folded)


def _quote(quote: Quote) -> Html:
    source = tag("a", quote.source, href=quote.link) if leads(quote.link) else quote.source
    notes = tag("ul", each(tag("li", note) for note in quote.notes)) if quote.notes else None
    lead_ins = each(tag("p", lead_in, class_="said") for lead_in in quote.lead_ins)
    return tag(
        "figure",
        tag("blockquote", lead_ins, tag("p", tag("strong", quote.text), class_="said")),
        tag("figcaption", source, _unsafe(quote), notes),
        class_="quote",
    )


def _unsafe(quote: Quote) -> str:
    """An address that is no link of ours is shown as text: nothing is left out, and nobody is led there."""
    return f" {quote.link}" if quote.link and not leads(quote.link) else ""


def _problems(card: Card, prefix: str) -> Html | None:
    """What went wrong, first on the page, each with a way to the question it is about."""
    places: dict[str, str] = {ask.name: f"#{prefix}-{n}" for n, ask in enumerate(card.asks)}
    told: Iterator[Html] = (
        tag("li", tag("a", problem, href=places[name]) if name in places else problem)
        for name, problem in card.problems.items()
    )
    return _box(each(told)) if card.problems else None


def _said_problems(card: Card) -> Html | None:
    return _box(each(tag("li", problem) for problem in card.problems.values())) if card.problems else None


def _box(problems: Html) -> Html:
    return tag("div", tag("h2", "Please look at this again"), tag("ul", problems), class_="problems", role="alert")
