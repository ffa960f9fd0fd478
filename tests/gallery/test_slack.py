"""Every card on Slack: it draws within Slack's limits, whole and to the letter, and reads back to the same answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from adapters.doors import roster
from adapters.doors.text import WHOLE, pieces, size
from adapters.slack import asks, views
from adapters.slack.messages import MOST_TEXT, Private, messages
from adapters.slack.text import escaped
from bot import boxes
from bot.asking import Reply
from bot.card import Ask, Card, Choice, Kind, Quote, Say
from bot.plain import plain
from tests.bot.house import school
from tests.gallery.cards import HOSTILE, every
from tests.gallery.written import CARDS, for_messages, words
from tests.slack import blockkit

FOR_MESSAGES = for_messages()


def pages(card: Card) -> Iterator[dict[str, Any]]:
    page = 0
    while True:
        view = views.form((Reply(card),), "help", page, people=roster.choices(school()))
        if views.sign(view).page < page:
            return
        yield view
        page += 1


def texts(value: object) -> Iterator[str]:
    """Everything that is drawn, in order."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def shown(card: Card) -> str:
    """All that the pages of a form show, without what turns them."""
    return "".join(text for view in pages(card) for text in texts(_without_turning(view["blocks"])))


def _without_turning(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    turning = [n for n, block in enumerate(blocks) if re.match(r"Page \d+ of", "".join(texts(block)))]
    return blocks[: turning[0]] if turning else blocks


def fields(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


def state(element: dict[str, Any], value: str) -> dict[str, Any]:
    """What Slack sends for a field in which this was chosen."""
    option = next(option for option in element["options"] if option["value"] == value)
    several = element["type"] in ("checkboxes", "multi_static_select")
    return {
        "v": {"type": element["type"], **({"selected_options": [option]} if several else {"selected_option": option})}
    }


def test_every_card_draws_as_a_form_that_slack_takes() -> None:
    faults = {card.title: found for card in every() for view in pages(card) if (found := blockkit.validate_view(view))}
    assert faults == {}


def test_every_open_card_draws_as_messages_that_slack_takes() -> None:
    drawn = [message for card in FOR_MESSAGES for message in messages(card)]
    assert len(FOR_MESSAGES) > 20
    assert [found for message in drawn if (found := blockkit.validate_message(list(message.blocks)))] == []
    assert all(0 < len(message.text) <= 4_000 for message in drawn)


def test_nothing_is_cut_from_a_form() -> None:
    for card in every():
        drawn = shown(card)
        assert [card.title for part in card.parts for said in words(part) if plain(said) not in drawn] == []


def test_a_long_clause_folds_in_a_message_behind_a_button() -> None:
    long = "word " * 1_000
    card = Card("What the policy says", (Quote(long, "A policy, section 1"),))
    (message,) = messages(card)
    assert WHOLE in set(texts(list(message.blocks)))
    assert plain(long).strip() not in "".join(texts(list(message.blocks)))
    assert message.text.endswith("\u2026")


def test_a_card_too_long_for_one_message_is_several() -> None:
    card = Card("Much", tuple(Say(f"{n} " + "x" * 900) for n in range(120)))
    sent = messages(card)
    assert len(sent) > 10
    assert "".join(text for message in sent for text in texts(list(message.blocks))).count("x" * 900) == 120
    assert all(sum(size(text) for text in texts(list(message.blocks))) <= MOST_TEXT for message in sent)


def test_a_card_of_a_report_is_never_a_message() -> None:
    private = [card for card in every() if card not in FOR_MESSAGES]
    assert len(private) > 100
    for card in private:
        with pytest.raises(Private):
            messages(card)


def test_what_is_chosen_reads_back_as_the_same_value() -> None:
    read = 0
    for card in every():
        for view in pages(card):
            drawn = fields(view)
            for ask in card.asks:
                for choice in ask.choices if ask.name in drawn else ():
                    field = {ask.name: state(drawn[ask.name], choice.value)}
                    assert asks.read(field) == {ask.name: (choice.value,)}
                    read += 1
    assert read > 900


def test_words_given_before_stand_in_the_boxes_and_read_back_whole() -> None:
    account = "\n".join(f"{n}: what happened, and then some more of it." for n in range(290))
    ask = Ask("happened", "Tell us.", held=boxes.split(account), long=True)
    (view,) = pages(Card("What happened", asks=(ask,)))
    drawn = fields(view)
    assert list(drawn) == ["happened", "happened#2", "happened#3", "happened#4", "happened#5"]
    assert all(len(element["initial_value"]) <= element["max_length"] for element in drawn.values())
    assert asks.read({n: {"v": {"value": e["initial_value"]}} for n, e in drawn.items()}) == {"happened": ask.held}
    assert boxes.joined(ask.held).split() == account.split()


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.CHOICES])
@pytest.mark.parametrize("many", [3, 10, 11, 100])
def test_a_choice_made_before_is_chosen_again(kind: Kind, many: int) -> None:
    choices = tuple(Choice(f"v{n}", f"Choice, number {n}") for n in range(many))
    made = choices[1:2] if kind is Kind.CHOICE else choices[:3]
    ask = Ask("pick", "Pick.", kind, choices, held=tuple(choice.value for choice in made))
    (view,) = pages(Card("Pick", asks=(ask,)))
    element = fields(view)["pick"]
    held = element.get("initial_options") or [element["initial_option"]]
    assert [option["value"] for option in held] == [choice.value for choice in made]


