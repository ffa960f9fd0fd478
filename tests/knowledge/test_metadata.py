"""What a policy says of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adapters.formats.text import read as paragraphs
from knowledge.edition import policy
from knowledge.metadata import Metadata, read
from knowledge.paragraphs import Paragraph, Style
from knowledge.particulars import facts
from knowledge.policy import Kind

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def told(text: str) -> Metadata:
    return read(paragraphs(text.encode()))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Approved: 1 May 2020", "approved"),
        ("Approved by: Full Governing Body", "approved"),
        ("Approved by governors on 12 May 2021", "approved"),
        ("Ratified by Governors: 01.09.18", "approved"),
        ("This policy was approved by the governing body on 3 May 2022.", "approved"),
        ("Date: May 2020", "dated"),
        ("Last updated: May 2020", "dated"),
        ("May 2020", "written"),
        ("Written: May 2020", "written"),
        ("Next review due by: 1 May 2021", "next"),
        ("Review: May 2021", "next"),
        ("To be reviewed: May 2021", "next"),
        ("This policy will be reviewed in May 2024.", "next"),
        ("Last reviewed on: 1 May 2020", "last"),
        ("Reviewed September 2019", "last"),
        ("Review cycle: two years", "cycle"),
        ("Policy by: A. Writer (Bursar)", "author"),
        ("Responsible governor: the chair", "author"),
        ("Person responsible for this policy: Bursar", "author"),
        ("Responsibility for the document: Bursar", "author"),
        ("Lead officer: Bursar", "author"),
        ("Version 3.1", "other"),
        ("Version 3.1 | Approved: 14/07/2021 | Next review: July 2024", "other approved next"),
        ("Date: May 2020 To be reviewed: May 2021", "dated next"),
    ],
)
def test_a_line_about_the_policy_is_recognised(text: str, roles: str) -> None:
    assert [fact.role for fact in facts(text)] == roles.split()


@pytest.mark.parametrize(
    "text",
    [
        "Staff must return the form by 3 May 2022.",
        "Dates of term are agreed in May 2020 with the council",
        "Monitoring and review",
        "Review",
        "The policy lead is the head.",
        "Review of cases: the panel meets",
        "Responsible for keys: the caretaker",
        "This policy will be reviewed every year.",
    ],
)
def test_a_rule_is_not_taken_for_a_line_about_the_policy(text: str) -> None:
    assert facts(text) == ()


def test_the_approval_dates_a_version_before_any_other_date() -> None:
    found = told("Trips Policy\n\nWritten: May 2019\n\nDate: June 2019\n\nApproved: 4th July 2019\n\nWe go.")
    assert (found.dated, found.approved) == ("4th July 2019", date(2019, 7, 4))


def test_a_month_on_the_cover_dates_a_version_that_says_no_more() -> None:
    found = told("Trips Policy\n\nMarch 2021\n\nPupils are counted.")
    assert (found.dated, found.approved) == ("March 2021", None)


def test_the_next_review_is_told_from_the_history_of_reviews() -> None:
    lines = "Approved: 1 May 2020\n\nReview: May 2022\n\nReview: May 2016\n\nReview: May 2018\n\nReviewed: June 2023"
    assert told(f"Trips Policy\n\n{lines}\n\nPupils are counted.").review == date(2022, 5, 1)


def test_a_review_before_the_approval_is_no_next_review() -> None:
    assert told("Trips Policy\n\nApproved: 1 May 2020\n\nReview: May 2018\n\nPupils are counted.").review is None


def test_the_date_beside_an_approval_is_the_approvals() -> None:
    assert told("Trips Policy\n\nApproved by: Governors Date: 3/4/2021\n\nWe go.").approved == date(2021, 4, 3)


def test_a_key_and_its_value_may_stand_in_two_cells() -> None:
    cells = ["Trips Policy", "Approved by:", "Governing Body", "Review date", "May 2024", "Pupils are counted often."]
    found = policy("trips", [Paragraph(cell) for cell in cells], "d")
    assert [clause.text for clause in found.clauses][:2] == ["Approved by: Governing Body", "Review date May 2024"]
    assert found.version.review == date(2024, 5, 1)


@pytest.mark.parametrize(
    ("line", "post"),
    [
        ("Policy by: Ann Other (Music Co-ordinator)", "Music Co-ordinator"),
        ("Written by: Mrs A Other, Deputy Headteacher", "Deputy Headteacher"),
        ("Policy owner: School Business Manager", "School Business Manager"),
        ("Author: Ann Other", ""),
        ("Reviewed by: Headteacher", ""),
    ],
)
def test_the_author_is_told_by_post_and_never_by_name(line: str, post: str) -> None:
    assert told(f"Trips Policy\n\nPupils are counted.\n\n{line}").author == post


def test_every_line_of_the_cover_but_titles_is_kept() -> None:
    cover = ["Hill School", "Boats Policy", "Crew meeting held: 2 May 2023", "For: Rowers; shown on the pier"]
    found = policy("boats", [Paragraph(line) for line in (*cover, "Introduction", "Boats are blue.")], "d")
    assert [(c.label, c.text) for c in found.clauses if c.kind is Kind.METADATA] == [
        ("Crew meeting held", "Crew meeting held: 2 May 2023"),
        ("For", "For: Rowers; shown on the pier"),
    ]
    assert found.title == "Boats Policy"


def test_a_line_of_the_cover_that_runs_like_a_sentence_is_kept_without_a_key() -> None:
    found = policy("boats", [Paragraph(t) for t in ("Boats Policy", "This is for all who row", "Boats are blue.")], "d")
    assert [c.label for c in found.clauses if c.kind is Kind.METADATA] == ["Cover"]


def test_a_key_on_the_cover_is_no_title() -> None:
    assert told("For: Rowers\n\nBoats Crew\n\nHill School\n\n1. Scope\n\nWe row often.").title == "Boats Crew"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Trips Policy\n\nPupils are counted.", "Trips Policy"),
        ("Hill School\n\nTrips Policy\n\nOnwards together\n\n1. Scope\n\nAll trips.", "Trips Policy"),
        ("# Trips\n\n## Before\n\nWe plan.\n\n## After\n\nWe rest.", "Trips"),
        ("TRIPS\n\nHill School\n\nMay 2020\n\nIntroduction\n\nWe go on trips.", "TRIPS"),
        ("Introduction\n\nWe go on trips.", ""),
        ("Staff must:\n- plan\n- count", ""),
    ],
)
def test_the_title_is_found_on_the_cover(text: str, title: str) -> None:
    assert told(text).title == title


def test_a_title_that_the_file_marks_wins() -> None:
    found = read([Paragraph("Our Policy"), Paragraph("Trips", style=Style.TITLE), Paragraph("We go on trips often.")])
    assert found.title == "Trips"


def test_a_title_in_two_lines_is_whole() -> None:
    assert told("Mobile Phone\n\nPolicy\n\nHill School\n\nPhones stay in bags.").title == "Mobile Phone Policy"


def test_a_policy_is_named_by_whoever_adds_it_or_itself_or_its_id() -> None:
    def named(text: str, title: str | None = None) -> str:
        return policy("school-trips", paragraphs(text.encode()), "d", title).title

    assert named("Trips Policy\n\nWe go.", "Visits") == "Visits"
    assert named("Trips Policy\n\nWe go.") == "Trips Policy"
    assert named("We go on trips often.") == "School trips"


@pytest.mark.needs("shared")
def test_the_real_policies_tell_their_dates() -> None:
    first = read(paragraphs((SHARED / "policies" / "st-osmunds.txt").read_bytes()))
    second = read(paragraphs((SHARED / "policies" / "heathfield.txt").read_bytes()))
    assert (first.approved, first.review) == (date(2018, 9, 1), date(2020, 9, 1))
    assert first.dated == "1st September 2018"
    assert (second.dated, second.approved, second.review) == ("October 2018", None, date(2019, 10, 1))
    assert "Networking" in first.title
    assert second.title.startswith("Social Media")
    assert second.author.startswith("Computing")


def test_what_was_agreed_with_somebody_else_is_no_approval_of_the_policy() -> None:
    assert facts("Agreed with the county fire officer in April 2025.") == ()


def test_several_sentences_tell_of_the_policy_if_each_does() -> None:
    found = told(
        "Trips Policy\n\nIssue 4: adopted by the Trust Board on 7 July 2025. For review by 31 July 2028.\n\nWe go."
    )
    assert (found.dated, found.approved, found.review) == ("7 July 2025", date(2025, 7, 7), date(2028, 7, 31))


def test_a_line_that_says_for_whom_the_policy_is_is_not_its_title() -> None:
    text = "HILL SCHOOL\n\nDress at Work\n\nA policy for all staff and volunteers\n\nDate: May 2024\n\nShoes are worn."
    assert told(text).title == "Dress at Work"


def test_the_keys_above_a_markdown_text_are_its_cover() -> None:
    found = told(
        "---\ntitle: Fire Policy\napproved: 2025-05-19\nreview: 2026-05\n---\n\n# Bells\n\nThe bell rings twice."
    )
    assert (found.title, found.approved, found.review) == ("Fire Policy", date(2025, 5, 19), date(2026, 5, 1))


def test_what_every_policy_is_called_is_no_title() -> None:
    assert (
        told("Policy Document\n\nTalking with Parents\n\nReview: May 2027\n\nWe are kind.").title
        == "Talking with Parents"
    )


def test_a_policy_that_tells_no_other_date_is_dated_by_its_last_review() -> None:
    """Found citations without any date, below "Policy reviewed: Spring Term 2025"."""
    found = told("Talking Policy\n\nPolicy reviewed: Spring Term 2025\nNext review: Spring Term 2027\n\nWe are kind.")
    assert (found.dated, found.approved, found.review) == ("Spring Term 2025", None, date(2027, 1, 1))
    assert told("Trips Policy\n\nWritten: May 2023\nLast reviewed: May 2024\n\nWe go.").dated == "May 2023"


@pytest.mark.parametrize("title", ["How We Handle Complaints Policy", "About Our School Dog Policy"])
def test_a_title_may_begin_like_a_question(title: str) -> None:
    assert told(f"{title}\n\nWe listen to everybody.").title == title
