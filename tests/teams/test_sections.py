"""A section is one dialog on Teams: choices by value, people by id, words by the box, errors beside their fields."""

from __future__ import annotations

import json
from pathlib import Path

from adapters.doors import roster
from adapters.teams import asks
from bot.card import Ask, Choice, Kind
from bot.naming import reader
from bot.picked import NOBODY
from tests.teams.filling import ACCOUNT, COLLEAGUE_REPORT, asked, begin, card, field, fill, report, shown_code
from tests.teams.reading import button, buttons
from tests.teams.stage import ALICE, HEAD, Stage, play, stage

WHEN_AND_SEEN = {**COLLEAGUE_REPORT, "more": "when,seen"}
SEEN = {"when": "last Friday", "place": "the hall", "still": "no", "witnesses": "r.reception"}


def marked(st: Stage, who: str) -> list[str]:
    """The fields that stand right under word of what was wrong with them."""
    found, wrong = [], False
    for element in card(st, who)["body"]:
        wrong = wrong or "Please look at this again" in json.dumps(element)
        if wrong and element.get("id"):
            found.append(str(element["id"]))
            wrong = False
    return found


async def sent(st: Stage, who: str, answers: dict[str, str]) -> None:
    """What a client of somebody else's making sends, which holds nothing back."""
    await st.teams.act(who, button(card(st, who), "Next"), answers, None)


def test_a_whole_section_is_asked_at_once_and_a_wrong_field_is_marked_alone(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, WHEN_AND_SEEN, until="when")
            assert asked(st, ALICE) == ("when", "place", "still", "link", "witnesses")
            await st.teams.fill(ALICE, {**SEEN, "when": "1 January 2031"})
            assert marked(st, ALICE) == ["when"]
            assert field(st, ALICE, "when")["value"] == "1 January 2031"
            assert field(st, ALICE, "place")["value"] == "the hall"
            assert field(st, ALICE, "witnesses")["value"] == "r.reception"
            await st.teams.fill(ALICE, {"when": "last Friday"})
            assert asked(st, ALICE) == ("send",)
            assert "the hall" in st.teams.now(ALICE)
            assert st.teams.violations == []

    play(story())


def test_after_back_every_field_shows_what_was_given(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, WHEN_AND_SEEN, until="when")
            await st.teams.fill(ALICE, SEEN)
            await st.teams.press(ALICE, "Back")
            assert {name: field(st, ALICE, name)["value"] for name in SEEN} == SEEN
            await st.teams.fill(ALICE, {})  # as it stands
            assert asked(st, ALICE) == ("send",)

    play(story())


def test_a_person_is_chosen_by_name_and_nobody_from_outside_the_list_is_taken(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="who")
            who = field(st, ALICE, "who")
            people = {person.id for person in st.house.school(None).school.people if person.active}
            assert {choice["value"] for choice in who["choices"]} == {*people, "not_listed"}
            assert (who["style"], who["isMultiSelect"]) == ("filtered", True)
            for forged in ("guest", "00000000-0000-0000-0000-000000000006", "c.colleague,guest", "", ",,"):
                await sent(st, ALICE, {"who": forged})
                assert marked(st, ALICE) == ["who"]
                assert asked(st, ALICE) == ("who",)
            await st.teams.fill(ALICE, {"who": "c.colleague,not_listed"})
            assert asked(st, ALICE) == ("others",)
            assert st.teams.violations == []

    play(story())


def test_a_field_that_was_not_asked_changes_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="who")
            await sent(st, ALICE, {"who": "c.colleague", "kind": "other", "send": "send", "naming": "named"})
            assert asked(st, ALICE) == ("others",)
            assert st.cases() == 0

    play(story())


