"""Hears one thing and answers with cards: the whole bot, seen from any platform."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot import answers, first_words, guidance, notices, progress, welcome
from bot.asking import Chance, Incoming, Library, Pressed, Replies, Reply, Said
from bot.card import Ask, Card, Say
from bot.commands import Command, command
from bot.conversation import Conversation, Conversations, Gone
from bot.plain import one_line, plain
from bot.receiving import Receiving
from bot.reporting import Reporting
from bot.setting import Setting
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import CaseId

STATUS = "status"
LONGEST = 20_000  # characters read of one message


@dataclass(frozen=True)
class Assistant:
    """`desk` and `talks` are None where reports cannot be sealed: then only questions are answered."""

    school: School
    setting: Setting
    library: Library
    desk: Desk | None
    talks: Conversations | None
    chance: Chance

    def greet(self, who: PersonId, now: datetime) -> Replies:
        """What to show someone who arrives: where they were, or what they can do."""
        talk, note = self._talk(who, now)
        reporting = self._reporting()
        if reporting and talk and talk.flow == "report" and not talk.hidden:
            return (*note, *reporting.resume(talk, who))
        return (*note, Reply(welcome.greeting(self.school.name)))

    def hear(self, incoming: Incoming) -> Replies:
        who, now = incoming.who, incoming.at
        talk, note = self._talk(who, now)
        match incoming.what:
            case Pressed(action=action):
                return (*note, *self._pressed(action, who, now))
            case Said(text=text):
                return (*note, *self._said(plain(text[:LONGEST]), talk, who, now, incoming.asked))

    def _said(self, text: str, talk: Conversation | None, who: PersonId, now: datetime, asked: str = "") -> Replies:
        heard = command(text)
        in_report = talk and talk.flow == "report" and not talk.hidden
        if heard is Command.DANGER and not in_report:
            return (Reply(guidance.danger(self.school)),)
        if talk and in_report:
            return self._in_report(heard, text, talk, who, asked)
        if heard:
            return self._command(heard, talk, who, now)
        if talk and talk.flow == STATUS:
            return self._progress(text, who)
        return first_words.answer(text, self.school, self.library, now.date())

    def _in_report(self, heard: Command | None, text: str, talk: Conversation, who: PersonId, asked: str) -> Replies:
        reporting = self._reporting()
        assert reporting is not None  # noqa: S101 - a report is only open where reports can be sealed
        match heard:
            case Command.DANGER:
                return reporting.danger(talk, who)
            case Command.STOP:
                return reporting.stop(talk, who)
            case Command.BACK:
                return reporting.back(talk, who)
            case Command.HIDE:
                return self._hide(talk, who)
            case Command.HELP | Command.SEEN:
                seen = Reply(notices.who_can_see(self.setting, self.school))
                return (seen, Reply(welcome.IN_A_REPORT), *reporting.ask(talk, who))
            case Command.REPORT:
                return reporting.ask(talk, who)
            case _:
                return reporting.hear(talk, who, text, asked)

    def _command(self, heard: Command, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        match heard:
            case Command.HELP:
                return (Reply(welcome.CAN_DO),)
            case Command.SEEN:
                return (Reply(notices.who_can_see(self.setting, self.school)),)
            case Command.POLICIES:
                return (Reply(self._policies()),)
            case Command.HIDE:
                return (Reply(welcome.HIDDEN, wipes=True),)
            case Command.BACK:
                return (Reply(welcome.AT_THE_BEGINNING),)
        return self._private(heard, talk, who, now)

    def _private(self, heard: Command, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        reporting, receiving = self._reporting(), self._receiving()
        if reporting is None or receiving is None or self.talks is None:
            return (Reply(welcome.NO_REPORTS), Reply(guidance.danger(self.school)))
        open_report = talk if talk and talk.flow == "report" else None
        match heard:
            case Command.REPORT if open_report:
                shown = replace(open_report, hidden=False)
                self.talks.save(who, shown)
                return reporting.resume(replace(shown, version=shown.version + 1), who)
            case Command.REPORT:
                self.talks.close(who)
                return reporting.begin(who, now)
            case Command.STOP if open_report:
                return reporting.stop(open_report, who)
            case Command.STOP:
                self.talks.close(who)
                return (Reply(welcome.NOTHING_TO_STOP),)
            case Command.STATUS if open_report is None:
                self.talks.close(who)
                self.talks.save(who, Conversation("", STATUS, {}, now))
                return (Reply(Card("Your report", asks=(Ask("code", "What is your private code?"),))),)
            case Command.STATUS:
                return (Reply(welcome.UNFINISHED),)
            case _:
                return receiving.waiting(who)

    def _pressed(self, action: str, who: PersonId, now: datetime) -> Replies:
        verb, _, id = action.partition(":")
        if verb in set(Command):
            talk, _note = self._talk(who, now)
            return self._said(verb, talk, who, now)
        receiving = self._receiving()
        if receiving is None:
            return (Reply(welcome.NO_REPORTS),)
        acts: Mapping[str, Callable[[], Replies]] = {
            "gate": lambda: receiving.gate(CaseId(id), who),
            "open": lambda: receiving.open(CaseId(id), who, now),
            "ack": lambda: receiving.acknowledge(CaseId(id), who, now),
        }
        return acts[verb]() if verb in acts else (Reply(welcome.OLD_BUTTON),)

    def _progress(self, code: str, who: PersonId) -> Replies:
        assert self.talks is not None and self.desk is not None  # noqa: S101, PT018
        self.talks.close(who)
        typed = one_line(code).replace(" ", "").replace("-", "").upper()
        return (Reply(progress.card(self.desk.by_code(typed), self.school, self.setting), wipes=True),)

    def _hide(self, talk: Conversation, who: PersonId) -> Replies:
        if self.talks:
            self.talks.save(who, replace(talk, hidden=True))
        return (Reply(welcome.HIDDEN, wipes=True),)

    def _policies(self) -> Card:
        return Card("The policies I know", tuple(map(Say, self.library.titles)) or (Say(answers.nothing_in(())),))

    def _talk(self, who: PersonId, now: datetime) -> tuple[Conversation | None, Replies]:
        """The open conversation, touched now; or none, and word of one that lay idle too long."""
        if self.talks is None or (talk := self.talks.load(who)) is None:
            return None, ()
        if isinstance(talk, Gone) or talk.lapsed(now):
            parting = self._parting(talk, who)
            self.talks.close(who)
            return None, parting
        return replace(talk, touched=now), ()

    def _parting(self, talk: Conversation | Gone, who: PersonId) -> Replies:
        """Word of what lay idle. A report that was sent is filed, if its filing was cut short."""
        if isinstance(talk, Gone):
            return (Reply(welcome.GONE),)
        reporting = self._reporting() if talk.flow == "report" else None
        return (
            (Reply(welcome.CLEARED if reporting.settle(reporting.as_filed(talk), who) else welcome.DELETED),)
            if reporting
            else ()
        )

    def _reporting(self) -> Reporting | None:
        if self.desk is None or self.talks is None:
            return None
        return Reporting(self.school, self.setting, self.desk, self.talks, self.chance, self.library)

    def _receiving(self) -> Receiving | None:
        return Receiving(self.school, self.setting, self.desk) if self.desk else None
