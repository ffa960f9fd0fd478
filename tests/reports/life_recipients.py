"""What recipients do in a life, and what everybody else tries."""

from __future__ import annotations

from hypothesis.stateful import rule

from reports.people import PersonId
from tests.reports.life_chances import ANYONE, NUMBER, SOMEONE
from tests.reports.life_watched import Known, Watching


class Recipients(Watching):
    @rule(number=NUMBER, who=ANYONE)
    def somebody_looks(self, number: int, who: PersonId) -> None:
        if (known := self._case(number)) and who in known.never:
            self.same_without_it(known, who)
        elif known and (opened := self.desk.open(known.id, who, self.now)):
            assert who in opened[0].reached

    @rule(number=NUMBER, who=SOMEONE)
    def acknowledge(self, number: int, who: PersonId) -> None:
        if known := self._case(number):
            case = self.desk.acknowledge(known.id, who, self.now)
            assert case is None or who not in known.never

    @rule(number=NUMBER)
    def whoever_has_it_acknowledges(self, number: int) -> None:
        if (known := self._case(number)) and (able := self._in_charge(known)):
            assert self.desk.acknowledge(known.id, able, self.now)

    def _in_charge(self, known: Known) -> PersonId | None:
        case = self.cases.load(known.id)
        return next((id for id in sorted(case.in_charge) if self.desk.may_see(case, id)), None)

    @rule(number=NUMBER)
    def whoever_has_it_passes_it_on(self, number: int) -> None:
        if (known := self._case(number)) and (able := self._in_charge(known)):
            assert self.desk.recuse(known.id, able, self.now)
            known.recused.add(able)
            self._bar()
            self.same_without_it(known, able)

    @rule(number=NUMBER, to=ANYONE)
    def whoever_has_it_hands_it_over(self, number: int, to: PersonId) -> None:
        if not (known := self._case(number)) or not (able := self._in_charge(known)):
            return
        offered = {person.id for person in self.desk.eligible(known.id, able, self.now)}
        assert not offered & known.never  # I18: nobody barred is in the picker
        assert self.desk.hand_over(known.id, able, to, self.now) == (to in offered)

    @rule(number=NUMBER, who=SOMEONE, to=SOMEONE)
    def somebody_tries_every_verb(self, number: int, who: PersonId, to: PersonId) -> None:
        if not (known := self._case(number)) or who not in known.never:
            return
        before = self.cases.load(known.id)
        assert not self.desk.recuse(known.id, who, self.now)
        assert not self.desk.hand_over(known.id, who, to, self.now)
        assert self.desk.eligible(known.id, who, self.now) == ()
        assert self.desk.ask(known.id, who, self._name(), "?", self.now) is None
        assert self.desk.note(known.id, who, self._name(), "!", self.now) is None
        assert self.desk.close(known.id, who, self._name(), ".", True, self.now) is None
        assert self.cases.load(known.id) == before

    @rule(number=NUMBER)
    def whoever_has_it_asks(self, number: int) -> None:
        if (known := self._case(number)) and (able := self._in_charge(known)):
            name = self._name()
            once = self.desk.ask(known.id, able, name, "When was it?", self.now)
            assert once
            assert name in once.kept
            assert self.desk.ask(known.id, able, name, "When was it?", self.now) == once

    @rule(number=NUMBER)
    def whoever_has_it_closes_it(self, number: int) -> None:
        if (known := self._case(number)) and (able := self._in_charge(known)):
            self.desk.close(known.id, able, self._name(), "Done.", True, self.now)
