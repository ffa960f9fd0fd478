"""Staff may ask on Slack; guests, strangers from elsewhere and bots get nothing of the school."""

from __future__ import annotations

import json
from pathlib import Path

from adapters.doors import contacts
from tests.slack.questioning import CHANNEL, CLAUSE, FRIEND, by_us, last
from tests.slack.stage import ALICE, GUEST, STRANGER, play, stage


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
