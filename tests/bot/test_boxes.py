"""Long words in boxes: every box holds what a form can show, and none of the words is ever cut off."""

from hypothesis import given
from hypothesis import strategies as st

from bot.boxes import BOX, BOXES, LONGEST, joined, overflow, split, wanted
from bot.card import Say
from tests.bot.house import Bot
from tests.bot.test_bad_input import at

WORDS = st.builds(
    lambda word, gap, count: (word + gap) * count,
    st.text("abcé", min_size=1, max_size=40),
    st.sampled_from(["", " ", "\n"]),
    st.integers(1, 4_000),
).map(lambda words: words[:LONGEST].strip())


def said(bot: Bot) -> str:
    return " ".join(part.text for part in bot.card.parts if isinstance(part, Say))


@given(WORDS)
def test_boxes_hold_all_the_words_and_no_more_than_a_form_can_show(words: str) -> None:
    boxes = split(words)
    assert all(len(box) <= BOX for box in boxes)
    assert len(boxes) <= BOXES
    assert "".join("".join(boxes).split()) == "".join(words.split())


@given(WORDS)
def test_words_that_break_between_words_come_out_as_they_went_in(words: str) -> None:
    boxes = split(words)
    if " " in words and len(boxes) < BOXES:
        assert joined(boxes).split() == words.split()


def test_a_full_box_wants_another_until_there_are_five() -> None:
    full = "x" * BOX
    assert [wanted((full,) * n) for n in range(1, BOXES + 1)] == [2, 3, 4, 5, 5]
    assert wanted(()) == wanted(("a few",)) == 1
    assert overflow((full,))
    assert not overflow((full, ""))
    assert not overflow((full,) * BOXES)


def test_a_long_line_is_kept_whole_and_that_is_said() -> None:
    bot, words = at("happened"), "word " * 2_000
    bot.say(words)
    assert "I've kept all of it: 9,999 characters." in said(bot)
    assert bot.answers["happened"] == (words.strip(),)


def test_the_longest_line_is_kept_and_one_longer_is_refused_with_what_to_do() -> None:
    bot = at("happened")
    bot.say("x" * (LONGEST + 1))
    (problem,) = bot.card.problems.values()
    assert "haven't kept it" in problem
    assert "say that there is more to tell" in problem
    bot.say("x" * LONGEST)
    assert len(bot.answers["happened"][0]) == LONGEST


def test_a_change_that_is_too_long_leaves_what_was_there_to_be_kept() -> None:
    bot = at("happened")
    bot.say("He called me names.")
    bot.say("back")
    bot.say("x" * 30_000)
    assert bot.card.asks[0].suggestion == "He called me names."
    bot.say("Same")
    assert bot.answers["happened"] == ("He called me names.",)
