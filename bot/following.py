"""The reporter's side once it is sent: the code opens it, and while it stands open they may say more, or stop it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot import new_code, progress
from bot.adding import Adding
from bot.asking import Chance, Replies, Reply
from bot.card import Ask, Button, Card, Part, Say
from bot.conversation import Conversation, Conversations
from bot.new_code import NewCode
from bot.progress import Offered
from bot.setting import Setting
from bot.tries import Tries
from bot.writing import Writing
from bot.writing_forms import ADD, ANSWER
from reports import following
from reports import reporter as reporters
from reports.case import Case
from reports.chains import CHILD_KINDS
from reports.desk import Desk
from reports.people import PersonId, School
from reports.reporter import Reporter

STATUS, MINE = "status", "mine"  # the code is awaited; it was right, and the report stands open
SIGN_IN = Card("Your report", (Say("Please type status, and have your code ready."),))
ASK_CODE = Card("Your report", asks=(Ask("code", "What is your private code?"),))
BACK = Button("Back to your report", "mine")
CLEARED = Card("Your report", (Say("I've cleared it from here. Type status to see it again."),))
WITHDRAWN = Card("Withdrawn", (Say("Nobody had opened it. I've erased it, and your code opens nothing any more."),))
SURE = "Nobody has opened it yet. If you withdraw it, I erase all of it, and nobody can bring it back."
SEEN = "They've seen it. I'll pass on that you'd like to stop; they may still have to act."
CHILD = "I can't withdraw a report about a child at risk, but I'll pass on your message."
SIGNING = "Everyone who has the report will see your name from now on. This can't be undone."
UNFAIR = "I'm starting a new report about how you were treated. Nobody is named in it, and you can stop at any time."
THANKS = "Thank you for telling me."


@dataclass(frozen=True)
class Following:
    school: School
    setting: Setting
    desk: Desk
    talks: Conversations
    chance: Chance
    start_again: Callable[[PersonId, datetime], Replies]
    """Begins a report about how the reporter was treated."""
    tries: Tries | None = None  # at a door; none where only this one person can type

    @property
    def not_found(self) -> Card:
        """Says what may happen whether or not it has, so that the words tell nothing of a code."""
        return progress.AT_A_DOOR if self.tries else progress.NOT_FOUND

    @property
    def writing(self) -> Writing:
        return Writing(self.school, self.talks, Adding(self.school, self.desk, self._back), self.setting.forms)

    def ask_code(self, who: PersonId, now: datetime) -> Replies:
        self.talks.close(who)
        self.talks.save(who, Conversation("", STATUS, {}, now))
        return (Reply(ASK_CODE),)

    def enter(self, typed: str, who: PersonId, now: datetime) -> Replies:
        """Every code that opens nothing is answered in the same words, and so is one that comes too soon."""
        self.talks.close(who)
        if self.tries and not self.tries.may(who, now):
            return (Reply(self.not_found, True),)
        reporter = reporters.of(self.desk, typed)
        case = reporter.case()
        if case is None:
            return (Reply(self.not_found, True),)
        if self.tries:
            self.tries.right(who, now)
        open_now = self._open(reporter.code, who, now)
        return _marked(self._shown(reporter, case, who, now), open_now)

    def press(self, verb: str, given: str, talk: Conversation | None, who: PersonId, now: datetime) -> Replies:
        """The code that was typed is the whole authority: a button pressed by anyone else does nothing."""
        if talk is None or not talk.code or talk.flow not in (MINE, ADD.name, ANSWER.name):
            return (Reply(SIGN_IN),)
        reporter = Reporter(self.desk, talk.code)
        case = reporter.case()
        if case is None:
            self.talks.close(who)
            return (Reply(self.not_found, True),)
        return _marked(self._verbs(reporter, case, talk, given, who, now)[verb](), talk.id)

    def _verbs(
        self, reporter: Reporter, case: Case, talk: Conversation, given: str, who: PersonId, now: datetime
    ) -> Mapping[str, Callable[[], Replies]]:
        return {
            "mine": lambda: self._shown(reporter, case, who, now),
            "add": lambda: self._write(talk, ADD.name, "", who, now),
            "answer": lambda: self._answer(talk, case, given, who, now),
            "nobody": lambda: self._shown(reporter, reporter.nobody_replied(now), who, now),
            "withdraw": lambda: self._sure(case),
            "withdraw-now": lambda: self._withdraw(reporter, who, now),
            "sign": lambda: (Reply(_confirming("Your name", SIGNING, "Put my name to it", "sign-now"), True),),
            "sign-now": lambda: self._shown(reporter, reporter.sign(who, now), who, now),
            "renew": lambda: self._new_code.show(talk, who, BACK),
            "renewed": lambda: self._renewed(reporter, case, talk, who, now),
            "fair": lambda: self._treated(reporter, given, who, now),
            "done": lambda: self.leave(who),
        }

    @property
    def _new_code(self) -> NewCode:
        return NewCode(self.talks, self.chance)

    def _renewed(self, reporter: Reporter, case: Case, talk: Conversation, who: PersonId, now: datetime) -> Replies:
        renewed = self._new_code.take(talk, reporter, who)
        return self._shown(renewed or reporter, case, who, now, (new_code.DONE,) if renewed else ())

    def _write(self, talk: Conversation, flow: str, about: str, who: PersonId, now: datetime) -> Replies:
        begun = Conversation(self.chance.case_id(), flow, {}, now, talk.code, about=about)
        self.talks.close(who)
        self.talks.save(who, begun)
        return self.writing.ask(replace(begun, version=1), who)

    def _answer(self, talk: Conversation, case: Case, question: str, who: PersonId, now: datetime) -> Replies:
        if question not in {line.words for line in case.unanswered}:
            return self._shown(Reporter(self.desk, talk.code), case, who, now)
        return self._write(talk, ANSWER.name, question, who, now)

    def _sure(self, case: Case) -> Replies:
        """What withdrawing means just now, before it is done."""
        child = case.concern is not None and case.concern.kind in CHILD_KINDS
        if child or not following.can_withdraw(case):
            says = CHILD if child else SEEN
            return (Reply(_confirming("Withdraw it", says, "Pass it on", "withdraw-now"), True),)
        return (Reply(_confirming("Withdraw it", SURE, "Withdraw and erase it", "withdraw-now"), True),)

    def _withdraw(self, reporter: Reporter, who: PersonId, now: datetime) -> Replies:
        case = reporter.withdraw(now)
        if case is None or case.withdrawn:
            self.talks.close(who)
            return (Reply(WITHDRAWN, True),)
        return self._shown(reporter, case, who, now)

    def _treated(self, reporter: Reporter, answer: str, who: PersonId, now: datetime) -> Replies:
        case = reporter.treated(answer, now)
        if case is None or case.treated != answer:
            return self._shown(reporter, case, who, now)
        self.talks.close(who)
        if answer == "no":
            return (Reply(Card("A new report", (Say(UNFAIR),)), True), *self.start_again(who, now))
        return (Reply(Card("Thank you", (Say(THANKS),)), True),)

    def leave(self, who: PersonId) -> Replies:
        self.talks.close(who)
        return (Reply(CLEARED, True),)

    def _back(self, talk: Conversation, who: PersonId, above: tuple[Part, ...]) -> Replies:
        """To the report, which stays open until they leave it."""
        reporter = Reporter(self.desk, talk.code)
        self.talks.close(who)
        open_now = self._open(talk.code, who, talk.touched)
        return _marked(self._shown(reporter, reporter.case(), who, talk.touched, above), open_now)

    def _open(self, code: str, who: PersonId, now: datetime) -> str:
        """Its name, by which what is pressed in another window is told apart: it may show another report of theirs."""
        name = self.chance.case_id()
        self.talks.save(who, Conversation(name, MINE, {}, now, code))
        return name

    def _shown(
        self, reporter: Reporter, case: Case | None, who: PersonId, now: datetime, above: tuple[Part, ...] = ()
    ) -> Replies:
        if case is None:
            return (Reply(self.not_found, True),)
        offered = Offered(reporter.late(case, now), reporter.is_theirs(case, who))
        card = progress.card(case, self.school, self.setting, reporter.words(case), offered)
        return (Reply(replace(card, parts=(*above, *card.parts)), True),)


def _confirming(title: str, says: str, label: str, action: str) -> Card:
    return Card(title, (Say(says),), buttons=(Button(label, action, grave=True), BACK))


def _marked(replies: Replies, name: str) -> Replies:
    """What is written about it has a name of its own, and so has a new report."""
    return tuple(r if r.card.of else replace(r, card=replace(r.card, of=name)) for r in replies)


VERBS = frozenset("mine add answer nobody withdraw withdraw-now sign sign-now renew renewed fair done".split())
