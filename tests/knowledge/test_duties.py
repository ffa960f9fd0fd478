"""Which clauses say whom to tell: by wordings of our own, and in the two real policies where they are at hand."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from knowledge.duties import Duty, duties, topics
from knowledge.policy import Clause, Kind, Policy, Version

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def policy(*clauses: Clause) -> Policy:
    return Policy("own", "Own Words Policy", Version("0"), clauses)


def found(text: str, *, lead_in: str = "", heading: str = "", kind: Kind = Kind.CLAUSE) -> list[str]:
    """Each duty as `posts: topics (subjects)`, in alphabetical order; the head's own with `!` before it."""
    clause = Clause(
        text, lead_ins=(lead_in,) if lead_in else (), headings=(heading,) if heading else (), kind=kind, label="1"
    )
    return [_line(duty) for duty in duties([policy(clause)])]


def _line(duty: Duty) -> str:
    about = f" ({', '.join(sorted(duty.subjects))})" if duty.subjects else ""
    mark = "!" if duty.about_head else ""
    return f"{mark}{', '.join(sorted(duty.posts))}: {', '.join(sorted(duty.topics))}{about}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tell the headteacher if you are bullied online.", "headteacher: cyberbullying"),
        (
            "Report any cyber-bullying by a parent to the Principal straight away.",
            "headteacher: cyberbullying (parent)",
        ),
        ("Anyone who is harassed may speak to a member of the Senior Leadership Team.", "slt: harassment"),
        ("Threats are to be passed to the SLT the same day.", "slt: threat"),
        ("The head must be told at once of any threat made by a parent.", "headteacher: threat (parent)"),
        ("Let the DSL know of any threat.", "dsl: threat"),
        ("Harassment from a pupil is brought to the attention of the deputy head.", "deputy: harassment (pupil)"),
        ("If a child may be at risk, contact Mrs Lamb (Designated Safeguarding Lead).", "dsl: child_safeguarding"),
        (
            "Worries about a child go to the DSL or, in her absence, the deputy DSL.",
            "deputy_dsl, dsl: child_safeguarding",
        ),
        ("Should nude images turn up, do not delay in telling the DSL.", "dsl: indecent_image"),
        (
            "If a web page turns out to be unsuitable, inform the IT team and the headteacher.",
            "computing, headteacher: prohibited_site_self",
        ),
        ("Notify the business manager of harmful content that you come across.", "business_manager: harmful_content"),
        ("Where a pupil sends you a friend request, inform the head.", "headteacher: pupil_contact_self"),
        (
            "Unease about an adult's conduct towards a pupil is taken to the headteacher.",
            "headteacher: pupil_contact_colleague",
        ),
        ("If a colleague breaks the rules of this policy, talk to the headteacher.", "headteacher: policy_breach"),
        ("Raise any concern with the headteacher.", "headteacher: policy_breach"),
        ("The Senior Leadership Team deals with all bullying.", "slt: cyberbullying"),
    ],
)
def test_a_clause_that_says_whom_to_tell_is_found(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The headteacher will inform the chair of governors of any harassment.",  # what the head does, not staff
        "Pupils tell the headteacher if they are bullied.",
        "Staff who wish to set up a class page speak to the headteacher.",
        "Photographs of pupils need the permission of the headteacher; contact the headteacher about bullying too.",
        "You must not discuss the harassment with the headteacher.",
        "Bullying is a matter for the head of year: speak to the head of year.",
        "Threats must be reported by the usual procedures.",
        "Report a threat to the police.",
        "Bullying by the headteacher is harmful.",
        "Tell the headteacher your new address.",
        "The headteacher is responsible for safeguarding.",
    ],
)
def test_a_clause_that_tells_staff_to_tell_nobody_is_passed_over(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "If the bullying is by, or the report is about, the headteacher, tell the chair of governors.",
        "Bullying reports where the headteacher is the subject, go to the Chair of Governors.",
        "Where a complaint of bullying is against the Head Teacher, raise it with the chair of the governing board.",
        "Bullying complaints relating to the headteacher are made to the chair of trustees.",
    ],
)
def test_a_clause_for_reports_about_the_head_is_marked(text: str) -> None:
    assert found(text) == ["!chair: cyberbullying (head)"]


