"""Reads the answers of a report as the concern they describe, and says it back in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.card import Kind as Asked
from bot.doubt import certain, perhaps
from bot.report_choices import (
    ADULT_IMAGE,
    CLOSE,
    KINDS,
    NAMEABLE,
    NEITHER,
    NOBODY_OF_THEM,
    NOT_LISTED,
    OTHER,
    SAW,
    SUBJECTS,
    TOOK_PART,
    UNSURE,
    YES,
)
from bot.report_form import REPORT
from bot.report_more import ADDED
from bot.step import Answers
from reports.desk import ACCOUNT
from reports.people import Person, PersonId, Post, School
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
ROUTED_AS = {OTHER: Kind.POLICY_BREACH, ADULT_IMAGE: Kind.HARASSMENT}  # choices that are no kind of their own
SPEAKS_FOR_ITSELF = {Kind.PUPIL_CONTACT_SELF: Role.PUPIL, Kind.PROHIBITED_SITE_SELF: Role.ME}
NO_PERSON = {NOT_LISTED.value, NOBODY_OF_THEM.value, NEITHER.value}
NAMING = tuple(step.name for step in REPORT.steps if step.kind is Asked.PEOPLE)
LATER = ("mention", "image_check", "witnesses")  # answers given after the route was shown
WORD_LABELS: Mapping[str, str] = {
    "message": "The message",
    "site": "Site",
    "contact": "The contact",
    "when": "When",
    "place": "Where",
    "still": "Can it still be seen",
    "link": "Link",
    "service": "App or device",
    "receiving": "Still being sent",
    "kept": "What they have kept",
    "told": "Who has been told",
    "support": "What would help them",
}


def concern(answers: Answers, reporter: PersonId) -> Concern:
    """What has been answered so far, as the router reads it."""
    parts = _parts(answers)
    subjects = {*_roles(answers), *(f"{PERSON}{id}" for id in (*_people(answers, "who"), *parts[TOOK_PART]))}
    seen = {*parts[SAW], *_people(answers, "witnesses")}
    return Concern(
        kind(answers),
        frozenset(subjects),
        reporter,
        frozenset(map(PersonId, seen)),
        declared=frozenset((*map(PersonId, parts[CLOSE]), *perhaps_meant(answers))),
        pupils_present=answers.get("pupils_present") == (YES,),
        tell_manager=answers.get("tell_manager") == (YES,) and kind(answers) is Kind.PUPIL_CONTACT_SELF,
    )


def first_concern(answers: Answers, reporter: PersonId) -> Concern:
    """The concern as it was when the route was shown."""
    return concern({name: values for name, values in answers.items() if name not in LATER}, reporter)


def kind(answers: Answers) -> Kind:
    """An account that may speak of a sexual image of a child goes where those go, whatever was chosen."""
    if set(answers.get("image_check", ())) & {YES, UNSURE}:
        return Kind.INDECENT_IMAGE
    return _chosen(answers)


def _chosen(answers: Answers) -> Kind:
    chosen = answers["kind"][0]
    return ROUTED_AS.get(chosen) or Kind(chosen)


def _roles(answers: Answers) -> Iterable[str]:
    yield from answers.get("about", ())
    if "about" not in answers and (alone := SPEAKS_FOR_ITSELF.get(_chosen(answers))):
        yield alone
    if answers.get("maybe_head") == ("possibly",):
        yield Role.PREFER_NOT


def _people(answers: Answers, name: str) -> tuple[str, ...]:
    return tuple(id for id in certain(answers.get(name, ())) if id not in NO_PERSON)


def perhaps_meant(answers: Answers) -> tuple[PersonId, ...]:
    """Whoever was perhaps meant may not receive it, and stands nowhere as having done anything."""
    return tuple(PersonId(id) for name in NAMING for id in perhaps(answers.get(name, ())))


def _parts(answers: Answers) -> Mapping[str, tuple[str, ...]]:
    """Who took part, saw it, or is close to someone: from the list of recipients, and from names in the account."""
    found: dict[str, tuple[str, ...]] = {TOOK_PART: (), SAW: (), CLOSE: ()}
    for part in answers.get("part", ()):
        found[part] += _people(answers, "others")
    for said in answers.get("mention", ()):
        part, _, id = said.partition(":")
        found |= {part: (*found[part], id)} if id else {}
    return found


def words(answers: Answers) -> Mapping[str, str]:
    """What is kept in the vault, by name: the account, and what was added to it."""
    added = {name: _said(name, answers[name]) for name in ADDED if answers.get(name)}
    return {ACCOUNT: answers["happened"][0], **added}


def _said(name: str, values: tuple[str, ...]) -> str:
    step = REPORT.step(name)
    spoken = [choice.label if (choice := step.choice(value)) else value for value in values]
    return defanged("; ".join(spoken)) if name in ("link", "site") else "; ".join(spoken)


def defanged(address: str) -> str:
    """An address that nobody opens by mistake: "hxxps://bad[.]example"."""
    shown = address.replace("http://", "hxxp://").replace("https://", "hxxps://")
    return "[.]".join(part for part in shown.split(".")) if " " not in shown.strip() else shown


def about(subjects: frozenset[str], school: School) -> str:
    """Names first; then the roles that nobody was named for."""
    names = sorted(name(PersonId(s.removeprefix(PERSON)), school) for s in subjects if s.startswith(PERSON))
    roles = [label for role, label in ROLE_LABELS.items() if role in subjects and not (names and role in NAMEABLE)]
    return "; ".join([*names, *roles])


def name(id: PersonId, school: School) -> str:
    """ "Ms A. Bell, headteacher"; an account that is not in school.toml stands as it is."""
    if not (person := school.person(id)):
        return id
    held = post(person)
    return f"{person.name}, {held}" if held else person.name


def post(person: Person) -> str:
    """The highest they hold, as it is spoken of; nothing where they hold none."""
    return next((label for post, label in POST_LABELS.items() if post in person.posts), "")


def people(ids: tuple[PersonId, ...], school: School) -> str:
    return joined([name(id, school) for id in ids], "and")


def joined(names: Sequence[str], by: str) -> str:
    """ "Ms A. Bell, headteacher, and Mr C. Dunn": a comma more where a post stands between."""
    return (f", {by} " if any("," in name for name in names) else f" {by} ").join(names)
