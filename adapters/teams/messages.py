"""Draws a card as messages, which Microsoft 365 keeps and shows in notifications: nothing of a report is drawn here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.doors.leaves import leaves
from adapters.doors.text import clipped, whole
from adapters.teams import cards
from adapters.teams.cards import FOLDED, OURS, adaptive, aloud, drawn, heading, row_of_buttons
from adapters.teams.text import Element, link, one_line, spoken, weight
from adapters.teams.wire import Message
from bot import openly
from bot.card import Also, Button, Card, Quote
from bot.notices import WAITING

MOST = 45_000  # bytes of one message, of the 80,000 that Teams takes for certain
ABSTRACT, NAME = 160, 80  # characters, as Teams limits a citation
MOST_CITED = 10
ANSWERED = "Candour has answered you."
HERE = frozenset({"helpful", "not_what_i_meant", "here", "here:yes"})
"""Buttons that are answered in the chat itself. Every other one opens a dialog, which nobody keeps."""


class Private(TypeError):
    """This card may only be drawn in a dialog: Microsoft 365 keeps messages, and shows them in notifications."""


def message(card: Card, after: Sequence[Button] = (), suggested: tuple[str, ...] = ()) -> tuple[Message, ...]:
    """The whole card, in as many messages as it needs; `after` stands at its end. Raises Private."""
    if not openly.may_be_kept(card):
        raise Private(Private.__doc__)
    body = [*heading(card.title)]
    for part in card.parts:
        body += drawn(part, FOLDED)
    body += row_of_buttons([*card.buttons, *after], {each.action: does(each) for each in (*card.buttons, *after)})
    first, *rest = leaves(body, weight, MOST, len(body))
    cited = citations(card)
    text = "" if not cited else f"{one_line(card.title)} {' '.join(f'[{n + 1}]' for n in range(len(cited)))}"
    says = aloud(card)
    summary = spoken(card.title) if cited else ANSWERED  # a notification tells nothing but that of a policy
    leading = Message(adaptive(first, says), summary, text, cited, suggested)
    return (leading, *(Message(adaptive(leaf, says), summary) for leaf in rest))


def notice(button: Button) -> Message:
    """The same bytes for everyone and every report."""
    body = [*cards.say(WAITING), *row_of_buttons([button], {button.action: does(button)})]
    return Message(adaptive(body, WAITING), WAITING)


def does(button: Button) -> Element:
    return in_the_chat(button) if button.action in HERE else opens(button)


def opens(button: Button) -> Element:
    """Asks us for a dialog. Every client knows it as a submission."""
    return {
        "type": "Action.Submit",
        "associatedInputs": "none",
        "data": {"msteams": {"type": "task/fetch"}, OURS: {"press": button.action}},
    }


def in_the_chat(button: Button) -> Element:
    """Older clients know no Execute, and submit instead."""
    return executes({"press": button.action}, one_line(button.label), "none")


def executes(ours: Mapping[str, Any], title: str, inputs: str = "auto") -> Element:
    data = {OURS: dict(ours)}
    submits = {"type": "Action.Submit", "title": title, "associatedInputs": inputs, "data": data}
    return {"type": "Action.Execute", "verb": OURS, "associatedInputs": inputs, "data": data, "fallback": submits}


def citations(card: Card) -> tuple[Mapping[str, Any], ...]:
    """They point at the clauses that stand whole in the card. They are quoted, and nothing here is generated."""
    return tuple(_citation(quote, number) for number, quote in enumerate(_quotes(card), 1))[:MOST_CITED]


def _citation(quote: Quote, number: int) -> Mapping[str, Any]:
    appearance = {
        "@type": "DigitalDocument",
        "name": clipped(one_line(quote.source), NAME),
        "abstract": clipped(one_line(whole(quote.text, quote.lead_ins)), ABSTRACT),
    }
    address = link(quote.link)
    return {
        "@type": "Claim",
        "position": number,
        "appearance": {**appearance, "url": address} if address else appearance,
    }


def _quotes(card: Card) -> Iterator[Quote]:
    for part in card.parts:
        match part:
            case Quote():
                yield part
            case Also(quotes=quotes):
                yield from quotes
