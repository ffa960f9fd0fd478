"""Questions on Slack: answered where they are asked, in private where they are private, and refused to outsiders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.doors import contacts
from adapters.stores.feedback import StoredFeedback
from bot import openly
from tests.slack.stage import ALICE, COLLEAGUE, GUEST, HEAD, STRANGER, Stage, play, stage

FRIEND = "May I accept a friend request from a pupil?"
CLAUSE = "Staff must not accept a friend request from a former pupil who is under 18."
CHANNEL = "C01GEN"


def last(st: Stage, user: str) -> dict[str, Any]:
    found: dict[str, Any] = st.slack.visible(user)[-1]
    return found


def by_us(st: Stage, channel: str) -> list[dict[str, Any]]:
    """What we wrote that everyone in a channel can read."""
    return [m for m in st.slack.messages if m["channel"] == channel and m.get("bot_id") and not m.get("ephemeral_to")]


def test_a_question_in_a_private_message_is_answered_word_for_word(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(ALICE, FRIEND)
            await st.settle()
            assert CLAUSE in json.dumps(last(st, ALICE)["blocks"])
            assert "section 5(ii)" in json.dumps(last(st, ALICE)["blocks"])
            assert CLAUSE not in st.said_to(HEAD)
            assert st.slack.violations == []

    play(story())


def test_over_a_socket_it_is_the_same(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path, socket=True) as st:
            await st.slack.dm(ALICE, FRIEND)
            await st.settle()
            assert CLAUSE in json.dumps(last(st, ALICE)["blocks"])
            assert await st.slack.slash(ALICE, "/report") == (200, "")
            await st.settle()
            assert st.slack.top(ALICE)["blocks"][0]["text"]["text"] == "First, safety"
            assert st.slack.violations == []

    play(story())


def test_a_mention_is_answered_in_its_thread(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.mention(ALICE, CHANNEL, FRIEND)
            await st.settle()
            (answer,) = by_us(st, CHANNEL)
            assert CLAUSE in json.dumps(answer)
            assert answer["thread_ts"] == st.slack.messages[0]["ts"]
            assert st.slack.violations == []

    play(story())


@pytest.mark.parametrize(
    "words",
    [
        "I want to report Callum, he has been sending me messages",
        "A colleague has been bullying me for weeks",
        "Can Mr Redgrave-Iyer be friends with a pupil online?",
        f"Can <@{COLLEAGUE}> be friends with a pupil online?",
        "Someone has a knife in the playground",
        "report",
        "status",
        "inbox",
        "My code is ABCD-EFGH-JK23-4567",
    ],
)
def test_f34_what_is_private_moves_out_of_a_channel_and_nothing_is_repeated(tmp_path: Path, words: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.mention(ALICE, CHANNEL, words)
            await st.settle()
            assert by_us(st, CHANNEL) == []
            moved = [m for m in st.slack.visible(ALICE) if m.get("ephemeral_to")]
            assert [m["text"] for m in moved] == [openly.MOVED]
            assert last(st, ALICE)["channel"] == st.slack.im(ALICE)
            ours = [m for m in st.slack.messages if m["user"] == st.slack.bot]
            assert len(words.split()) == 1 or words not in json.dumps(ours)  # a command's own name is on its button
            assert st.slack.visible(HEAD) == [m for m in st.slack.messages if m["user"] == ALICE]
            assert st.slack.violations == []

    play(story())


def test_f34_in_a_channel_shared_with_another_school_everything_is_private(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            event = {
                "type": "app_mention",
                "user": ALICE,
                "channel": CHANNEL,
                "text": FRIEND,
                "ts": "1.5",
                "event_ts": "1.5",
            }
            payload = {"type": "event_callback", "team_id": "T01TEST", "event_id": "EvX", "event": event}
            data = json.dumps({**payload, "is_ext_shared_channel": True}).encode()
            headers = {"Content-Type": "application/json", **st.slack.sign(data)}
            async with st.slack.http.post(st.slack.app_url, data=data, headers=headers) as response:
                assert response.status == 200
            await st.settle()
            assert by_us(st, CHANNEL) == []
            assert CLAUSE in json.dumps(last(st, ALICE))

    play(story())


def test_a_command_is_answered_to_its_asker_alone(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/policy", FRIEND)
            await st.settle()
            assert CLAUSE in json.dumps(last(st, ALICE))
            assert st.slack.visible(HEAD) == []
            await st.slack.slash(ALICE, "/policy")
            assert "What I can do" in st.said_to(ALICE)
            assert st.slack.violations == []

    play(story())


def test_f34_guests_and_people_of_other_workspaces_get_the_outside_numbers_and_nothing_else(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(GUEST, FRIEND)
            await st.slack.mention(GUEST, CHANNEL, FRIEND)
            await st.slack.slash(GUEST, "/report")
            await st.slack.slash(GUEST, "/policy", FRIEND)
            await st.slack.shortcut(GUEST, "report_privately")
            await st.slack.open_home(GUEST)
            await st.settle()
            seen = st.said_to(GUEST)
            assert contacts.NOT_FOR_YOU in seen
            assert "01632 960" in seen
            assert CLAUSE not in seen
            assert "Helen Ashdown" not in seen
            assert st.slack.top(GUEST) is None
            with st.house.database.reading() as rows:
                assert rows.query("SELECT count(*) AS many FROM talks")[0]["many"] == 0
            assert st.slack.violations == []

    play(story())


def test_someone_whom_school_toml_does_not_name_may_ask(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(STRANGER, FRIEND)
            await st.slack.dm(STRANGER, FRIEND)
            await st.settle()
            assert CLAUSE in st.said_to(STRANGER)
            assert [name for name, _ in st.slack.calls].count("users.info") == 1

    play(story())


def test_where_slack_can_not_say_who_somebody_is_nobody_is_let_in(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            st.slack.scopes.discard("users:read")
            await st.slack.dm(STRANGER, FRIEND)
            await st.slack.slash(STRANGER, "/report")
            await st.settle()
            assert contacts.NOT_SURE.format(platform="Slack") in st.said_to(STRANGER)
            assert CLAUSE not in st.said_to(STRANGER)
            assert st.slack.top(STRANGER) is None
            await st.slack.dm(ALICE, FRIEND)  # whom school.toml names is known all the same
            await st.settle()
            assert CLAUSE in st.said_to(ALICE)

    play(story())


def test_whether_an_answer_helped_is_counted_without_a_name(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(ALICE, FRIEND)
            await st.settle()
            for user, verdict in ((ALICE, "helpful"), (ALICE, "not_what_i_meant"), (ALICE, "helpful"), (ALICE, "rude")):
                await st.slack.click(user, "feedback", last(st, ALICE), value=verdict)
            await st.settle()
            assert StoredFeedback(st.house.database, "sample").all() == {"helpful": 2, "not_what_i_meant": 1}
            with st.house.database.reading() as rows:
                assert {column for row in rows.query("SELECT * FROM feedback") for column in row} == {
                    "school",
                    "verdict",
                    "times",
                }
            assert st.slack.violations == []

    play(story())


def test_where_nothing_is_found_a_person_may_be_asked(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(ALICE, "What is the capital of Mongolia?")
            await st.settle()
            await st.slack.click(ALICE, "press:0", last(st, ALICE))
            await st.settle()
            assert "Helen Ashdown" in json.dumps(st.slack.top(ALICE))
            assert st.slack.violations == []

    play(story())


def test_f35_a_file_is_never_fetched(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            st.slack.files["F1"] = {"name": "picture.png", "length": 9, "data": b"not yours", "to": None}
            await st.slack.dm(ALICE, "", files=["F1"])
            await st.slack.dm(ALICE, FRIEND, files=["F1"])
            await st.settle()
            assert "I can't take files here" in st.said_to(ALICE)
            assert "Samira Qureshi" in st.said_to(ALICE)
            assert {name for name, _ in st.slack.calls} == {"chat.postMessage"}
            assert CLAUSE in st.said_to(ALICE)
            assert st.slack.violations == []

    play(story())


def test_f38_a_code_in_a_chat_is_warned_of_and_not_repeated(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(ALICE, "ABCD-EFGH-JK23-4567")
            await st.settle()
            assert "Please keep your code to yourself" in st.said_to(ALICE)
            assert "JK23" not in json.dumps([m for m in st.slack.messages if m["user"] == st.slack.bot])

    play(story())


def test_what_bots_write_and_what_was_edited_is_passed_over(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            said = {"type": "message", "channel_type": "im", "channel": st.slack.im(ALICE), "user": ALICE, "ts": "1.1"}
            await st.slack.event({**said, "text": FRIEND, "bot_id": "B9"})
            await st.slack.event({**said, "subtype": "message_changed"})
            await st.slack.event({**said, "channel_type": "mpim", "text": FRIEND})
            await st.slack.event({**said, "channel_type": "channel", "text": FRIEND})
            await st.settle()
            assert st.slack.calls == []

    play(story())


def test_in_a_thread_of_the_chat_a_status_is_shown_and_the_answer_stays_there(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(ALICE, FRIEND, thread_ts="1795000000.000001")
            await st.settle()
            assert [name for name, _ in st.slack.calls] == ["assistant.threads.setStatus", "chat.postMessage"]
            assert last(st, ALICE)["thread_ts"] == "1795000000.000001"
            assert st.slack.violations == []

    play(story())


def test_someone_who_opens_the_chat_is_offered_a_beginning(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.open_home(ALICE, tab="messages")
            await st.settle()
            assert [name for name, _ in st.slack.calls] == ["assistant.threads.setSuggestedPrompts"]
            assert st.slack.violations == []

    play(story())


def test_the_whole_of_a_folded_clause_is_one_press_away(tmp_path: Path) -> None:
    from adapters.slack.messages import messages
    from bot.card import Card, Quote

    async def story() -> None:
        async with stage(tmp_path) as st:
            policy = st.house.shelf.current("sample")[0]
            clause = policy.clauses[20]
            # Folded as if it were long: what stands behind the button is found by its words alone.
            card = Card("An answer", (Quote(clause.text + " " * 0, str(policy.cite(clause)), clause.lead_ins),))
            from adapters.slack import parts

            blocks = [b for part in card.parts for b in parts.drawn(part, longest=20)]
            shown = messages(Card("An answer"))[0]
            await st.door.hears.teams["T01TEST"].client.chat_postMessage(
                channel=ALICE, text=shown.text, blocks=[*shown.blocks, *blocks]
            )
            button = next(b for b in blocks if b["type"] == "actions")["elements"][0]["action_id"]
            await st.slack.click(ALICE, button, last(st, ALICE))
            await st.settle()
            assert clause.text in json.dumps(st.slack.top(ALICE), ensure_ascii=False)
            assert st.slack.violations == []

    play(story())
