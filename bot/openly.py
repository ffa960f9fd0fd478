"""What is said where words are kept or others read them: questions are answered, and a report goes to its form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot import answers, checks, findings, first_words, guidance
from bot.asking import Dropped, Filled, Library, Pressed, Replies, Reply, Said
from bot.card import Also, Button, Card, Quote, Say
from bot.commands import Command, command
from bot.intents import Intent, intent
from bot.plain import plain
from reports.people import School

READ, LONGEST = 20_000, 2_000  # characters read of a message, and of a question asked before others
STATUS = Button("See what has become of it", "status")
INBOX = Button("Open your private items", "inbox")
OPEN = Button("Open the private form", "report")
USE_THE_FORM = Card(
    "Please use the private form",
    (
        Say("Words typed here stay in this chat, and I can't remove them. I haven't kept what you typed."),
        Say("Type hide to set your report aside and ask me something else."),
    ),
    buttons=(OPEN,),
)
FOR_A_FORM: Mapping[Command, Card] = {
    Command.REPORT: Card(
        "A private report",
        (Say("Your words go into a private form, and not into this chat."),),
        buttons=(OPEN,),
    ),
    Command.STATUS: Card(
        "Your report",
        (Say("Have your private code ready. Please don't type it here."),),
        buttons=(STATUS,),
    ),
    Command.INBOX: Card("Your private items", (Say("They open where nobody keeps them."),), buttons=(INBOX,)),
}
LEFT = Card("Stopped", (Say("I've deleted what you wrote. Nothing was sent."),))
OF_A_CHAT = (Say, Quote, Also)
EVEN_HERE = frozenset({Command.DANGER, Command.STOP, Command.HIDE})  # while a report is open
KEEP_YOUR_CODE = Card(
    "Please keep your code to yourself",
    (
        Say("That looks like a private code, and what you type stays in this chat. Please delete it if you can."),
        Say("To see what has become of your report, use the button. There you can get a new code, too."),
    ),
    buttons=(STATUS,),
)
OUT_OF_SIGHT = "I've moved this to a private message. I didn't keep what you wrote. You may want to delete it"
MOVED = f"{OUT_OF_SIGHT} here."  # said where it was written, to its writer alone
BROUGHT = f"{OUT_OF_SIGHT} where you wrote it."  # said in the private message itself
BEFORE_OTHERS = frozenset({Intent.ASK, Intent.PERMIT, Intent.HELP, Intent.SMALLTALK})
ADDRESSED = re.compile(r"<@\w+")  # somebody's account


@dataclass(frozen=True)
class Chat:
    """Theirs alone, and kept: questions are answered; a report is neither taken nor shown, but stopped or hidden."""

    school: School
    library: Library
    today: date
    reports: bool  # are any taken?
    in_report: bool

    def hear(self, what: Said | Pressed | Filled | Dropped, answer: Callable[[Command], Replies]) -> Replies:
        """`answer` is for commands that a chat may answer."""
        if isinstance(what, Dropped):
            return (Reply(guidance.no_files(self.school)),)
        text = plain(what.text[:READ] if isinstance(what, Said) else what.action if isinstance(what, Pressed) else "")
        heard = command(text)
        if heard and self.in_report and heard in EVEN_HERE:
            return answer(heard)
        if self.reports and (card := self._to_a_form(heard)):
            return (Reply(card),)
        if heard is Command.DANGER:
            return (Reply(guidance.danger(self.school)),)
        return answer(heard) if heard else self._words(text)

    def _to_a_form(self, heard: Command | None) -> Card | None:
        if heard and heard in FOR_A_FORM:
            return FOR_A_FORM[heard]
        return USE_THE_FORM if self.in_report and heard is not Command.DANGER else None

    def _words(self, text: str) -> Replies:
        if checks.problem("", text, self.today) == checks.NO_CODE:
            return (Reply(KEEP_YOUR_CODE),)
        return first_words.answer(text, self.school, self.library, self.today)


def in_a_room(what: Said | Pressed | Filled | Dropped, school: School, library: Library, today: date) -> Replies:
    """A question about a policy that names nobody; nothing to anything else, which is answered in private."""
    text = plain(what.text[:LONGEST]) if isinstance(what, Said) else ""
    if _private(text, school, today):
        return ()
    return first_words.answer(text, school, library, today)


def _private(text: str, school: School, today: date) -> bool:
    if command(text) or intent(text) not in BEFORE_OTHERS:
        return True
    named = findings.named(text, school.people) or ADDRESSED.search(text)
    return bool(named) or checks.problem("", text, today) == checks.NO_CODE


def may_be_kept(card: Card) -> bool:
    """Whether it may stand in a chat: facts, questions and codes belong to a form alone."""
    return not card.asks and all(isinstance(part, OF_A_CHAT) for part in card.parts)


def found_nothing(card: Card) -> bool:
    """Whether the policies were silent: then a person may know."""
    return card.title == answers.NOTHING
