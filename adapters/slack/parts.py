"""Draws what a card shows as Slack's blocks: words of policies and people stand in them to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adapters.doors.text import WHOLE, clipped, digest, pieces, size, whole
from adapters.slack.text import LABEL, PIECE, Block, link, literal, shown
from bot.card import Also, Button, Facts, Part, Quote, Say, Secret

CLAUSE = "clause"  # the verb of the button behind which a whole clause stands
HEADER = 150
NOTES = 10
IN_A_ROW = 5  # buttons
UNFOLDED = 1_000_000
ONE_LINE = 80  # characters of a row of facts


def header(title: str) -> Iterator[Block]:
    if size(title) > HEADER:
        yield from map(section, pieces(title, PIECE))
    else:
        yield {"type": "header", "text": literal(title)}


def section(text: str) -> Block:
    return {"type": "section", "text": literal(text)}


def drawn(part: Part, longest: int = UNFOLDED) -> Iterator[Block]:
    """`longest` characters of a clause are shown before the rest folds behind its button."""
    match part:
        case Say(text=text):
            yield from map(section, pieces(text, PIECE))
        case Quote():
            yield from _quote(part, longest)
        case Also(quotes=quotes):
            yield {"type": "divider"}
            for quote in quotes:
                yield from _quote(quote, longest // 2)
        case Facts(rows=rows):
            for name, value in rows:
                yield from _row(name, value)
        case Secret(label=label, text=text):
            yield _rich(_said(_word(label, bold=True)))
            yield _rich({"type": "rich_text_preformatted", "elements": [_word(text)]})


def buttons(all_of_them: Sequence[Button], first: int = 0) -> Iterator[Block]:
    """A label too long for a button stands above it, and the button bears its number."""
    labels, legend = labelled([button.label for button in all_of_them])
    yield from legend
    elements = [
        _button(label, button, first + number)
        for number, (label, button) in enumerate(zip(labels, all_of_them, strict=True))
    ]
    for start in range(0, len(elements), IN_A_ROW):
        yield {"type": "actions", "elements": elements[start : start + IN_A_ROW]}


def labelled(labels: Sequence[str]) -> tuple[list[str], list[Block]]:
    """Labels that fit, and what must stand above them where they do not."""
    fit = [label if size(label) <= LABEL else str(number) for number, label in enumerate(labels, 1)]
    too_long = [(short, label) for short, label in zip(fit, labels, strict=True) if size(label) > LABEL]
    return fit, [block for short, label in too_long for block in map(section, pieces(f"{short}: {label}", PIECE))]


def _button(label: str, button: Button, number: int) -> Block:
    element = {
        "type": "button",
        "action_id": f"press:{number}",
        "text": literal(label),
        "value": button.action,
        "accessibility_label": clipped(shown(button.label), LABEL),
    }
    return {**element, "style": "danger"} if button.grave else element


def _quote(quote: Quote, longest: int) -> Iterator[Block]:
    words = whole(quote.text, quote.lead_ins)
    folds = size(words) > longest
    for piece in pieces(clipped(words, longest) if folds else words, PIECE):
        yield _rich({"type": "rich_text_quote", "elements": [_word(piece)]})
    if folds:
        yield _unfolding(words)
    for piece in pieces(quote.source, PIECE):
        yield _rich(_said(_source(piece, link(quote.link))))
    small = [note for note in quote.notes if size(note) <= PIECE][:NOTES]
    if small:
        yield {"type": "context", "elements": list(map(literal, small))}
    for note in quote.notes:
        yield from map(section, () if note in small else pieces(note, PIECE))


def _unfolding(words: str) -> Block:
    name = digest(words)
    element = {
        "type": "button",
        "action_id": f"{CLAUSE}:{name}",
        "text": literal(WHOLE),
        "value": f"{CLAUSE}:{name}",
        "accessibility_label": WHOLE,
    }
    return {"type": "actions", "elements": [element]}


def _row(name: str, value: str) -> Iterator[Block]:
    """On one line where it fits on one, so that a list of them can be looked down."""
    if size(name) + size(value) <= ONE_LINE and name and value and "\n" not in value:
        yield _rich(_said(_word(name, bold=True), _word(f": {value}")))
        return
    first, *rest = pieces(value, PIECE - min(size(name), PIECE // 2))
    labels = [_said(_word(piece, bold=True)) for piece in pieces(name, PIECE // 2)]
    yield _rich(*labels, _said(_word(first)))
    yield from (_rich(_said(_word(piece))) for piece in rest)


def _source(text: str, address: str) -> Block:
    return {"type": "link", "url": address, "text": shown(text)} if address else _word(text)


def _word(text: str, bold: bool = False) -> Block:
    element = {"type": "text", "text": shown(text)}
    return {**element, "style": {"bold": True}} if bold else element


def _said(*elements: Block) -> Block:
    return {"type": "rich_text_section", "elements": list(elements)}


def _rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}
