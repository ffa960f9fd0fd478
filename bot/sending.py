"""Files a report that was sent, once however often it is tried, and knows of one whose sending was cut short."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot import telling
from bot.conversation import Conversation
from bot.report_choices import ANONYMOUS, SEND
from bot.times import quarter
from reports.case import Case
from reports.decisions import NobodyToTell
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import CaseId, Report
from reports.route import rushed


@dataclass(frozen=True)
class Sending:
    school: School
    desk: Desk

    def as_filed(self, talk: Conversation) -> Conversation:
        """Its sending was cut off after the report was filed: then it has been sent, whatever the draft says."""
        if "send" in talk.answers or not self.desk.holds(CaseId(talk.id)):
            return talk
        return replace(talk, answers={**talk.answers, "send": (SEND,)})

    def finish(self, talk: Conversation, who: PersonId) -> Case | None:
        """What is filed of a talk that ends now; None where it was never sent."""
        return self.settle(self.as_filed(talk), who)

    def settle(self, talk: Conversation, who: PersonId) -> Case | None:
        """File what was sent, if it was sent; again and again is the same as once. None where nobody can be told."""
        if talk.answers.get("send") != (SEND,):
            return None
        concern = telling.concern(talk.answers, who)
        at = talk.touched if rushed(concern, self.school) else quarter(talk.touched)
        report = Report(CaseId(talk.id), at, concern, talk.answers["naming"] == (ANONYMOUS,))
        try:
            return self.desk.file(report, telling.words(talk.answers), talk.code)
        except NobodyToTell:
            return None
