"""Two tabs of one browser, each with another report: words about one never reach those who have the other."""

from __future__ import annotations

from reports.report import CaseId
from tests.web.reception import CASE, Reception, form

OTHER = CaseId("CASE4D8W1X")


def said_of(desk: Reception, id: CaseId) -> list[str]:
    return [text for name, text in desk.house.cases("sample").words(id).items() if name != "account"]


def test_a_question_sent_from_the_tab_of_one_report_is_never_put_to_the_reporter_of_another(desk: Reception) -> None:
    desk.report()
    desk.report(OTHER)
    chair = desk.browser()
    chair.sign_in()
    chair.read(1)
    chair.press("Ask a question")
    action, first = form(chair.page.body, "Continue")
    chair.get("/desk")
    chair.read(2)
    chair.press("Ask a question")
    _, second = form(chair.page.body, "Continue")
    chair.post(action, {**first, "answer-0": "Was it you who wrote it?"})
    assert "Something else is open" in chair.words
    chair.post(action, {**second, "answer-0": "When was it?"})
    chair.press("Continue", **{"answer-0": "send"})
    assert (said_of(desk, CASE), said_of(desk, OTHER)) == ([], ["When was it?"])