def test_in_a_very_large_school_names_are_typed_and_found(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            school = st.house.school(None).school
            crowd = tuple(Choice(f"p{n}", f"Person {n}") for n in range(asks.LISTED + 1))
            ask = Ask("who", "Who?", Kind.PEOPLE, (Choice("not_listed", "Not listed"),), held=("p7",))
            typed, listed = (each for each in asks.fields(ask, people=crowd) if "id" in each)
            assert (typed["type"], typed["value"]) == ("Input.Text", "Person 7")
            name = next(p.name for p in school.people if p.id == "c.colleague")
            for given, people in ((name, ("c.colleague",)), ("Nobody Atall", ("Nobody Atall",)), ("", ())):
                data = {typed["id"]: given, listed["id"]: "not_listed"}
                assert set(asks.read(data, frozenset({"who"}), reader(school))["who"]) == {*people, "not_listed"}
            assert len(roster.choices(school)) <= asks.LISTED

    play(story())


def test_who_types_a_name_that_nobody_has_is_told_so(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="who")
            await sent(st, ALICE, {"who~": "Nobody Atall"})
            assert NOBODY in st.teams.now(ALICE)
            await sent(st, ALICE, {"who~": "Callum Redgrave-Iyer"})
            assert asked(st, ALICE) == ("others",)

    play(story())


def test_a_code_that_is_confirmed_twice_begins_no_new_report(tmp_path: Path) -> None:
    """It did where the answer took long: “Look again” pressed the report's own button."""

    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT)
            next_one = button(card(st, ALICE), "Next")
            value = {"data": {**next_one["data"], "code": shown_code(st, ALICE)[-4:]}}
            posted = st.teams.activity(ALICE, "invoke", name="task/submit", value=value)
            again = {**posted, "id": "another"}
            shown = [json.dumps(await st.teams.post(each)) for each in (posted, posted, posted, again)]
            look = {"data": {"candour": {"press": "look", "sign": next_one["data"]["candour"]["sign"]}}}
            shown.append(json.dumps(await st.teams.invoke(ALICE, "task/submit", look)))
            assert "Your report is on its way" in shown[0]
            assert [each for each in shown if "danger" in each or "Input." in each] == []
            await begin(st, ALICE)
            assert asked(st, ALICE) == ("danger",)  # nothing stood open: this is the first of a new one
            assert st.cases() == 1

    play(story())


async def _press(st: Stage, who: str, label: str) -> None:
    """The button of that label, or the one whose label begins so."""
    titles = [each["title"] for each in buttons(card(st, who))]
    await st.teams.press(who, next((title for title in titles if title.startswith(label)), label))


async def _opened(st: Stage, who: str, word: str, label: str) -> None:
    await st.say(who, word)
    await st.teams.press(who, label, st.teams.to(who)[-1])


def test_every_verb_of_both_sides_goes_to_its_end_by_dialogs(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD)
            code = await report(st, ALICE)
            await st.carry()
            await _opened(st, HEAD, "inbox", "Open your private items")
            for label in ("Open item 1", "Open", "Acknowledge", "Open it again"):
                await st.teams.press(HEAD, label)
            assert ACCOUNT in st.teams.now(HEAD)
            for verb, words in (("ask", "Which day was it?"), ("note", "I spoke to him on Monday.")):
                await _verb(st, HEAD, f"{verb}:{st.case()}")
                await st.teams.fill(HEAD, {"words": words})
                await st.teams.fill(HEAD, {"send": "send"})
            await _opened(st, ALICE, "status", "See what has become of it")
            assert asked(st, ALICE) == ("code",)
            await st.teams.fill(ALICE, {"code": code})
            assert "Which day was it?" in st.teams.now(ALICE)
            for label, words in (("Answer the question", "It was Tuesday."), ("Add something", "And on Friday.")):
                await _press(st, ALICE, label)
                await st.teams.fill(ALICE, {"words": words})
                await fill(st, ALICE, {"mention": "neither", "identity": "send", "send": "send"})
                assert words in st.teams.now(ALICE)
            await _verb(st, HEAD, f"open:{st.case()}")
            assert "It was Tuesday." in st.teams.now(HEAD)
            assert "And on Friday." in st.teams.now(HEAD)
            assert "I spoke to him on Monday." in st.teams.now(HEAD)
            await _verb(st, HEAD, f"close:{st.case()}")
            await fill(st, HEAD, {"told": "no", "because": "It is private to somebody else.", "send": "send"})
            await _opened(st, ALICE, "status", "See what has become of it")
            await st.teams.fill(ALICE, {"code": code})
            assert "closed" in st.teams.now(ALICE).casefold()
            assert "Which day" not in st.teams.kept()
            assert "Tuesday" not in st.teams.kept()
            assert st.teams.violations == []

    play(story())


async def _verb(st: Stage, who: str, action: str) -> None:
    value = {"data": {"candour": {"press": action}}}
    await st.teams.invoke(who, "task/submit", value)
