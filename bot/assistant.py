"""Hears one thing and answers with cards: the whole bot, seen from any platform."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot import answers, cover, first_words, guidance, notices, openly, welcome
from bot.asking import AGAIN, Chance, Dropped, Filled, Incoming, Library, Pressed, Replies, Reply, Said, Surface
from bot.commands import Command, command
from bot.conversation import Conversation, Conversations, Gone
from bot.following import STATUS
from bot.following import VERBS as FOLLOWING
from bot.plain import plain
from bot.private import Private, switched_off
from bot.setting import Setting
from bot.tries import Tries
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import CaseId
from reports.sealed import Sealed

OF_THIS_ONE = frozenset({Command.BACK, Command.STOP})  # commands that change what stands open


@dataclass(frozen=True)
class Assistant:
    """`desk` and `talks` are None where reports cannot be sealed: then only questions are answered.

    `tries` slows down whoever guesses codes; a terminal has none, where nobody comes in from elsewhere.
    """

    school: School
    setting: Setting
    library: Library
    desk: Desk | None
    talks: Conversations | None
    chance: Chance
    tries: Tries | None = None

    def greet(self, who: PersonId, now: datetime) -> Replies:
        """What to show someone who arrives: where they were, or what they can do."""
        talk, note = self._talk(who, now)
        resumed = self._private.resume(talk, who) if self._private else ()
        return (*note, *(resumed or (Reply(welcome.greeting(self.school.name)),)))

    def hear(self, incoming: Incoming) -> Replies:
        """In a ROOM: nothing is said where it must not be answered before others. Words of a report go to a FORM."""
        try:
            return self._heard(incoming)
        except Sealed:  # one report that can't be opened never stops the rest
            return (Reply(guidance.sealed(self.school)),)

    def items(self, who: PersonId) -> Replies:
        """What waits for a recipient, for a page that is kept: nothing of what they have begun themselves."""
        private = self._private
        if private is None or self.desk is None or not (self.desk.waiting_for(who) or self.desk.sealed_for(who)):
            return ()
        return private.receiving.waiting(who)

    def has_sent(self, who: PersonId) -> bool:
        """Whether the report that they have open was filed."""
        talk = self.talks.load(who) if self.talks else None
        return bool(self.desk and isinstance(talk, Conversation) and self.desk.holds(CaseId(talk.id)))

    def mistaken(self, who: PersonId, now: datetime) -> Replies:
        """They pressed or sent what was drawn for somebody else: it is recorded, and nothing else comes of it."""
        if self.desk:
            self.desk.mistaken(who, now)
        return (Reply(welcome.OLD_BUTTON),)

    def _heard(self, incoming: Incoming) -> Replies:
        who, now = incoming.who, incoming.at
        if incoming.surface is Surface.ROOM:
            return openly.in_a_room(incoming.what, self.school, self.library, now.date())
        talk, note = self._talk(who, now)
        if incoming.surface is Surface.CHAT:
            writing = self._taking(talk) is not None and talk is not None and talk.flow != STATUS
            chat = openly.Chat(self.school, self.library, now.date(), self.desk is not None, writing)
            return (*note, *chat.hear(incoming.what, lambda heard: self._from_chat(heard, talk, who, now)))
        if talk and _elsewhere(incoming, talk):
            return (*note, Reply(welcome.ELSEWHERE))
        match incoming.what:
            case Pressed():
                return (*note, *self._pressed(incoming.what, talk, who, now))
            case Said(text=text):
                return (*note, *self._said(plain(text[: openly.READ]), talk, who, now, incoming.asked))
            case Filled() | Dropped() as what:
                return (*note, *self._handed(what, talk, who, incoming.asked))

    def _from_chat(self, heard: Command, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        """Of what is private, only what it does: the question that stands behind it is not for a chat."""
        private = self._taking(talk)
        if private and talk and heard in openly.EVEN_HERE:
            reply = private.hear(heard, heard, talk, who, now, "")[0]
            return (reply if openly.may_be_kept(reply.card) else Reply(openly.LEFT),)
        return self._command(heard, talk, who, now)

    def _handed(self, what: Filled | Dropped, talk: Conversation | None, who: PersonId, asked: str) -> Replies:
        """A form's words are never searched, and a file is never opened."""
        private = self._taking(talk)
        if private is None or talk is None:
            return (Reply(welcome.MOVED_ON if isinstance(what, Filled) else guidance.no_files(self.school)),)
        return private.handed(what, talk, who, asked)

    def _said(self, text: str, talk: Conversation | None, who: PersonId, now: datetime, asked: str = "") -> Replies:
        heard = command(text)
        private = self._taking(talk)
        if talk and private and not (heard and talk.flow == STATUS):  # a code is awaited, and a command is none
            return private.hear(heard, text, talk, who, now, asked)
        if heard:
            return self._command(heard, talk, who, now)
        if asked:  # an answer to a question that is no longer there is no question to search for
            return (Reply(welcome.MOVED_ON),)
        return first_words.answer(text, self.school, self.library, now.date())

    def _command(self, heard: Command, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        match heard:
            case Command.DANGER:
                return (Reply(guidance.danger(self.school)),)
            case Command.HELP:
                return (Reply(welcome.CAN_DO),)
            case Command.SEEN:
                return (Reply(notices.who_can_see(self.setting, self.school)),)
            case Command.POLICIES:
                return (Reply(answers.policies(self.library.titles)),)
            case Command.HIDE:
                if self._private:
                    self._private.hidden(talk, who)
                return (Reply(cover.tip(now.date()), wipes=True),)
            case Command.BACK:
                return (Reply(welcome.AT_THE_BEGINNING),)
        private = self._private
        return private.command(heard, talk, who, now) if private else switched_off(self.school)

    def _pressed(self, pressed: Pressed, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        action, private = pressed.action, self._private
        if private and pressed.about and action == Command.REPORT:
            return private.about(plain(pressed.about), talk, who, now)
        if private and action == AGAIN:
            return private.again(talk, who, now)
        if action == Command.INBOX:  # never the answer to a question that stands open
            return self._command(Command.INBOX, None, who, now)
        if action.partition(":")[0] in set(Command):
            return self._said(action.partition(":")[0], talk, who, now)
        return private.pressed(action, talk, who, now) if private else (Reply(welcome.NO_REPORTS),)

    def _talk(self, who: PersonId, now: datetime) -> tuple[Conversation | None, Replies]:
        """The open conversation, touched now; or none, and word of one that lay idle too long."""
        if self.talks is None or (talk := self.talks.load(who)) is None:
            return None, ()
        if isinstance(talk, Gone):
            self.talks.close(who)
            return None, (Reply(welcome.GONE),)
        if talk.lapsed(now):
            parting = self._private.parting(talk, who) if self._private else ()
            self.talks.close(who)
            return None, parting
        return replace(talk, touched=now), ()

    def _taking(self, talk: Conversation | None) -> Private | None:
        """What takes in words just now, where something private is open."""
        private = self._private
        return private if private and talk and private.takes(talk) else None

    @property
    def _private(self) -> Private | None:
        if self.desk is None or self.talks is None:
            return None
        return Private(self.school, self.setting, self.library, self.desk, self.talks, self.chance, self.tries)


def _elsewhere(incoming: Incoming, talk: Conversation) -> bool:
    """Whether it was said of something that no longer stands open, since another window is ahead: then it is not taken.

    Else words about one report would go to those who have another.
    """
    if incoming.of in ("", talk.of):
        return False
    match incoming.what:
        case Filled():
            return True
        case Said(text=text):
            return bool(incoming.asked) or command(plain(text)) in OF_THIS_ONE
        case Pressed(action=action):
            return action.partition(":")[0] in {*FOLLOWING, *OF_THIS_ONE, AGAIN}
    return False
