"""Every card as part of a page: nothing left out, nothing acts, every question labelled, and read back as drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from multidict import MultiDict

from adapters.web import forms
from adapters.web.cards import Drawing
from adapters.web.forms import Heard, NotOffered, Seal
from bot.asking import Pressed, Said
from bot.card import Also, Ask, Card, Facts, Kind, Quote, Say, Secret
from bot.plain import one_line
from bot.step import Step
from tests.web.gallery import HOSTILE, ODD, PICKS, cards
from tests.web.visiting import Seen

SEAL = Seal(b"a session's own")
DRAWING = Drawing("/desk/do", SEAL)


def drawn(*shown: Card) -> Seen:
    return Seen.of(str(DRAWING.cards(shown)))


def words(card: Card) -> Iterator[str]:
    """Everything on a card that a person should read."""
    yield card.title
    for part in card.parts:
        match part:
            case Say(text=text):
                yield text
            case Quote():
                yield from _quoted(part)
            case Also(quotes=quotes):
                for quote in quotes:
                    yield from _quoted(quote)
            case Facts(rows=rows):
                for row in rows:
                    yield from row
            case Secret(label=label, text=text):
                yield from (label, text)
    for ask in card.asks:
        yield ask.prompt
        yield from (choice.label for choice in ask.choices)
        yield ask.suggestion
    yield from (button.label for button in card.buttons)
    yield from card.problems.values()
    yield from (hint.capitalize() for hint in card.hints)


def _quoted(quote: Quote) -> Iterator[str]:
    yield from (quote.text, quote.source, *quote.lead_ins, *quote.notes)


def forms_of(seen: Seen) -> Iterator[tuple[str, str]]:
    """The offer and the proof of each form, in order."""
    offers = (found["value"] for found in seen.all("input", name="offer"))
    proofs = (found["value"] for found in seen.all("input", name="proof"))
    return zip(offers, proofs, strict=True)


def test_the_gallery_has_every_part_and_every_kind_of_question() -> None:
    parts = {type(part) for card in cards() for part in card.parts}
    assert parts == {Say, Quote, Also, Facts, Secret}
    assert {ask.kind for card in cards() for ask in card.asks} == set(Kind)
    assert len(cards()) > 60


def test_everything_on_a_card_is_on_the_page() -> None:
    for card in cards():
        shown = drawn(card).words
        assert [text for text in words(card) if one_line(text) not in shown] == []


def test_a_page_has_one_first_heading_and_is_whole() -> None:
    for card in cards():
        seen = drawn(card, card)
        assert len(seen.all("h1")) == 1
        assert seen.whole
        ids = [found["id"] for _, found in seen.elements if "id" in found]
        assert len(ids) == len(set(ids))


def test_nothing_that_anyone_wrote_becomes_an_element() -> None:
    for card in cards():
        seen = drawn(card)
        assert {name for name, _ in seen.elements} & {"script", "img", "iframe", "object", "style", "svg"} == set()
        assert not [name for _, found in seen.elements for name in found if name.startswith("on")]
        assert not [found for found in seen.all("a") if found["href"].startswith("javascript")]
    assert "javascript:alert(1)" in drawn(ODD[0]).words


def test_what_turns_or_hides_text_is_taken_out() -> None:
    assert not {"\u202e", "\x1b", "\0"} & set(str(DRAWING.cards([ODD[0]])))


def test_every_field_has_a_label_of_its_own_or_a_legend() -> None:
    for card in cards():
        seen = drawn(card)
        labelled = {found["for"] for found in seen.all("label")}
        fields = [
            found for name, found in seen.elements if name in ("input", "textarea") and found.get("type") != "hidden"
        ]
        assert [found["id"] for found in fields if found["id"] not in labelled] == []
        sets = sum(ask.kind is not Kind.TEXT for ask in card.asks)
        assert len(seen.all("fieldset")) == len(seen.all("legend")) == sets


def test_a_problem_stands_beside_its_field_is_tied_to_it_and_is_told_first() -> None:
    seen = drawn(ODD[0])
    places = {found["id"]: name for name, found in seen.elements if "id" in found}
    (box,) = [found for found in seen.all("textarea") if "aria-invalid" in found]
    wrong = next(id for id in box["aria-describedby"].split() if id.endswith("-wrong"))
    assert places[wrong] == "p"
    links = [found["href"].removeprefix("#") for found in seen.all("a") if found["href"].startswith("#")]
    assert box["id"] in links
    assert all(link in places for link in links)
    assert seen.words.index("Please look at this again") < seen.words.index("Title")
    assert seen.words.count("Something else.") == 1


def test_every_problem_of_the_gallery_names_an_element_that_is_there() -> None:
    for card in cards():
        seen = drawn(card)
        ids = {found["id"] for _, found in seen.elements if "id" in found}
        described = [id for _, found in seen.elements for id in found.get("aria-describedby", "").split()]
        assert set(described) <= ids


def test_a_button_posts_its_own_action_and_nothing_else() -> None:
    for card in cards():
        posted = dict(forms_of(drawn(card)))
        for button in card.buttons:
            offer = forms.press(button.action)
            assert forms.heard(offer, MultiDict()) == (Heard(Pressed(button.action)),)
            if HOSTILE not in button.action:
                SEAL.check(offer, posted[offer])


def filled(ask: Ask, value: str) -> MultiDict[str]:
    """What a browser posts where this field of the drawn form is given this value."""
    seen = drawn(Card("x", asks=(ask,)))
    boxes = [f for n, f in seen.elements if n in ("input", "textarea") and f.get("type") not in ("hidden",)]
    picks = [found for found in boxes if found.get("type") in ("radio", "checkbox") and found["value"] == value]
    (offer, proof), *_ = forms_of(seen)
    posted = MultiDict({"offer": offer, "proof": proof})
    posted.add((picks or boxes)[0]["name"], value)
    return posted


def nobody(name: str) -> str:
    raise AssertionError(f"{name} was read as a name")


def test_a_drawn_choice_comes_back_as_the_same_answer() -> None:
    tried = 0
    for ask in {ask.name: ask for card in cards() for ask in card.asks if ask.kind is not Kind.TEXT}.values():
        step = Step(ask.name, ask.prompt, ask.kind, ask.choices, ask.optional)
        for choice in ask.choices:
            posted = filled(ask, choice.value)
            (heard,) = forms.heard(forms.offered(posted, SEAL), posted)
            assert heard.asked == ask.name
            assert isinstance(heard.what, Said)
            assert step.read(heard.what.text, nobody) == (choice.value,)
            tried += 1
    assert tried > 40


def test_several_ticks_come_back_together_and_an_empty_field_is_skipped_only_where_it_may_be() -> None:
    asks = (Ask("some", "Some", Kind.CHOICES), Ask("more", "More", optional=True), Ask("must", "Must"))
    fields = MultiDict([("answer-0", "a"), ("answer-0", "b"), ("answer-1", "  "), ("answer-2", "")])
    told = [(heard.what, heard.asked) for heard in forms.heard(forms.answering(asks), fields)]
    assert told == [(Said("a, b"), "some"), (Said("skip"), "more"), (Said(""), "must")]


def test_what_was_written_before_stands_in_its_field() -> None:
    assert "Said </p><script>" in drawn(ODD[1]).words
    checked = [found for found in drawn(ODD[2]).all("input") if "checked" in found]
    assert [found["value"] for found in checked] == ["two"]


def test_what_was_answered_before_is_held_value_by_value() -> None:
    asks = (Ask("words", "Say", held=("one", "two")), Ask("some", "Some", Kind.CHOICES, PICKS, held=("one", "O.Upper")))
    seen = drawn(Card("Again", asks=asks))
    assert "one two" in seen.words
    assert [found["value"] for found in seen.all("input") if "checked" in found] == ["one", "O.Upper"]


@pytest.mark.parametrize("offer", ["press open:C2", "press  open:C1", "hear open:C1", "", "press open:C1 "])
def test_what_was_not_offered_can_be_posted_by_nobody(offer: str) -> None:
    proof = SEAL.proof("press open:C1")
    with pytest.raises(NotOffered):
        forms.offered(MultiDict({"offer": offer, "proof": proof}), SEAL)
    with pytest.raises(NotOffered):
        forms.offered(MultiDict({"offer": "press open:C1", "proof": proof}), Seal(b"another session's"))


def test_only_the_last_card_can_be_answered() -> None:
    card = Card("One", asks=(Ask("text", "Say"),), buttons=ODD[0].buttons)
    assert len(list(forms_of(drawn(card, Card("Two"))))) == 0
    assert len(list(forms_of(drawn(Card("Two"), card)))) == 3