def test_one_sentence_may_name_the_head_and_the_chair_for_reports_about_the_head() -> None:
    text = "Report bullying to the headteacher, or to the chair of governors if it is about the headteacher."
    assert found(text) == ["headteacher: cyberbullying", "!chair: cyberbullying (head)"]


def test_a_second_sentence_keeps_the_topic_of_the_first() -> None:
    text = "Report bullying by a colleague to the headteacher. If it is about the head, tell the chair of governors."
    assert found(text) == ["headteacher: cyberbullying (colleague)", "!chair: cyberbullying (head)"]


def test_a_list_item_is_read_with_its_lead_in() -> None:
    assert found("the headteacher, about bullying", lead_in="Staff tell:", kind=Kind.ITEM) == [
        "headteacher: cyberbullying"
    ]
    assert found("stay calm", lead_in="If you are bullied, tell the headteacher and:", kind=Kind.ITEM) == []


def test_the_heading_gives_the_topic_where_the_clause_does_not() -> None:
    assert found("Tell the headteacher at once.", heading="Threats and abuse") == ["headteacher: threat"]
    assert found("Tell the headteacher at once.", heading="Dress") == []


def test_definitions_and_the_documents_own_dates_are_no_duties() -> None:
    for kind in (Kind.DEFINITION, Kind.METADATA):
        assert found("Tell the headteacher of any threat.", kind=kind) == []


def test_a_recipients_title_is_no_topic() -> None:
    assert topics("Tell the Designated Safeguarding Lead of any threat.") == {"threat"}
    assert topics("See the Safeguarding Policy on threats.") == {"threat"}


def test_a_deputy_is_not_taken_for_the_person_they_stand_in_for() -> None:
    assert found("Tell the deputy headteacher or the vice-chair of governors of a threat.") == [
        "deputy, vice_chair: threat"
    ]


def test_duties_come_in_the_order_of_the_clauses_and_name_them() -> None:
    first, second = Clause("Tell the head of a threat.", label="1"), Clause("Tell the DSL of a threat.", label="2")
    source = policy(first, second)
    assert [(duty.clause, duty.policy) for duty in duties([source])] == [(first, source), (second, source)]


def test_a_long_policy_is_read_in_a_blink() -> None:
    wordy = "Staff report, raise and pass on, to a, the, our, any, the, and to the or with the " * 20
    source = policy(*(Clause(f"{wordy} {n}", label=str(n)) for n in range(20)))
    start = time.process_time()
    assert list(duties([source])) == []
    assert time.process_time() - start < 2


def _real(name: str) -> dict[str, list[str]]:
    """Duties by the line of the text file on which their clause stands."""
    file = SHARED / "policies" / f"{name}.txt"
    if not file.exists():
        pytest.skip("the real policies are not here")
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    clauses = (Clause(line.strip().lstrip("-* "), label=str(n)) for n, line in lines if line.strip())
    by_line: dict[str, list[str]] = {}
    for duty in duties([policy(*clauses)]):
        by_line.setdefault(duty.clause.label, []).append(_line(duty))
    return by_line


def test_st_osmunds_names_the_head_and_for_the_head_the_chair() -> None:
    assert _real("st-osmunds") == {
        "61": ["headteacher: pupil_contact_self"],
        "74": ["headteacher: cyberbullying (colleague, pupil)", "!chair: cyberbullying (head)"],
        "75": ["headteacher: policy_breach (colleague)", "!chair: policy_breach (head)"],
    }


def test_heathfield_names_the_senior_leaders_and_is_silent_on_the_head() -> None:
    assert _real("heathfield") == {
        "75": ["computing, slt: prohibited_site_self"],
        "114": ["slt: harmful_content"],
        "139": ["slt: cyberbullying, harassment"],
        "141": ["slt: cyberbullying, harassment, harmful_content (colleague)"],
        "143": ["slt: cyberbullying, harassment"],
    }
