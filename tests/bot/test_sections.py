"""A form that shows a whole section: it keeps every good answer, names each bad one, and trusts nothing it returns."""

from __future__ import annotations

import pytest

from bot.boxes import BOX, BOXES, LONGEST
from bot.card import Ask, Say
from bot.picked import MISSING, NOBODY, NOT_OFFERED
from tests.bot.house import Bot

SITE = {"site": ("bad.example",), "pupils_present": ("no",)}


def on(*filled: dict[str, tuple[str, ...]]) -> Bot:
    """A report on a surface of forms, after these sections."""
    bot = Bot(forms=True)
    bot.say("report")
    for fields in filled:
        bot.fill(fields)
    return bot


STARTED: tuple[dict[str, tuple[str, ...]], ...] = ({"danger": ("no",)}, {"start": ("start",)})
AT_A_SITE = (*STARTED, {"kind": ("prohibited_site_self",)}, {"site_children": ("no",)})
WRITING = (
    *STARTED,
    {"kind": ("cyberbullying",)},
    {"about": ("colleague",)},
    {"who": ("c.colleague",)},
    {"others": ("none",)},
    {"where": ("right",)},
    {"naming": ("named",)},
)
ADDING = (*WRITING, {"happened": ("He called me names.",)}, {"more": ("when", "seen")})


def names(bot: Bot) -> list[str]:
    return [ask.name for ask in bot.card.asks]


def ask(bot: Bot, name: str) -> Ask:
    return next(ask for ask in bot.card.asks if ask.name == name)


def said(bot: Bot) -> str:
    return " ".join(part.text for part in bot.card.parts if isinstance(part, Say))


def test_all_questions_of_a_section_that_apply_are_on_one_card() -> None:
    assert names(on(*AT_A_SITE)) == ["site", "pupils_present"]
    assert names(on(*ADDING)) == ["when", "place", "still", "link", "witnesses"]


def test_a_section_is_taken_whole() -> None:
    bot = on(*AT_A_SITE, SITE)
    assert {name: bot.answers[name] for name in SITE} == SITE
    assert bot.asked == "where"


def test_what_is_good_is_kept_and_each_bad_field_gets_its_own_sentence() -> None:
    bot = on(*ADDING)
    bot.fill(
        {
            "when": ("1 January 2090",),
            "place": ("The staff room",),
            "still": ("perhaps",),
            "link": ("no link",),
            "witnesses": ("a.assistant",),
        }
    )
    assert names(bot) == ["when", "place", "still", "link", "witnesses"]
    assert set(bot.card.problems) == {"when", "still", "link"}
    assert bot.answers["place"] == ("The staff room",)
    assert bot.answers["witnesses"] == ("a.assistant",)
    assert "when" not in bot.answers


def test_what_is_known_stands_in_its_field_again_the_bad_words_too() -> None:
    bot = on(*ADDING)
    bot.fill(
        {
            "when": ("1 January 2090",),
            "place": ("The staff room",),
            "still": ("yes",),
            "link": (),
            "witnesses": ("a.assistant",),
        }
    )
    assert names(bot) == ["when", "place", "still", "link", "witnesses"]
    assert ask(bot, "when").held == ("1 January 2090",)
    assert ask(bot, "place").held == ("The staff room",)
    assert (ask(bot, "still").held, ask(bot, "still").suggestion) == (("yes",), "Yes")
    assert ask(bot, "witnesses").held == ("a.assistant",)
    bot.fill({a.name: ("last week",) if a.name == "when" else a.held for a in bot.card.asks})
    assert bot.asked == "send"


