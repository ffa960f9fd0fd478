"""Draws what a card shows as an Adaptive Card: words of policies and people stand in it to the letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from adapters.doors.text import WHOLE, clipped, digest, pieces, size, whole
from adapters.teams.text import Element, link, one_line, paragraphs, spoken
from bot.card import Also, Button, Card, Facts, Part, Quote, Say, Secret

VERSION, LANGUAGE = "1.5", "en"  # 1.5 is the newest that Teams draws on every device
FOLDED, LONGEST = 1_500, 12_000  # characters of a clause before the rest folds, and of the most that can fold
BOXED = 4_000  # characters that stand in one box, so that a long clause can go on in a further message
IN_A_ROW = 5
LABEL = 60  # characters of a button
UNFOLDED = 1_000_000
SPOKEN = 1_500
OURS = "candour"  # in what a button sends: everything of ours stands under it, so that no field can pose as it


def adaptive(body: Sequence[Element], says: str) -> Element:
    """`says` is read aloud, and shown where a card cannot be."""
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": VERSION,
        "lang": LANGUAGE,
        "fallbackText": says,
        "speak": says,
        "body": list(body),
        "msteams": {"width": "Full"},
    }


def heading(title: str) -> Iterator[Element]:
    for piece in paragraphs(title):
        yield rich(run(piece, weight="Bolder", size="Large"))


def say(text: str, **style: Any) -> Iterator[Element]:
    for paragraph in paragraphs(text):
        yield rich(run(paragraph, **style))


def drawn(part: Part, longest: int = UNFOLDED) -> Iterator[Element]:
    """`longest` characters of a clause are shown before the rest folds behind a button of the card's own."""
    match part:
        case Say(text=text):
            yield from say(text)
        case Quote():
            yield from _quote(part, longest)
        case Also(quotes=quotes):
            for number, quote in enumerate(quotes):
                yield from _apart(_quote(quote, longest // 2), number == 0)
        case Facts(rows=rows):
            for name, value in rows:
                yield from _row(name, value)
        case Secret(label=label, text=text):
            yield from say(label, weight="Bolder")
            for paragraph in paragraphs(text):
                yield rich(run(paragraph, fontType="Monospace", size="ExtraLarge"))


def row_of_buttons(all_of_them: Sequence[Button], made: Mapping[str, Element]) -> Iterator[Element]:
    """`made` gives, by its action, what a button does. A label too long for one stands above it, by its number."""
    for number, button in enumerate(all_of_them, 1):
        if size(button.label) > LABEL:
            yield from say(f"{number}: {button.label}")
    for start in range(0, len(all_of_them), IN_A_ROW):
        several = enumerate(all_of_them[start : start + IN_A_ROW], start + 1)
        yield {"type": "ActionSet", "actions": [_action(button, n, made[button.action]) for n, button in several]}


def rich(*runs: Element) -> Element:
    return {"type": "RichTextBlock", "inlines": list(runs)}


def run(text: str, **style: Any) -> Element:
    """A run of words is never read as Markdown, on any device."""
    return {"type": "TextRun", "text": text, **style}


def aloud(card: Card) -> str:
    said = (card.title, *(words for part in card.parts for words in _words(part)))
    return clipped(spoken(". ".join(said)), SPOKEN)


def _action(button: Button, number: int, made: Element) -> Element:
    fits = size(button.label) <= LABEL
    action = {**made, "title": one_line(button.label) if fits else str(number), "tooltip": one_line(button.label)}
    return {**action, "style": "destructive"} if button.grave else action


def _quote(quote: Quote, longest: int) -> Iterator[Element]:
    words = whole(quote.text, quote.lead_ins)
    folds = longest < size(words) <= LONGEST
    first, *rest = pieces(words, longest if folds else BOXED)
    yield _box(say(first))
    if folds:
        yield _unfolding("".join(rest), digest(words + quote.source))
    else:
        yield from (_box(say(piece)) for piece in rest)
    address = link(quote.link)
    opens: Element = {"selectAction": {"type": "Action.OpenUrl", "url": address}} if address else {}
    for paragraph in paragraphs(quote.source):
        yield rich(run(paragraph, isSubtle=True, **opens))
    for note in quote.notes:
        yield from say(note, size="Small", weight="Bolder")


def _unfolding(rest: str, name: str) -> Element:
    """On the person's own device: nobody is asked, and nothing is remembered."""
    folded = {**_box(say(rest)), "id": f"rest-{name}", "isVisible": False}
    toggle = {"type": "Action.ToggleVisibility", "title": WHOLE, "targetElements": [f"rest-{name}", f"more-{name}"]}
    return {"type": "Container", "items": [folded, {"type": "ActionSet", "id": f"more-{name}", "actions": [toggle]}]}


def _box(elements: Iterable[Element]) -> Element:
    return {"type": "Container", "style": "emphasis", "items": list(elements)}


def _apart(elements: Iterable[Element], first: bool) -> Iterator[Element]:
    for number, element in enumerate(elements):
        yield {**element, "separator": True, "spacing": "Large"} if first and number == 0 else element


def _row(name: str, value: str) -> Iterator[Element]:
    first, *rest = paragraphs(value)
    yield rich(run(f"{one_line(name)}: ", weight="Bolder"), run(first))
    yield from (rich(run(each)) for each in rest)


def _words(part: Part) -> Iterator[str]:
    match part:
        case Say(text=text):
            yield text
        case Quote(text=text, lead_ins=lead_ins, source=source):
            yield f"{whole(text, lead_ins)} {source}"
        case Also() | Facts() | Secret():
            pass  # a screen reader comes to them in their turn; a code is never read out by itself
