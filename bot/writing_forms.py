"""What is written about a case once it is filed, told as data: by whoever deals with it, and by the reporter."""

from __future__ import annotations

from bot.asked import one, people, some, text
from bot.card import Choice
from bot.flow import Flow, Section
from bot.report_choices import IDENTITY, NEITHER, SEND, YES
from bot.step import Step

CHANGE, DELETE = "change", "delete"
CHECK = (Choice(SEND, "Send"), Choice(CHANGE, "Change it"), Choice(DELETE, "Don't send it"))
KEEP = (Choice(SEND, "Keep it with the report"), Choice(CHANGE, "Change it"), Choice(DELETE, "Don't keep it"))
HAND = (Choice(SEND, "Hand it over"), Choice(DELETE, "Keep it"))
FEEDBACK = (Choice(YES, "I'll write what they may be told"), Choice("no", "No feedback can be given"))
LAST = (Choice(SEND, "Close it"), Choice(CHANGE, "Change it"), Choice(DELETE, "Don't close it"))
A_QUESTION, A_NOTE, OVER, CLOSING = "A question", "What you have done", "Hand it over", "Before you close it"
NO_ONE = Choice("nobody", "Nobody: go back")
MORE, AN_ANSWER = "Add something", "Answer a question"

ASK = Flow(
    "ask",
    (
        Section(
            A_QUESTION, (text("words", "What would you like to ask the person who reported it?", "asking", long=True),)
        ),
        Section(A_QUESTION, (one("send", "Shall I send it?", CHECK, "written"),)),
    ),
)
NOTE = Flow(
    "note",
    (
        Section(A_NOTE, (text("words", "What did you do, and when?", "noting", long=True),)),
        Section(A_NOTE, (one("send", "Shall I keep it?", KEEP, "written"),)),
    ),
)
HANDING = Flow(
    "hand",
    (
        Section(OVER, (Step("to", "Who should have it?", one("to", "", ()).kind, offers="eligible", panel="handing"),)),
        Section(OVER, (one("send", "Is that right?", HAND, "handed"),)),
    ),
)
CLOSE = Flow(
    "close",
    (
        Section(CLOSING, (one("told", "What can the person who reported it be told?", FEEDBACK, "closing"),)),
        Section(
            CLOSING,
            (
                Step("words", "What may they be told?", only_if={"told": (YES,)}, long=True),
                Step("because", "No feedback can be given because of what?", only_if={"told": ("no",)}, long=True),
            ),
        ),
        Section(CLOSING, (one("send", "Shall I close it?", LAST, "written"),)),
    ),
)


def _from_the_reporter(name: str, title: str, question: str, panel: str) -> Flow:
    """Words, then the questions that the report itself asks of them."""
    return Flow(
        name,
        (
            Section(title, (text("words", question, panel, long=True),)),
            Section(
                title,
                (
                    some(
                        "mention",
                        "You mention people who could get this. What was their part?",
                        (NEITHER,),
                        offers="mentions",
                        rests_on=("words",),
                        mentions=(YES,),
                    ),
                    one(
                        "identity",
                        "What would you like to do?",
                        IDENTITY,
                        "identity",
                        rests_on=("words",),
                        shows_who=(YES,),
                    ),
                ),
            ),
            Section(title, (one("send", "Shall I send it?", CHECK, "written"),)),
        ),
        facts={"mentions": (YES,), "shows_who": (YES,)},
    )


ADD = _from_the_reporter("add", MORE, "What would you like to add?", "adding")
ANSWER = _from_the_reporter("answer", AN_ANSWER, "What would you like to answer?", "answering")
BY_RECIPIENT = {flow.name: flow for flow in (ASK, NOTE, HANDING, CLOSE)}
BY_REPORTER = {flow.name: flow for flow in (ADD, ANSWER)}
DRAFT = Flow(
    "draft",
    (Section("A request to see one's data", (people("whose", "Who asks to see their data?", NO_ONE, panel="asked"),)),),
)
EVERY = BY_RECIPIENT | BY_REPORTER | {DRAFT.name: DRAFT}
WORDS = ("words", "because")
"""The questions that are answered in someone's own words."""
