"""Questions on Teams: word for word with citations, private matters out of every channel, and no file ever fetched."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from adapters.stores.feedback import StoredFeedback
from bot import openly
from tests.teams.connector import BOT
from tests.teams.filling import COLLEAGUE_REPORT, asked, begin, fill
from tests.teams.reading import elements
from tests.teams.stage import ALICE, GUEST, HEAD, STRANGER, Stage, play, stage

ASKED = "May I accept a friend request from a pupil?"
ROOM = "19:staffroom@thread.tacv2;messageid=1"
PRIVATE = (
    "report",
    "Callum Redgrave-Iyer is bullying me",
    "someone is hurting me at home",
    "inbox",
    "status",
    "<at>Callum</at> posted photos",
)


def last(st: Stage, name: str) -> str:
    return st.teams.to(name)[-1].words


def test_a_clause_stands_word_for_word_in_the_card_and_is_cited(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            await st.say(ALICE, ASKED)
            sent = st.teams.to(ALICE)[-1]
            (entity,) = sent.activity["entities"]
            claims = entity["citation"]
            assert [claim["position"] for claim in claims] == list(range(1, len(claims) + 1))
            assert all(f"[{claim['position']}]" in sent.activity["text"] for claim in claims)
            drawn = " ".join(str(each.get("text", "")) for each in elements(sent.card))
            for claim in claims:
                abstract = claim["appearance"]["abstract"].removesuffix(" \u2026")
                assert abstract[:60] in " ".join(drawn.split())
                assert len(claim["appearance"]["abstract"]) <= 160
            assert "AIGeneratedContent" not in sent.words
            assert st.teams.violations == []

    play(story())


def test_silence_offers_whom_to_ask_and_what_else_to_say(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            await st.say(ALICE, "What is the capital of Mongolia?")
            sent = st.teams.to(ALICE)[-1]
            assert "Nothing found" in sent.words
            assert [a["type"] for a in sent.activity["suggestedActions"]["actions"]] == ["imBack"] * 3
            await st.teams.press(ALICE, "Who could I ask?", sent)
            assert "Helen" in st.teams.now(ALICE)

    play(story())


def test_feedback_is_counted_once_and_without_a_name(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            for name in (ALICE, STRANGER):
                await st.installed(name)
                await st.say(name, ASKED)
                for _ in range(3):
                    answer = await st.teams.press(name, "Helpful", st.teams.to(name)[-1])
                    assert answer["value"] == "Thank you."
            counted = StoredFeedback(st.house.database, "sample").all()
            assert counted == {"helpful": 2}
            with st.house.database.reading() as rows:
                kept = json.dumps([dict(row) for row in rows.query("SELECT * FROM claims")])
            assert ALICE not in kept
            assert STRANGER not in kept

    play(story())


def test_a_mention_in_a_channel_is_answered_in_its_thread(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            await st.say(ALICE, ASKED, ROOM)
            (sent,) = [sent for sent in st.teams.messages if sent.conversation == ROOM]
            assert "What the policy says" in sent.words
            assert "suggestedActions" not in sent.activity

    play(story())


@pytest.mark.parametrize("said", PRIVATE)
def test_f34_what_is_private_is_moved_out_of_a_channel_and_never_repeated(tmp_path: Path, said: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            before = len(st.teams.to(ALICE))
            await st.say(ALICE, said, ROOM)
            assert [sent for sent in st.teams.messages if sent.conversation == ROOM] == []
            moved = st.teams.to(ALICE)[before:]
            assert openly.BROUGHT in moved[0].words
            assert "delete it here" not in moved[0].words  # a real client showed it: "here" is the wrong place
            for words in ("Callum", "hurting", "bullying"):
                assert words not in json.dumps([sent.activity for sent in moved])

    play(story())


def test_f34_whoever_has_not_added_the_bot_is_asked_to_and_nothing_is_repeated(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.say(ALICE, "Callum Redgrave-Iyer is bullying me", ROOM)
            (sent,) = st.teams.messages
            assert sent.conversation == ROOM
            assert "Open a chat with Candour" in sent.words
            assert "Callum" not in sent.words

    play(story())


@pytest.mark.parametrize("room", ["", ROOM])
def test_f34_a_guest_is_given_numbers_and_nothing_else(tmp_path: Path, room: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(GUEST)
            for said in (ASKED, "report", "policies"):
                await st.say(GUEST, said, room)
            shown = st.teams.to(GUEST)
            assert len({sent.words for sent in shown}) == 1
            assert "I am only for people who work at this school." in shown[0].words
            assert "Helen" not in st.teams.seen(GUEST)
            assert [sent for sent in st.teams.messages if sent.conversation == ROOM] == []
            opened = await st.teams.invoke(GUEST, "task/fetch", {"data": {"candour": {"press": "report"}}})
            assert "I can't help you here" in json.dumps(opened)

    play(story())


@pytest.mark.parametrize("kind", ["image/png", "application/vnd.microsoft.teams.file.download.info", "audio/ogg", ""])
def test_f35_a_file_is_never_fetched_in_any_step(tmp_path: Path, kind: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            before = len(st.teams.calls)
            file = {"contentType": kind, "contentUrl": f"{st.teams.base}/thumbnail.png", "name": "a.png"}
            await st.say(ALICE, "", attachments=[file])
            assert "I can't take files here" in last(st, ALICE)
            assert [path for _, path in st.teams.calls[before:] if "thumbnail" in path] == []
            assert asked(st, ALICE) == ("happened",)

    play(story())


def test_formatted_words_are_no_file(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            await st.say(ALICE, ASKED, attachments=[{"contentType": "text/html", "content": "<p>x</p>"}])
            assert "What the policy says" in last(st, ALICE)

    play(story())


def test_the_one_who_is_greeted_is_told_once_what_the_bot_can_do(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD)
            (sent,) = st.teams.to(HEAD)
            assert "Ask me about a school policy" in sent.words
            assert sent.activity["recipient"]["id"] != BOT

    play(story())


def test_f04_a_message_that_is_delivered_again_and_again_is_answered_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            before = len(st.teams.to(ALICE))
            asked_once = st.teams.activity(ALICE, "message", text=ASKED)
            assert await asyncio.gather(*(st.teams.post(asked_once) for _ in range(3))) == [(200, None)] * 3
            await st.settle()
            await st.teams.post(asked_once)
            await st.settle()
            assert len(st.teams.to(ALICE)) == before + 1

    play(story())


def test_f04_a_stop_that_is_delivered_late_stops_nothing_that_was_begun_since(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            stop = st.teams.activity(ALICE, "message", text="stop")
            await st.teams.post(stop)
            await st.settle()
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            await st.teams.post(stop)
            await st.settle()
            await begin(st, ALICE)
            assert asked(st, ALICE) == ("happened",)

    play(story())
