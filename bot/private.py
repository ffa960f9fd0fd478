"""The private half of the assistant: reports taken in, followed by their reporter, and dealt with by who has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot import checks, cover, dealing, following, guidance, notices, welcome
from bot.asking import Chance, Dropped, Filled, Library, Replies, Reply
from bot.commands import Command
from bot.conversation import Conversation, Conversations
from bot.dealing import Dealing
from bot.drafting import BEGIN, SHOW, Drafting
from bot.following import MINE, STATUS, Following
from bot.receiving import Receiving
from bot.report_choices import OTHER
from bot.reporting import Reporting
from bot.setting import Setting
from bot.tries import Tries
from bot.writing import Writing
from bot.writing_forms import BY_RECIPIENT, EVERY
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import CaseId

REPORT = "report"


@dataclass(frozen=True)
class Private:
    school: School
    setting: Setting
    library: Library
    desk: Desk
    talks: Conversations
    chance: Chance
    tries: Tries | None = None

    def takes(self, talk: Conversation | None) -> bool:
        """Whether what is typed now belongs to something private, and to nothing else."""
        return bool(talk and (self._in_report(talk) or talk.flow in (STATUS, *EVERY)))

    def hear(
        self, heard: Command | None, text: str, talk: Conversation, who: PersonId, now: datetime, asked: str
    ) -> Replies:
        if talk.flow == REPORT:
            return self._report(heard, text, talk, who, asked)
        if talk.flow == STATUS:
            return self.following.enter(text, who, now)
        return self._writing(talk).hear(heard, text, talk, who, asked)

    def handed(self, what: Filled | Dropped, talk: Conversation, who: PersonId, asked: str) -> Replies:
        """What came in a form, or a file that came unasked."""
        if talk.flow == REPORT:
            if isinstance(what, Dropped):
                return self.reporting.dropped(talk, who)
            return self.reporting.fill(talk, who, what.answers, asked)
        if isinstance(what, Dropped):
            return (Reply(guidance.no_files(self.school)),)
        if talk.flow == STATUS:
            if what.answers.keys() != {"code"}:
                return (Reply(following.ASK_CODE),)
            return self.following.enter(" ".join(what.answers["code"]), who, talk.touched)
        return self._writing(talk).fill(what.answers, talk, who, asked)

    def _writing(self, talk: Conversation) -> Writing:
        side = self.drafting if talk.flow == BEGIN else self.dealing if talk.flow in BY_RECIPIENT else self.following
        return side.writing

    def command(self, heard: Command, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        open_report = talk if talk and talk.flow == REPORT else None
        match heard:
            case Command.REPORT if open_report:
                shown = replace(open_report, hidden=False)
                self.talks.save(who, shown)
                return self.reporting.resume(replace(shown, version=shown.version + 1), who)
            case Command.REPORT:
                return self.reporting.begin(who, now, instead=talk)
            case Command.STOP if open_report:
                return self.reporting.stop(open_report, who)
            case Command.STOP if talk and talk.flow == MINE:
                return self.following.leave(who)
            case Command.STOP:
                self.talks.close(who)
                return (Reply(welcome.NOTHING_TO_STOP),)
            case Command.STATUS if open_report is None:
                return self.following.ask_code(who, now)
            case Command.STATUS:
                return (Reply(welcome.UNFINISHED),)
            case _:
                return self.receiving.waiting(who)

    def about(self, address: str, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        """A report about a message: its address is offered as an answer, to the report that is open if there is one."""
        offered = {"message": (address,)} if checks.link(address) else {}
        if talk is None or talk.flow != REPORT:
            return self.reporting.begin(who, now, offered=offered, instead=talk)
        self.talks.save(who, replace(talk, was={**offered, **talk.was}))
        held = self.talks.load(who)
        return self.command(Command.REPORT, held if isinstance(held, Conversation) else talk, who, now)

    def again(self, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        """What stands open, as it stands: for a page that is turned, and for an answer that came twice."""
        if talk is None:
            return (Reply(welcome.MOVED_ON),)
        if talk.flow == REPORT:
            at = self.reporting.sending.as_filed(talk)
            return (Reply(cover.tip(now.date())),) if talk.hidden else self.reporting.ask(at, who)
        if talk.flow == STATUS:
            return (Reply(following.ASK_CODE),)
        if talk.flow == MINE:
            return self.following.press(MINE, "", talk, who, now)
        return self._writing(talk).ask(talk, who)

    def hidden(self, talk: Conversation | None, who: PersonId) -> None:
        """A report that stands open is shut: its code opens it again."""
        if talk and talk.flow == MINE:
            self.talks.close(who)

    def pressed(self, action: str, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        verb, _, given = action.partition(":")
        if verb in (*dealing.VERBS, BEGIN) and talk and talk.flow == REPORT:
            return (Reply(welcome.UNFINISHED),)
        acts: Mapping[str, Callable[[], Replies]] = {
            "gate": lambda: self.receiving.gate(CaseId(given), who),
            "open": lambda: self.receiving.open(CaseId(given), who, now),
            "ack": lambda: self.receiving.acknowledge(CaseId(given), who, now),
            "conflict": lambda: self.receiving.conflict(CaseId(given), who),
            **dict.fromkeys(following.VERBS, lambda: self.following.press(verb, given, talk, who, now)),
            **dict.fromkeys(dealing.VERBS, lambda: self.dealing.begin(verb, CaseId(given), who, now)),
            BEGIN: lambda: self.drafting.begin(who, now),
            SHOW: lambda: self.drafting.show(given, who, now),
            "pass": lambda: self.receiving.pass_on(CaseId(given), who, now),
        }
        return acts[verb]() if verb in acts else (Reply(welcome.OLD_BUTTON),)

    def resume(self, talk: Conversation | None, who: PersonId) -> Replies:
        """The question of a report that was left open; nothing where there is none."""
        return self.reporting.resume(talk, who) if talk and self._in_report(talk) else ()

    def parting(self, talk: Conversation, who: PersonId) -> Replies:
        """Word of what lay idle. A report that was sent is filed, if its filing was cut short."""
        if talk.flow != REPORT:
            return ()
        return (Reply(welcome.CLEARED if self.reporting.sending.finish(talk, who) else welcome.DELETED),)

    @property
    def reporting(self) -> Reporting:
        return Reporting(self.school, self.setting, self.desk, self.talks, self.chance, self.library)

    @property
    def receiving(self) -> Receiving:
        return Receiving(self.school, self.setting, self.desk)

    @property
    def dealing(self) -> Dealing:
        return Dealing(self.school, self.setting, self.desk, self.talks, self.chance)

    @property
    def drafting(self) -> Drafting:
        return Drafting(self.school, self.setting, self.desk, self.talks, self.chance)

    @property
    def following(self) -> Following:
        return Following(self.school, self.setting, self.desk, self.talks, self.chance, self._unfairly, self.tries)

    def _unfairly(self, who: PersonId, now: datetime) -> Replies:
        """A report about being treated worse for an earlier one: its kind is given, and nobody's name."""
        return self.reporting.begin(who, now, {"kind": (OTHER,)})

    def _in_report(self, talk: Conversation) -> bool:
        return talk.flow == REPORT and not talk.hidden

    def _report(self, heard: Command | None, text: str, talk: Conversation, who: PersonId, asked: str) -> Replies:
        reporting = self.reporting
        match heard:
            case Command.DANGER:
                return reporting.danger(talk, who)
            case Command.STOP:
                return reporting.stop(talk, who)
            case Command.BACK:
                return reporting.back(talk, who)
            case Command.HIDE:
                self.talks.save(who, replace(talk, hidden=True))
                return (Reply(cover.tip(talk.touched.date()), wipes=True),)
            case Command.HELP | Command.SEEN:
                seen = Reply(notices.who_can_see(self.setting, self.school))
                return (seen, Reply(welcome.IN_A_REPORT), *reporting.ask(talk, who))
            case Command.REPORT:
                return reporting.ask(talk, who)
            case _:
                return reporting.hear(talk, who, text, asked)


def switched_off(school: School) -> Replies:
    """Where no key is there to seal with."""
    return (Reply(welcome.NO_REPORTS), Reply(guidance.danger(school)))
