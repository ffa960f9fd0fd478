"""The recipient's side on Teams: a neutral notice, their own items alone, and everyone else refused in one way."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.courier import WaysCourier
from adapters.teams import opening
from adapters.teams.carrier import TeamsWay
from adapters.teams.wire import Undelivered
from adapters.worker import Worker
from bot import dealing, following
from bot.notices import WAITING
from bot.receiving import ALONE, NOT_HERE
from reports.desk import Unreachable
from reports.people import Person, PersonId
from tests.teams.connector import Sent
from tests.teams.filling import ACCOUNT, COLLEAGUE_REPORT, HEAD_REPORT, WORD, report
from tests.teams.stage import ALICE, CHAIR, COLLEAGUE, HEAD, PEOPLE, STRANGER, Stage, play, stage

EVERY_VERB = ("gate", "open", "ack", "conflict", "pass", *sorted(dealing.VERBS))
"""What a recipient may do with a case."""
REPORTERS = sorted(following.VERBS)
SOMEBODY = Person(PersonId("h.head"), "Helen", teams=PEOPLE[HEAD])


def notices(st: Stage, name: str) -> list[Sent]:
    return [sent for sent in st.teams.to(name) if WAITING in sent.words]


async def reported(st: Stage, answers: Any = COLLEAGUE_REPORT) -> None:
    await st.installed(HEAD, CHAIR, COLLEAGUE)
    await report(st, ALICE, answers)
    await st.carry()


def way(st: Stage) -> TeamsWay:
    made = opening.way(st.house, st.house.school(None))
    made.wire.share, made.wire.pause = lambda: 0.0, lambda _: asyncio.sleep(0)
    return made


async def told(st: Stage, person: Person = SOMEBODY) -> None:
    await asyncio.to_thread(way(st).notify, person, "C1.h.head")


def test_a_notice_is_the_same_bytes_whatever_it_is_about(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            await report(st, ALICE, HEAD_REPORT)
            await st.carry()
            one, other = (notices(st, name)[0].activity for name in (HEAD, CHAIR))
            assert one["summary"] == other["summary"] == WAITING
            assert one["attachments"] == other["attachments"]
            assert one.get("text") is None
            for word in (st.case(), WORD, "harass", "Helen"):
                assert word not in json.dumps([one, other])

    play(story())


def test_a_recipient_reads_it_alone_and_acknowledges(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            await st.teams.press(HEAD, "Open your private items", notices(st, HEAD)[0])
            await st.teams.press(HEAD, "Open item 1")
            assert ALONE in st.teams.now(HEAD)
            assert ACCOUNT not in st.teams.now(HEAD)
            await st.teams.press(HEAD, "Open")
            assert ACCOUNT in st.teams.now(HEAD)
            await st.teams.press(HEAD, "Acknowledge")
            await st.settle()
            assert "The person who reported it can see that you have it" in st.teams.now(HEAD)
            assert WAITING in notices(st, HEAD)[0].words
            assert ACCOUNT not in st.teams.kept()
            for other in (CHAIR, COLLEAGUE):
                assert ACCOUNT not in st.teams.seen(other)
            assert st.teams.violations == []

    play(story())


async def forged(st: Stage, who: str, action: str, what: str) -> str:
    """What somebody sees who sends a button that was never theirs."""
    data = {"candour": {"press": action, "user": PEOPLE[HEAD]}, "from": {"aadObjectId": PEOPLE[HEAD]}}
    value = {"action": {"type": "Action.Execute", "verb": "candour", "data": data}} if "card" in what.lower() else {}
    shown = await st.teams.invoke(who, what, value or {"data": data})
    return json.dumps(shown["card"]["content"]["body"] if "card" in shown else shown)


@pytest.mark.parametrize("what", ["task/fetch", "task/submit", "composeExtension/submitAction"])
def test_f32_f33_another_persons_button_is_refused_in_constant_words(tmp_path: Path, what: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            ids = (st.case(), "CNEVERWAS", f"{st.case()}:{PEOPLE[HEAD]}")
            for who in (ALICE, CHAIR, COLLEAGUE, STRANGER):
                pressed = [f"{verb}:{id}" for verb in EVERY_VERB for id in ids]
                shown = [await forged(st, who, action, what) for action in pressed]
                plain = {each.replace(action, "") for each, action in zip(shown, pressed, strict=True)}
                assert len(plain) == 1
                assert NOT_HERE.parts[0].text in shown[0]  # type: ignore[union-attr]
                assert not any(ACCOUNT in each for each in shown)

    play(story())


def test_f33_a_reporters_button_does_nothing_for_anyone_who_has_not_typed_the_code(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            for who in (HEAD, CHAIR, COLLEAGUE, STRANGER, ALICE):
                for action in (each for verb in REPORTERS for each in (verb, f"{verb}:{st.case()}")):
                    shown = await forged(st, who, action, "task/submit")
                    assert following.SIGN_IN.parts[0].text in shown, action  # type: ignore[union-attr]
            await st.teams.press(HEAD, "Open your private items", notices(st, HEAD)[0])
            assert "Item 1" in st.teams.now(HEAD)  # nothing was withdrawn, signed or passed on
            assert notices(st, CHAIR) == []

    play(story())


def test_no_case_opens_on_a_card_in_the_chat(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            for action in (f"gate:{st.case()}", f"open:{st.case()}", f"ack:{st.case()}", "inbox", "status"):
                for sign in ({}, {"here": True}):
                    data = {"candour": {"press": action, "sign": sign}}
                    value = {"action": {"verb": "candour", "data": data}}
                    shown = await st.teams.invoke(HEAD, "adaptiveCard/action", value)
                    assert "moved on" in shown["value"]

    play(story())


def test_f11_f12_whoever_blocked_it_or_took_it_away_cannot_be_reached(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            with pytest.raises(Unreachable):
                await told(st)
            await st.installed(HEAD)
            await told(st)
            st.teams.installed.remove(HEAD)
            with pytest.raises(Unreachable):
                await told(st)
            st.teams.installed.add(HEAD)
            gone = st.teams.activity(HEAD, "installationUpdate", action="remove")
            await st.teams.post(gone)
            await st.settle()
            with pytest.raises(Unreachable):
                await told(st)

    play(story())


def test_whoever_has_another_account_by_now_is_not_written_to_at_the_one_they_had(tmp_path: Path) -> None:
    """It told whoever has the old account, and counted that as delivered."""

    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD)
            with pytest.raises(Unreachable):
                await told(st, replace(SOMEBODY, teams=PEOPLE[CHAIR]))
            assert notices(st, HEAD) == []
            await told(st, replace(SOMEBODY, teams=PEOPLE[HEAD].upper()))
            assert len(notices(st, HEAD)) == 1

    play(story())


@pytest.mark.parametrize("body", [b"", b"no JSON", b'{"error":{"code":"x"}}', b"[]"])
def test_f12_any_403_at_all_means_unreachable(tmp_path: Path, body: bytes) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD)
            st.teams.body, st.teams.answers = body, [403]
            with pytest.raises(Unreachable):
                await told(st)

    play(story())


def test_f12_a_head_who_blocked_it_is_passed_over(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD, CHAIR)
            await report(st, ALICE)
            st.teams.installed.remove(HEAD)
            registered = st.house.school(None)
            only = WaysCourier(registered.school, (way(st),))
            carrying = replace(st.house.round(registered), courier=only, hurried=only)
            await asyncio.to_thread(Worker((carrying,), st.house.clock).drain)
            assert notices(st, HEAD) == []
            assert len(notices(st, CHAIR)) == 1

    play(story())


@pytest.mark.parametrize("status", [412, 429, 502, 504])
def test_f09_what_passes_is_tried_again_after_as_long_as_we_are_told(tmp_path: Path, status: int) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD)
            waited: list[float] = []

            async def pause(seconds: float) -> None:
                waited.append(seconds)

            st.door.hears.wire.pause, st.door.hears.wire.share = pause, lambda: 0.5
            st.teams.answers, st.teams.after = [status, status], "3"
            before = len(st.teams.to(HEAD))
            await st.say(HEAD, "help")
            assert waited == [4.5, 4.5]
            assert len(st.teams.to(HEAD)) == before + 1

    play(story())


@pytest.mark.parametrize("status", [429, 500, 503])
def test_f09_f10_a_worker_comes_back_later_and_holds_up_nobody(tmp_path: Path, status: int) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD)
            st.teams.answers, st.teams.after = [status], "60"
            with pytest.raises(Undelivered):
                await told(st)
            await told(st)
            assert len(notices(st, HEAD)) == 1

    play(story())


def test_f19_a_subject_with_accounts_on_both_platforms_is_told_on_neither(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            file = tmp_path / "school.toml"
            both = file.read_text().replace('id = "h.head"', 'id = "h.head"\nslack = "U02HEAD"')
            file.write_text(both)
            await reported(st, HEAD_REPORT)
            assert notices(st, HEAD) == []
            assert len(notices(st, CHAIR)) == 1
            await st.say(HEAD, "inbox")
            await st.teams.press(HEAD, "Open your private items", st.teams.to(HEAD)[-1])
            assert "Nothing is waiting for you." in st.teams.now(HEAD)

    play(story())
