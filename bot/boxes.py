"""Long words in boxes, since a form's box holds only so much: none of them is ever cut off."""

from __future__ import annotations

BOX = 3_000  # characters: what one box of a form holds (Slack's plain_text_input)
BOXES = 5
LONGEST = BOX * BOXES
ANOTHER = "That's longer than one box holds. I've added another: use it, or leave it empty."


def split(words: str) -> tuple[str, ...]:
    """Cut between words, or anywhere where there would else be too many boxes."""
    softly = tuple(_between_words(words))
    return softly if len(softly) <= BOXES else tuple(words[i : i + BOX] for i in range(0, len(words), BOX))


def joined(boxes: tuple[str, ...]) -> str:
    return "\n".join(filled for box in boxes if (filled := box.strip()))


def wanted(boxes: tuple[str, ...]) -> int:
    """How many to show: one more where the last is full, since what was typed may have been stopped there."""
    return min(BOXES, max(1, len(boxes) + bool(boxes and len(boxes[-1]) >= BOX)))


def overflow(boxes: tuple[str, ...]) -> bool:
    """Whether a box holds too much, or the last of them is full and there could be another."""
    full = len(boxes) < BOXES and bool(boxes) and len(boxes[-1]) >= BOX
    return full or any(len(box) > BOX for box in boxes)


def _between_words(words: str) -> list[str]:
    boxes = []
    while len(words) > BOX:
        cut = max(words.rfind(" ", 0, BOX + 1), words.rfind("\n", 0, BOX + 1))
        boxes.append(words[:cut] if cut > 0 else words[:BOX])
        words = words[cut + 1 :] if cut > 0 else words[BOX:]
    return [*boxes, words]
