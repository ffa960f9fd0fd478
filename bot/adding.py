"""What a reporter adds to their report or answers, with the questions that a report itself asks of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot import findings, progress
from bot.asking import Replies
from bot.card import Choice, Part, Say
from bot.conversation import Conversation
from bot.flow import Facts
from bot.report_choices import SAW, TOOK_PART, YES
from bot.step import Answers
from reports.access import barred_today
from reports.case import Case
from reports.desk import Desk
from reports.following import Part as Involvement
from reports.people import Person, PersonId, School
from reports.reporter import Reporter

NO_MORE = Say("This report is closed. To tell of something new, type report.")
SENT = Say("Sent. Whoever deals with your report is told that there is more.")
DELETED = Say("I've deleted what you wrote. Nothing was sent.")
FOR_WHOM = Say("It goes to whoever has your report. Initials or a class are enough for a pupil.")
Back = Callable[[Conversation, PersonId, tuple[Part, ...]], Replies]
"""To the report, which stays open until they leave it."""


@dataclass(frozen=True)
class Adding:
    school: School
    desk: Desk
    back: Back
    found: dict[str, Case | None] = field(default_factory=dict, compare=False)  # of one message: a code costs time

    def facts(self, talk: Conversation, who: PersonId) -> Facts:
        def found(answers: Answers) -> Answers:
            text = answers.get("words", ("",))[0]
            case = self._case(talk)
            hidden = bool(case and case.anonymous)
            shows = hidden and findings.shows_who(text, self.school.person(who))
            true = {"mentions": self._mentioned(talk, answers, who), "shows_who": shows}
            return {name: (YES,) for name, holds in true.items() if text and holds}

        return found

    def offered(self, talk: Conversation, who: PersonId) -> tuple[Choice, ...]:
        named = self._mentioned(talk, talk.answers, who)
        about = (Choice(f"{TOOK_PART}:{person.id}", f"It is about {person.name}") for person in named)
        saw = (Choice(f"{SAW}:{person.id}", f"{person.name} saw it") for person in named)
        return (*about, *saw)

    def above(self, panel: str, talk: Conversation, who: PersonId) -> Sequence[Part]:
        text = talk.answers.get("words", ("",))[0]
        match panel:
            case "answering":
                return (*self._question(talk), Say(progress.FREE))
            case "identity":
                shown = findings.shows_who(text, self.school.person(who))
                return (Say("This may show who you are: " + "; ".join(f"“{phrase}”" for phrase in shown) + "."),)
            case "written":
                return (Say(f"You wrote: {text}"),)
        return (FOR_WHOM,)

    def barred(self, talk: Conversation, who: PersonId) -> frozenset[PersonId]:
        case = self._case(talk)
        return (barred_today(case, self.school) if case else frozenset()) - {who}

    def sent(self, talk: Conversation, who: PersonId) -> Replies:
        reporter = Reporter(self.desk, talk.code)
        text, part = talk.answers["words"][0], _part(talk.answers)
        case = reporter.add(talk.id, text, talk.touched, talk.about, part)
        if case is None or talk.id not in case.kept:
            return self.back(talk, who, (NO_MORE,))
        return self.back(talk, who, (SENT,))

    def left(self, talk: Conversation, who: PersonId) -> Replies:
        return self.back(talk, who, (DELETED,))

    def _case(self, talk: Conversation) -> Case | None:
        if talk.code not in self.found:
            self.found[talk.code] = Reporter(self.desk, talk.code).case()
        return self.found[talk.code]

    def _question(self, talk: Conversation) -> tuple[Part, ...]:
        case = self._case(talk)
        text = Reporter(self.desk, talk.code).words(case).get(talk.about, "") if case else ""
        return (Say(f"They asked: {text}"),) if text else ()

    def _mentioned(self, talk: Conversation, answers: Answers, who: PersonId) -> tuple[Person, ...]:
        """Everyone in the words who has the report or might be given it."""
        case = self._case(talk)
        people = Reporter(self.desk, talk.code).could_receive(case, talk.touched) if case else ()
        named = findings.mentioned(answers.get("words", ("",))[0], people)
        return tuple(person for person in named if person.id != who)


def _part(answers: Answers) -> Involvement:
    found: dict[str, set[PersonId]] = {TOOK_PART: set(), SAW: set()}
    for said in answers.get("mention", ()):
        part, _, id = said.partition(":")
        if part in found and id:
            found[part].add(PersonId(id))
    return Involvement(frozenset(found[TOOK_PART]), frozenset(found[SAW]))
