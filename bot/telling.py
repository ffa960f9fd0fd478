"""Reads the answers of a report as the concern they describe, and says it back in plain words."""

from __future__ import annotations

from bot.flow import Answers
from bot.report_form import KINDS, NAMEABLE, NOT_LISTED, SUBJECTS
from reports.people import PersonId, Post, School
from reports.report import PERSON, Concern, Kind, Role

KIND_LABELS = {choice.value: choice.label for choice in KINDS}
ROLE_LABELS = {choice.value: choice.label for choice in SUBJECTS} | {Role.ME: "Themselves: their own mistake"}
POST_LABELS = {
    Post.HEADTEACHER: "headteacher",
    Post.CHAIR: "chair of governors",
    Post.VICE_CHAIR: "vice-chair of governors",
    Post.DEPUTY: "deputy headteacher",
    Post.DSL: "designated safeguarding lead",
    Post.DEPUTY_DSL: "deputy safeguarding lead",
    Post.SLT: "senior leadership team",
    Post.COMPUTING: "computing team",
    Post.GOVERNOR: "governor",
    Post.BUSINESS_MANAGER: "business manager",
}


def concern(answers: Answers, reporter: PersonId) -> Concern:
    """What has been answered so far, as the router reads it. "Not sure" routes like a policy not followed."""
    kind = answers["kind"][0]
    named = (f"{PERSON}{id}" for id in answers.get("who", ()) if id != NOT_LISTED)
    perhaps_head = (Role.PREFER_NOT.value,) if answers.get("maybe_head") == ("possibly",) else ()
    return Concern(
        Kind(kind) if kind in set(Kind) else Kind.POLICY_BREACH,
        frozenset({*answers["about"], *named, *perhaps_head}),
        reporter,
    )


def about(subjects: frozenset[str], school: School) -> str:
    """Names first; then the roles that nobody was named for."""
    names = sorted(name(PersonId(s.removeprefix(PERSON)), school) for s in subjects if s.startswith(PERSON))
    roles = [label for role, label in ROLE_LABELS.items() if role in subjects and not (names and role in NAMEABLE)]
    return "; ".join([*names, *roles])


def name(id: PersonId, school: School) -> str:
    """ "Ms A. Bell, headteacher"; an account that is not in school.toml stands as it is."""
    if not (person := school.person(id)):
        return id
    post = next((label for post, label in POST_LABELS.items() if post in person.posts), "")
    return f"{person.name}, {post}" if post else person.name


def people(ids: tuple[PersonId, ...], school: School) -> str:
    return " and ".join(name(id, school) for id in ids)
