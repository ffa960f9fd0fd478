"""Every card on Teams: it draws within Teams' limits, whole and to the letter, and reads back to the same answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from adapters.teams import asks
from adapters.teams.cards import adaptive, drawn
from adapters.teams.dialogs import Sign, form, sign
from adapters.teams.messages import Private, message
from adapters.teams.text import escaped, weight
from bot.asking import Reply
from bot.card import Ask, Card, Choice, Facts, Kind, Quote, Secret
from bot.plain import plain
from tests.gallery.cards import every
from tests.gallery.written import CARDS, for_messages, words
from tests.teams.reading import buttons, elements, fields
from tests.teams.schema import faults

LARGEST = 80_000  # bytes of UTF-16
OPEN = for_messages()


def pages(card: Card) -> Iterator[dict[str, Any]]:
    page = 0
    while True:
        drawn_page = form((Reply(card),), Sign(again="help", page=page))
        last = [button["data"]["candour"]["press"] for button in buttons(drawn_page) if button["title"] == "Next page"]
        yield drawn_page
        if not last:
            return
        page += 1


def runs(card: Any) -> str:
    said = [each["text"] for each in elements(card) if each.get("type") == "TextRun"]
    return " ".join(text for text in said if not re.fullmatch(r"Page \d+ of \d+", text))


def flat(text: str) -> str:
    return "".join(text.split())


def test_every_card_draws_as_a_dialog_that_teams_takes() -> None:
    drawn_pages = [page for card in every() for page in pages(card)]
    assert [found for page in drawn_pages if (found := faults(page, dialog=True))] == []
    assert max(map(weight, drawn_pages)) < LARGEST


def test_every_open_card_draws_as_messages_that_teams_takes() -> None:
    several = [one for card in OPEN for one in message(card)]
    assert len(OPEN) > 20
    assert [found for one in several if (found := faults(one.card, dialog=False))] == []
    assert max(weight([one.card, one.text, one.summary, list(one.citations)]) for one in several) < LARGEST


def test_nothing_is_cut_from_a_dialog_or_from_a_message() -> None:
    for card in every():
        whole = flat(" ".join(map(runs, pages(card))))
        assert [card.title for part in card.parts for said in words(part) if flat(plain(said)) not in whole] == []
    for card in OPEN:
        whole = flat(" ".join(runs(one.card) for one in message(card)))
        assert [card.title for part in card.parts for said in words(part) if flat(plain(said)) not in whole] == []


def test_a_report_cannot_be_drawn_as_a_message() -> None:
    for part in (Secret("Your private code", "AAAA"), Facts((("What happened", "words"),))):
        with pytest.raises(Private):
            message(Card("Sent", (part,)))
    with pytest.raises(Private):
        message(Card("Asked", asks=(Ask("happened", "What happened?"),)))


def test_a_code_cannot_be_drawn_on_a_card_in_the_chat() -> None:
    with pytest.raises(Private):
        form((Reply(Card("Sent", (Secret("Your private code", "AAAA"),))),), Sign(here=True))


def test_a_code_is_never_read_out_by_itself() -> None:
    page = form((Reply(Card("Sent", (Secret("Your private code", "AAAA BBBB"),))),), Sign())
    assert "AAAA" not in page["speak"] + page["fallbackText"]


def test_every_field_has_a_label_and_says_what_is_missing() -> None:
    found = [field for card in every() for page in pages(card) for field in fields(page)]
    assert len(found) > 30
    assert [field for field in found if not (field["label"].strip() and field["errorMessage"].strip())] == []


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.CHOICES])
def test_what_was_chosen_reads_back(kind: Kind) -> None:
    choices = tuple(Choice(f"p{n}", f"Person, {n}") for n in range(12))
    ask = Ask("who", "Who?", kind, choices, held=("p3", "p11") if kind is Kind.CHOICES else ("p3",))
    page = form((Reply(Card("Who", asks=(ask,))),), Sign())
    (field,) = fields(page)
    assert field["value"] == ("p3,p11" if kind is Kind.CHOICES else "p3")
    (following,) = [button for button in buttons(page) if button["title"] == "Next"]
    kept = sign(json.loads(json.dumps(following["data"])))
    assert kept.asked == ("who",)
    read = asks.read({"who": field["value"], **following["data"]}, frozenset(kept.several))
    assert read == {"who": tuple(field["value"].split(","))}


def test_words_of_several_boxes_read_back_in_their_order() -> None:
    long = "\n".join("word " * 100 for _ in range(20)).strip()
    page = form((Reply(Card("W", asks=(Ask("happened", "What?", held=(long,), long=True),))),), Sign())
    values = {field["id"]: field["value"] for field in fields(page)}
    assert len(values) > 1
    assert flat("\n".join(asks.read(values)["happened"])) == flat(long)


def test_a_choice_with_a_comma_in_its_value_is_never_drawn() -> None:
    with pytest.raises(asks.Undrawable):
        list(asks.fields(Ask("who", "Who?", Kind.CHOICES, (Choice("a,b", "A"),))))


MARKDOWN = (
    "**bold**",
    "[x](https://evil.example)",
    "1. one",
    "- item",
    "# head",
    "<at>Helen</at>",
    "`code`",
    "![i](u)",
    "> q",
)


@pytest.mark.parametrize("text", MARKDOWN)
def test_f53_words_are_never_obeyed_as_markdown_mentions_or_tags(text: str) -> None:
    card = adaptive(list(drawn(Quote(text, text, (text,)))), "x")
    assert {each["type"] for each in elements(card) if text in str(each.get("text", ""))} == {"TextRun"}
    marked = escaped(text)
    assert re.sub(r"\\(.)", r"\1", marked) == text
    assert not re.search(r"(?<!\\)[*_\[\]<>`#!]", marked)


@given(CARDS)
@settings(max_examples=60, deadline=None)
def test_whatever_a_card_says_it_draws_whole(card: Card) -> None:
    several = list(pages(card))
    assert [found for page in several if (found := faults(page, dialog=True))] == []
    whole = flat(" ".join(map(runs, several)))
    assert all(flat(plain(said)) in whole for part in card.parts for said in words(part))
    json.dumps(several).encode()
