"""What is said to someone who is not in the middle of anything: greetings, help, and what can't be done yet."""

from __future__ import annotations

from collections.abc import Mapping

from bot import answers
from bot.card import Card, Say
from bot.intents import Intent

HELP = (
    "Ask me about a school policy in your own words. I show you the clause, word for word, and where it stands.",
    "Type report to tell the right person something in private. Type status to see what has become of a report.",
    "Type policies for the policies I know, and inbox for private items sent to you.",
)
CAN_DO = Card("What I can do", tuple(map(Say, HELP)))
IN_A_REPORT = Card(
    "Help",
    (Say("Type back for the question before, stop to delete everything, or hide to clear the screen for now."),),
)
NO_REPORTS = Card(
    "Reports can't be taken just now",
    (Say("The key that locks reports is missing or wrong, so I can't take or open any. Questions still work."),),
)
DELETED = Card(
    "Deleted",
    (Say("Your earlier report wasn't sent and has been deleted, because nothing was typed for 30 minutes."),),
)
CLEARED = Card(
    "Sent",
    (Say("Your earlier report was sent. I've cleared it from here, because nothing was typed for a while."),),
)
GONE = Card(
    "Cleared",
    (
        Say("What you had open here is gone, because nothing was typed for a while."),
        Say("If it was a report and I showed you a private code, it was sent. Anything else has been deleted."),
        Say("If you pressed Send and saw no code, I can't tell: it may have been sent. If it matters, send it again."),
    ),
)
"""For what was destroyed unread: nobody can tell any more whether it had been sent."""
HELLO = Card("Hello", (Say("Ask me about a school policy, or type help."),))
THANKED = Card("You're welcome", (Say("Ask me about a school policy whenever you like."),))
AT_THE_BEGINNING = Card("Nothing to go back to", (Say("You are at the beginning. Ask me a question."),))
NOTHING_TO_STOP = Card("Stopped", (Say("There is nothing to stop. Nothing has been sent."),))
UNFINISHED = Card("Your report", (Say("You have a report that is not finished. Type report first."),))
UNREADABLE = Card("I can't read that", (Say("Ask me in words about a school policy, or type help."),))
MOVED_ON = Card("This report has moved on", (Say("Type report to see where it is now."),), buttons=(answers.REPORT,))
ELSEWHERE = Card(
    "Something else is open",
    (
        Say("You have opened something else since, perhaps in another window. I took nothing from this one."),
        Say("Please open it again and do it there."),
    ),
)
OLD_BUTTON = Card("That button is old", (Say("Type help to start again."),))
USE_THE_FORM = Say(
    "Please use the private form: what you type here stays in this chat, and I can't remove it. I haven't kept it."
)
DISCLOSED = Card(
    "I can help you tell someone",
    (
        Say("Thank you for telling me. What you typed here is not a report, and I haven't kept it."),
        Say("To tell the right person in private, choose the button or type report."),
    ),
    buttons=(answers.REPORT,),
)
NOT_YET: Mapping[Intent, Card] = {
    Intent.DECLARE: Card(
        "Not yet",
        (
            Say(
                "I can't record that you have read or signed a policy yet. Please sign it the way your school does now."
            ),
        ),
    ),
    Intent.PERMIT: Card(
        "Not yet",
        (Say("I can't ask for or give permission yet. Please ask the person that the policy names."),),
    ),
}


def greeting(school: str) -> Card:
    return Card(f"Candour at {school}", CAN_DO.parts)
