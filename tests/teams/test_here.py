"""Where no dialog opens: a card in the chat, after saying what may be kept, and never the private code."""

from __future__ import annotations

import json
from pathlib import Path

from adapters.teams.seen import COULD_SEE_HERE
from tests.teams.connector import Sent
from tests.teams.filling import COLLEAGUE_REPORT, WORD, asked, begin, card, fill
from tests.teams.reading import buttons
from tests.teams.stage import ALICE, HEAD, Stage, play, stage


async def opened(st: Stage) -> Sent:
    await st.installed(ALICE, HEAD)
    await st.say(ALICE, "report")
    sent = st.teams.to(ALICE)[-1]
    await st.teams.press(ALICE, "The form won't open", sent)
    assert "Microsoft 365 may keep" in sent.words
    await st.teams.press(ALICE, "Use a card all the same", sent)
    return sent


def test_a_report_can_be_made_on_a_card_and_its_code_is_never_on_it(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            sent = await opened(st)
            await fill(st, ALICE, COLLEAGUE_REPORT, sent=sent)
            assert st.cases() == 1
            assert "It is sent. There is one thing left to do" in sent.words
            assert "within 30 minutes" in sent.words  # then the code is gone
            assert WORD not in sent.words
            await st.teams.press(ALICE, "Open the private form", sent)
            assert asked(st, ALICE) == ("code",)
            assert "Monospace" not in st.teams.kept()
            assert st.teams.violations == []

    play(story())


def test_a_card_in_the_chat_promises_only_what_holds_for_one(tmp_path: Path) -> None:
    """A real client showed it: the card said that what is typed in the form isn't kept as a message."""

    async def story() -> None:
        async with stage(tmp_path) as st:
            sent = await opened(st)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="start", sent=sent)
            assert COULD_SEE_HERE in sent.words
            assert "in the form" not in sent.words
            await st.teams.press(ALICE, "Help", sent)
            assert "isn't kept as a message" not in json.dumps(sent.card)
            await begin(st, HEAD)
            await fill(st, HEAD, COLLEAGUE_REPORT, until="start")
            assert "What you type in the form isn't kept as a message" in json.dumps(card(st, HEAD))

    play(story())


def test_a_card_that_is_sent_is_replaced_and_can_do_nothing_more(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            sent = await opened(st)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send", sent=sent)
            old = Sent(sent.id, sent.conversation, json.loads(json.dumps(sent.activity)))
            await st.teams.fill(ALICE, {"send": "send"}, sent)
            await st.teams.fill(ALICE, {"send": "send"}, old)
            assert st.cases() == 1
            assert WORD not in sent.words

    play(story())


def test_a_card_shown_again_shows_what_is_asked_now_and_begins_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            sent = await opened(st)
            again = sent.card["refresh"]
            assert again["userIds"] == [st.teams.account(ALICE)]
            await fill(st, ALICE, COLLEAGUE_REPORT, until="kind", sent=sent)
            await st.teams.act(ALICE, again["action"], {}, sent)
            assert asked(st, ALICE, sent) == ("kind",)
            await st.teams.press(ALICE, "Stop and delete", sent)
            assert "This card has been used" in sent.words
            await st.teams.act(ALICE, again["action"], {}, sent)
            assert "This card has been used" in sent.words
            with st.house.database.reading() as rows:
                assert rows.query("SELECT * FROM talks") == []

    play(story())


def test_hide_leaves_a_card_about_policies(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            sent = await opened(st)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="kind", sent=sent)
            await st.teams.press(ALICE, "Hide", sent)
            assert "report" not in json.dumps(sent.card).casefold()
            assert buttons(sent.card) == []

    play(story())


def test_every_button_of_a_card_in_the_chat_works_on_clients_that_know_only_submit(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            await st.say(ALICE, "report")
            sent = st.teams.to(ALICE)[-1]
            for label in ("The form won't open", "Use a card all the same"):
                (found,) = [each for each in buttons(sent.card) if each["title"] == label]
                data = found["fallback"]["data"]
                await st.teams.post(st.teams.activity(ALICE, "message", text="", value=data, replyToId=sent.id))
                await st.settle()
            assert asked(st, ALICE, sent) == ("danger",)

    play(story())
