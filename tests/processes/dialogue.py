"""One whole report as somebody types it, each line with what the screen then asks."""

from __future__ import annotations

import re

ACCOUNT = "He wrote kingfisher-canary about a pupil in the staff chat."
CODE = re.compile(r"Your private code: +((?:\w{4} ?){4})")

ABOUT_A_COLLEAGUE = (
    ("report", "Is anyone in immediate danger right now?"),
    ("not sure", "What would you like to do?"),
    ("carry on with the report", "Shall we start?"),
    ("start", "What is it about? Choose the closest."),
    ("a policy not being followed", "Who is it about?"),
    ("a colleague", "Who is it? Type a name"),
    ("Redgrave", "Did any of these people take part"),
    ("none of them", "Is that right?"),
    ("that's right", "Do you want your name on it?"),
    ("use my name", "Tell us what happened, in your own words."),
    (ACCOUNT, "Would you like to add anything?"),
    ("no, that's all", "Nothing has been sent yet. Send it?"),
    ("send", "type the last 4 characters of your code."),
)
SENT = "Your report is on its way"


def last_four(shown: str) -> str:
    """Of the latest private code that was shown."""
    return CODE.findall(shown)[-1].strip()[-4:]