def people(many: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"p{n}", f"Person {n}") for n in range(many))


def who(many: int, *held: str) -> dict[str, dict[str, Any]]:
    ask = Ask("who", "Who is it?", Kind.PEOPLE, (Choice("not_listed", "Someone not listed"),), held=held)
    view = views.form((Reply(Card("Who", asks=(ask,))),), people=people(many))
    assert blockkit.validate_view(view) == []
    return fields(view)


def test_as_many_people_as_slack_shows_stand_in_one_list_with_those_chosen_before() -> None:
    (drawn,) = who(99, "p3", "not_listed").values()
    assert drawn["type"] == "multi_static_select"
    assert [option["value"] for option in drawn["initial_options"]] == ["not_listed", "p3"]
    assert len(drawn["options"]) == 100


def test_more_people_are_looked_for_by_name_and_whoever_is_not_listed_stands_below() -> None:
    drawn = who(100, "p3")
    assert [element["type"] for element in drawn.values()] == ["multi_external_select", "checkboxes"]
    assert drawn["who"]["initial_options"][0]["value"] == "p3"
    chosen = {"v": {"selected_options": [{"value": "p3"}]}}
    neither = {"v": {"selected_options": []}}
    assert asks.read({"who": chosen, "who?": {"v": {"selected_options": [{"value": "not_listed"}]}}}) == {
        "who": ("p3", "not_listed")
    }
    assert asks.read({"who": neither, "who?": neither}) == {"who": ()}


def test_a_search_finds_people_by_any_part_of_their_names_and_nobody_who_has_left() -> None:
    staff = school()
    away = replace(staff, people=tuple(replace(p, active=p.id != "h.head") for p in staff.people))
    assert [choice.value for choice in roster.matching(staff, "ash hel")] == ["h.head"]
    assert roster.matching(away, "ash hel") == ()
    assert len(roster.matching(staff, "")) == len([p for p in staff.people if p.active])


def test_two_of_one_name_can_be_told_apart() -> None:
    staff = school()
    twins = tuple(replace(p, name="Alex Kim", posts=frozenset()) for p in staff.people[:2])
    labels = [choice.label for choice in roster.choices(replace(staff, people=twins))]
    assert len(set(labels)) == 2
    assert all(label.startswith("Alex Kim (") for label in labels)


def test_an_empty_box_after_a_full_one_says_that_nothing_more_was_written() -> None:
    full, empty = {"v": {"value": "x" * 3_000}}, {"v": {"value": None}}
    assert asks.read({"happened#2": empty, "happened": full}) == {"happened": ("x" * 3_000, "")}
    assert asks.read({"happened": empty, "happened#2": empty}) == {"happened": ()}


def test_f53_hostile_words_are_text_and_nothing_else() -> None:
    card = Card(HOSTILE, (Say(HOSTILE), Quote(HOSTILE, HOSTILE, (HOSTILE,), "javascript:alert(1)")))
    (message,), (view,) = messages(card), tuple(pages(card))
    assert "mrkdwn" not in json.dumps([message.blocks, view])
    assert "javascript" not in json.dumps([message.blocks, view])
    assert not set("<>") & set(message.text)
    assert escaped("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"


def test_a_button_says_aloud_what_it_is() -> None:
    for card in every():
        for view in pages(card):
            for block in view["blocks"]:
                for element in block.get("elements", []):
                    if element.get("type") == "button":
                        assert 0 < len(element["accessibility_label"]) <= 75


@given(CARDS)
@settings(max_examples=60, deadline=None)
def test_no_card_that_anyone_can_write_breaks_a_form(card: Card) -> None:
    drawn = list(pages(card))
    assert [found for view in drawn if (found := blockkit.validate_view(view))] == []
    whole = shown(card)
    assert all(plain(said) in whole for part in card.parts for said in words(part))


@given(some.text(max_size=500), some.integers(min_value=2, max_value=40))
def test_pieces_are_short_and_lose_nothing(text: str, longest: int) -> None:
    found = list(pieces(text, longest))
    assert "".join(found) == text
    assert all(size(piece) <= longest for piece in found)
