"""A flow is a form: where someone is in it follows from what they have answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.boxes import LONGEST
from bot.card import Choice, Kind
from bot.flow import Flow, Section
from bot.report_form import REPORT
from bot.step import Step, Unclear

YES_NO = (Choice("yes", "Yes", shows="well"), Choice("no", "No"), Choice("more", "More", shows="more", stays=True))
COLOURS = (Choice("red", "Red, or pink"), Choice("blue", "Blue"), Choice("green", "Green"))
FLOW = Flow(
    "f",
    (
        Section("One", (Step("sure", "Sure?", Kind.CHOICE, YES_NO),)),
        Section("Two", (Step("colours", "Which?", Kind.CHOICES, COLOURS),)),
        Section("Three", (Step("shade", "Which shade?", only_if={"colours": ("red", "blue")}),)),
        Section("Four", (Step("agreed", "All right?", Kind.CHOICE, YES_NO, rests_on=("colours", "shade")),)),
        Section("Five", (Step("who", "Who?", Kind.PEOPLE, (Choice("none", "Nobody"),)),)),
    ),
)


def names(typed: str) -> str:
    if typed == "Ann":
        return "a.ann"
    raise Unclear(f"Nobody is called {typed}.")


def answered(*said: str) -> dict[str, tuple[str, ...]]:
    answers: dict[str, tuple[str, ...]] = {}
    for words in said:
        found = FLOW.asking(answers)
        assert found is not None
        turn = FLOW.take(answers, found[1], words, names)
        assert not turn.problem
        answers = dict(turn.answers)
    return answers


@pytest.mark.parametrize("said", ["yes", "Yes", " YES. ", "1", "1."])
def test_a_choice_is_read_by_its_number_its_label_or_its_value(said: str) -> None:
    assert FLOW.take({}, FLOW.step("sure"), said, names).answers == {"sure": ("yes",)}


@pytest.mark.parametrize(
    ("said", "meant"), [("yeah", "yes"), ("Nope!", "no"), ("I don’t know", "unsure"), ("no one else", "none")]
)
def test_a_choice_is_read_in_other_words_that_people_use(said: str, meant: str) -> None:
    offered = (Choice("yes", "Yes"), Choice("no", "No"), Choice("unsure", "Perhaps"), Choice("none", "None of them"))
    assert Step("which", "Which?", Kind.CHOICE, offered).read(said, names) == (meant,)


def test_a_label_that_says_so_is_heard_before_other_words() -> None:
    offered = (Choice("none", "None of them"), Choice("somebody", "Nobody"))
    assert Step("which", "Which?", Kind.CHOICE, offered).read("nobody", names) == ("somebody",)


@pytest.mark.parametrize("said", ["perhaps", "0", "4", "", "yes no"])
def test_what_is_no_choice_is_asked_again_with_how_to_answer(said: str) -> None:
    turn = FLOW.take({}, FLOW.step("sure"), said, names)
    assert (turn.answers, turn.problem) == ({}, "Please type a number from 1 to 3.")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("1, 2", ("red", "blue")),
        ("blue and green", ("blue", "green")),
        ("Red, or pink", ("red",)),
        ("2; 2", ("blue",)),
        ("3", ("green",)),
    ],
)
def test_several_choices_may_be_made_at_once(said: str, heard: tuple[str, ...]) -> None:
    assert FLOW.take({"sure": ("yes",)}, FLOW.step("colours"), said, names).answers["colours"] == heard


def test_a_picked_choice_may_show_something_and_a_staying_one_asks_again() -> None:
    assert FLOW.take({}, FLOW.step("sure"), "yes", names).panels == ("well",)
    turn = FLOW.take({}, FLOW.step("sure"), "more", names)
    assert (turn.panels, turn.answers) == (("more",), {})


def test_a_question_that_does_not_apply_is_not_asked() -> None:
    found = FLOW.asking(answered("yes", "green"))
    assert found is not None
    assert found[1].name == "agreed"


def test_a_changed_mind_forgets_what_no_longer_applies_and_what_rested_on_it() -> None:
    answers = answered("yes", "red", "dark", "yes")
    changed = FLOW.take(answers, FLOW.step("colours"), "green", names).answers
    assert changed == {"sure": ("yes",), "colours": ("green",)}


def test_the_same_answer_again_forgets_nothing() -> None:
    answers = answered("yes", "red", "dark", "yes")
    assert FLOW.take(answers, FLOW.step("colours"), "red", names).answers == answers


def test_going_back_asks_the_last_question_again_with_its_answer() -> None:
    answers, step = FLOW.back(answered("yes", "red", "dark"))
    assert step is not None
    assert (step.name, step.suggestion) == ("shade", "dark")
    assert FLOW.asking(answers) == (FLOW.sections[2], FLOW.step("shade"))


def test_there_is_nothing_before_the_first_question() -> None:
    assert FLOW.back({})[1] is None


def test_people_are_read_by_name_or_as_the_choice_beside_it() -> None:
    assert FLOW.take({}, FLOW.step("who"), "Ann", names).answers["who"] == ("a.ann",)
    assert FLOW.take({}, FLOW.step("who"), "nobody", names).answers["who"] == ("none",)
    assert FLOW.take({}, FLOW.step("who"), "Bob", names).problem == "Nobody is called Bob."


@pytest.mark.parametrize("said", ["", "   ", "…", "🙂🙂", "\x00\x1b", "."])
def test_a_text_without_a_word_is_asked_for_again(said: str) -> None:
    assert FLOW.take({}, FLOW.step("shade"), said, names).problem == "You can write just a few words."


def test_a_text_too_long_is_refused_whole_and_never_cut() -> None:
    turn = FLOW.take({}, FLOW.step("shade"), "a" * (LONGEST + 1), names)
    assert "haven't kept it" in turn.problem
    assert turn.answers == {}


def test_what_no_reader_can_see_is_taken_out_of_a_text() -> None:
    before = {"sure": ("yes",), "colours": ("red",)}
    assert FLOW.take(before, FLOW.step("shade"), "da\u202erk\x07\u200b", names).answers["shade"] == ("dark",)


def test_a_flow_that_looks_forward_is_refused() -> None:
    with pytest.raises(ValueError, match="no earlier section"):
        Flow("f", (Section("s", (Step("a", "?", only_if={"b": ("x",)}),)),))


@given(st.lists(st.text(max_size=40), max_size=25))
def test_the_report_takes_anything_typed_and_always_asks_or_ends(said: list[str]) -> None:
    answers: dict[str, tuple[str, ...]] = {}
    for words in said:
        found = REPORT.asking(answers)
        if found is None:
            return
        turn = REPORT.take(answers, found[1], words, names)
        assert turn.problem or turn.panels or len(turn.answers) > len(answers)
        answers = dict(turn.answers)