REFUSED = {
    "a label": ({"pupils_present": ("No",)}, NOT_OFFERED),
    "a number": ({"pupils_present": ("1",)}, NOT_OFFERED),
    "two of one": ({"pupils_present": ("no", "yes")}, NOT_OFFERED),
    "none": ({"pupils_present": ()}, MISSING),
    "an unknown value": ({"pupils_present": ("<@U123>",)}, NOT_OFFERED),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_only_a_value_that_was_offered_is_taken(kind: str) -> None:
    fields, sentence = REFUSED[kind]
    bot = on(*AT_A_SITE, {"site": ("bad.example",)} | fields)
    assert dict(bot.card.problems) == {"pupils_present": sentence}
    assert "pupils_present" not in bot.answers
    assert bot.answers["site"] == ("bad.example",)


@pytest.mark.parametrize("id", ["Callum Redgrave-Iyer", "x.nobody", "", "C.COLLEAGUE", "took_part:h.head"])
def test_only_a_person_of_the_school_is_taken_and_only_by_id(id: str) -> None:
    bot = on(*WRITING[:4], {"who": ("c.colleague", id)})
    assert dict(bot.card.problems) == {"who": NOBODY}
    assert "who" not in bot.answers


def test_only_who_is_on_the_list_of_recipients_can_be_picked_from_it() -> None:
    bot = on(*WRITING[:5], {"others": ("c.colleague",)})
    assert dict(bot.card.problems) == {"others": NOT_OFFERED}
    bot.fill({"others": ("h.head",)})
    assert bot.asked == "part"


def test_a_field_of_another_section_or_of_none_refuses_the_form() -> None:
    for stray in ("happened", "send", "code", "nonsense"):
        bot = on(*AT_A_SITE)
        before = bot.answers
        bot.fill(SITE | {stray: ("send",)})
        assert "Already done." in said(bot)
        assert bot.answers == before
        assert names(bot) == ["site", "pupils_present"]


def test_f04_the_same_form_twice_is_taken_once_and_a_late_one_not_at_all() -> None:
    bot = on(*AT_A_SITE, SITE)
    before = bot.answers
    bot.fill(SITE)
    assert "Already done." in said(bot)
    bot.fill({"where": ("right",)}, "site")
    assert "Already done." in said(bot)
    assert (bot.asked, bot.answers) == ("where", before)


def test_a_field_that_was_not_on_the_form_is_asked_next_without_a_word_of_blame() -> None:
    bot = on(*AT_A_SITE, {"site": ("bad.example",)})
    assert names(bot) == ["site", "pupils_present"]
    assert not bot.card.problems
    assert ask(bot, "site").held == ("bad.example",)


def test_a_form_that_comes_when_no_report_is_open_goes_nowhere() -> None:
    bot = Bot(forms=True)
    bot.fill({"happened": ("He called me names.",)})
    assert bot.card.title == "This report has moved on"
    bot = on(*WRITING)
    bot.say("hide")
    bot.fill({"happened": ("He called me names.",)})
    assert bot.card.title == "This report has moved on"
    assert "happened" not in bot.answers


def test_going_back_shows_the_section_before_with_all_its_answers() -> None:
    bot = on(*AT_A_SITE, SITE)
    bot.say("back")
    assert [(a.name, a.held) for a in bot.card.asks] == list(SITE.items())


def test_words_are_judged_as_when_they_are_typed() -> None:
    danger = on(*WRITING, {"happened": ("He has a knife and is going to stab someone.",)})
    assert "Call 999 now." in said(danger)
    image = on(*WRITING, {"happened": ("He showed a nude photo. I want to kill myself. Helen Ashdown saw it.",)})
    assert names(image) == ["wellbeing", "image_check", "mention"]
    assert "Samaritans" in said(image)
    code = on(*WRITING, {"happened": ("My code is 2345 6789 ABCD EFGH",)})
    assert "private code" in code.card.problems["happened"]
    assert "happened" not in code.answers


def test_words_too_many_for_a_box_get_another_and_none_is_lost() -> None:
    words = "word " * (BOX // 5)
    bot = on(*WRITING, {"happened": (words + "and more",)})
    assert "longer than one box holds" in bot.card.problems["happened"]
    boxes = ask(bot, "happened").held
    assert (" ".join(boxes), len(boxes), ask(bot, "happened").boxes) == (words + "and more", 2, 2)
    bot.fill({"happened": boxes})
    assert bot.answers["happened"][0].split() == (words + "and more").split()


def test_a_box_that_is_just_full_gets_another_which_may_stay_empty() -> None:
    bot = on(*WRITING, {"happened": ("x" * BOX,)})
    assert ask(bot, "happened").boxes == 2
    bot.fill({"happened": ("x" * BOX, "")})
    assert bot.answers["happened"] == ("x" * BOX,)


def test_five_full_boxes_are_kept_and_more_is_refused_in_a_sentence() -> None:
    bot = on(*WRITING, {"happened": ("x" * BOX,) * BOXES})
    assert len(bot.answers["happened"][0]) == LONGEST + BOXES - 1
    bot = on(*WRITING, {"happened": ("x" * BOX,) * (BOXES + 1)})
    assert "haven't kept it" in bot.card.problems["happened"]
    bot = on(*WRITING, {"happened": ("x" * (BOX + 1),) * BOXES})
    assert "happened" not in bot.answers


def test_what_was_accepted_before_is_still_there_when_its_change_is_too_long() -> None:
    bot = on(*ADDING[:-1])
    bot.say("back")
    bot.fill({"happened": ("x" * 16_000,)})
    assert ask(bot, "happened").held == ("He called me names.",)


def test_a_form_sends_and_confirms_like_a_line() -> None:
    bot = on(*ADDING[:-1], {"more": ("done",)}, {"send": ("send",)})
    assert bot.asked == "code"
    bot.fill({"code": ("ZZZZ",)})
    assert bot.card.problems
    bot.fill({"code": (next(iter(bot.receipts.kept))[-4:],)})
    assert bot.card.title == "Your report is on its way"
    assert len(bot.cases.events) == 1


def test_beside_a_form_a_choice_may_be_typed_but_never_words_or_names() -> None:
    for filled, words in ((AT_A_SITE, "bad.example"), (WRITING[:4], "c.colleague"), (WRITING, "He called me names.")):
        bot = on(*filled)
        before = bot.answers
        bot.say(words)
        assert "Please use the private form" in said(bot)
        assert bot.answers == before
    bot = on(*STARTED)
    bot.say("a threat")
    assert bot.answers["kind"] == ("threat",)
