"""What reporters do in a life, by their code alone."""

from __future__ import annotations

from hypothesis import strategies as some
from hypothesis.stateful import rule

from reports.following import Part
from reports.people import PersonId
from reports.report import PERSON
from reports.reporter import Reporter
from tests.reports.life_chances import ANYONE, NUMBER, SOMEONE
from tests.reports.life_watched import Known, Watching


class Reporters(Watching):
    @rule(number=NUMBER, about=some.none() | SOMEONE, seen=some.none() | SOMEONE)
    def the_reporter_adds(self, number: int, about: PersonId | None, seen: PersonId | None) -> None:
        if not (known := self._case(number)) or not (case := self._followed(known).case()):
            return
        part = Part(frozenset({about} if about else ()), frozenset({seen} if seen else ()))
        if not case.over:
            known.subjects |= {f"{PERSON}{id}" for id in part.subjects}
            known.part |= part.witnesses
            self._bar()
            known.for_good |= known.never if part.anyone else set()
        name, questions = self._name(), case.unanswered
        answers = questions[0].words if questions else ""
        after = self._followed(known).add(name, "More.", self.now, answers, part)
        assert after
        assert (name in after.kept) == (not case.over)
        for id in (part.subjects | part.witnesses) & known.never:
            self.same_without_it(known, PersonId(id))

    @rule(number=NUMBER)
    def the_reporter_says_that_nobody_replied(self, number: int) -> None:
        if (known := self._case(number)) and (case := self._followed(known).case()):
            was_late = self._followed(known).late(case, self.now)
            after = self._followed(known).nobody_replied(self.now)
            assert after
            assert (after.version > case.version) == was_late

    @rule(number=NUMBER)
    def the_reporter_withdraws(self, number: int) -> None:
        if (known := self._case(number)) and (case := self._followed(known).case()):
            read = bool(case.opened or case.acknowledgements)
            after = self._followed(known).withdraw(self.now)
            if after and after.withdrawn:
                assert not read
                self._nothing_is_left(known)

    def _nothing_is_left(self, known: Known) -> None:
        assert self.cases.load(known.id).erased
        assert dict(self.cases.words(known.id)) == {}
        assert self._followed(known).case() is None
        assert self.desk.holds(known.id)  # so that the same draft files no second time
        for person in self.school.people:
            self.same_without_it(known, person.id)

    @rule(number=NUMBER, who=ANYONE)
    def somebody_puts_a_name_to_it(self, number: int, who: PersonId) -> None:
        if (known := self._case(number)) and (case := self._followed(known).sign(who, self.now)) and case.concern:
            assert case.concern.reporter in ("", known.reporter)

    def _followed(self, known: Known) -> Reporter:
        return Reporter(self.desk, known.code)
