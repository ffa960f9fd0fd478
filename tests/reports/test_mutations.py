"""The tables and the invariants notice when a rule of the router is left out: each rule is left out in turn."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from tests.reports.cases import tried
from tests.reports.tables import Choose, differences, every_cell

REPORTS = Path(__file__).resolve().parents[2] / "reports"
FILES = ("subjects", "chains", "exclusion", "route")  # each imports only those before it
TRY_EVERY = 97  # of the cases: enough to catch each of these, in half a second
TOLD, BARRED = "I1: somebody who is barred is told", "I1: the people who are barred"


@dataclass(frozen=True)
class Mutation:
    """One rule left out. `breaks` begins the sentence of an invariant; without it only the tables can tell."""

    rule: str
    file: str
    old: str
    new: str
    breaks: str = ""


MUTATIONS = (
    # who is barred
    Mutation("the subjects themselves", "exclusion", "judged = about.people | ", "judged = ", TOLD),
    Mutation("their staff", "exclusion", " | subordinates(", " - subordinates(", "I3"),
    Mutation("the staff of their staff", "exclusion", "ahead.extend(new)", "pass", "I3"),
    Mutation("leaders do not judge leaders", "exclusion", " | _peers(about, school)", "", TOLD),
    Mutation("the reporter", "exclusion", " | {concern.reporter}", "", TOLD),
    Mutation("witnesses", "exclusion", "concern.witnesses | ", "", TOLD),
    Mutation("those affected", "exclusion", " | concern.affected", "", TOLD),
    Mutation("those declared", "exclusion", " | concern.declared", "", TOLD),
    Mutation("co-heads", "exclusion", "if Post.HEADTEACHER in about.posts", "if False", BARRED),
    Mutation("a head may judge leaders", "exclusion", " if Post.HEADTEACHER not in leader.posts", "", BARRED),
    Mutation("governors manage nobody", "exclusion", " and person.manager not in governors", ""),
    Mutation("nobody manages the head", "exclusion", " and Post.HEADTEACHER not in person.posts", ""),
    Mutation("more subjects bar more", "exclusion", "not about.posts & LEADING", "about.posts - LEADING", "I4"),
    # whom it is about
    Mutation("a post means its holders", "subjects", "_meant(role, concern.reporter, school) for", "() for", TOLD),
    Mutation("named people", "subjects", "people = named.union(", "people = frozenset().union(", TOLD),
    Mutation("the line manager", "subjects", "if person and person.manager else", "if False else", BARRED),
    Mutation("the highest decides", "subjects", "return max(found", "return min(found"),
    Mutation("the head with the chair", "subjects", "<= found:", "<= frozenset():"),
    Mutation(
        "rather not say is the head", "subjects", "Role.PREFER_NOT: Standing.HEAD", "Role.PREFER_NOT: Standing(0)"
    ),
    Mutation(
        "holders of posts stand as high",
        "subjects",
        "STANDING_OF_POST[post] for post in self.posts if",
        "STANDING_OF_POST[post] for post in () if",
        "I11",
    ),
    Mutation("the vice-chair is a governor", "subjects", "VICE_CHAIR: Standing.GOVERNOR", "VICE_CHAIR: Standing(1)"),
    Mutation("a named person is a colleague", "subjects", "found.add(Standing.COLLEAGUE)", "pass"),
    Mutation(
        "the head is not “a member of SLT”",
        "subjects",
        "(frozenset({Post.SLT, Post.DEPUTY}), frozenset({Post.HEADTEACHER}))",
        "(frozenset({Post.SLT, Post.DEPUTY}), _NOBODY)",
        BARRED,
    ),
    # who is told
    Mutation("nobody barred in a hop", "route", " and person.id not in excluded", "", TOLD),
    Mutation(
        "nobody barred has a copy",
        "route",
        "for person in able if person.id in copied",
        "for person in school.people if person.id in copied",
        TOLD,
    ),
    Mutation("whoever has left", "route", "if person.active and", "if"),
    Mutation("whoever is away", "route", " and not (day and person.is_away(day))", ""),
    Mutation("a hop and a copy are different people", "route", " - told\n", "\n", "I8"),
    Mutation("once in a chain", "route", "for id in place.people if id not in told)", "for id in place.people)", "I8"),
    Mutation("empty hops are dropped", "route", "        if people:\n", "        if True:\n", "I2"),
    Mutation("staff governors and the head", "route", "if not person.is_staff]", "]", "I11"),
    Mutation("the leader on duty is first", "route", 'school.first_hop == "slt"', "False"),
    Mutation("duty only where the school says so", "route", ' and school.first_hop == "slt"', ""),
    Mutation("duty only before the head", "route", "on_duty = chain.duty_may_lead and", "on_duty ="),
    Mutation("the DSL's copy is for a pupil", "route", "Role.PUPIL in concern.subjects and ", ""),
    Mutation("the DSL's copy is for some kinds", "route", " and concern.kind in DSL_COPY_KINDS", ""),
    Mutation("no site copy about leaders", "route", " and about.standing < Standing.LEADER", ""),
    Mutation("no site copy about the team", "route", "if team & (judged |", "if team & (frozenset() &"),
    Mutation("no site copy about their managers", "route", " | subordinates(judged, school))", ")"),
    # the chains
    Mutation("an image is a child kind", "chains", ", Kind.INDECENT_IMAGE})", "})"),
    Mutation("harassment of a pupil", "chains", "Kind.HARASSMENT, ", ""),
    Mutation("the deputy safeguarding lead", "chains", "Seat(Post.DEPUTY_DSL,", "Seat(Post.DSL,"),
    Mutation("head and chair, and a child", "chains", "Chain((), Body.LADO)", "Chain((_ABOUT_CHAIR,), Body.LADO)"),
    Mutation(
        "chair, and a child", "chains", "(_HEAD_ABOUT_ADULTS, _ABOUT_CHAIR)", "(_ABOUT_CHAIR, _HEAD_ABOUT_ADULTS)"
    ),
    Mutation("head, and a child", "chains", "Chain(_ABOUT_HEAD, Body.LADO)", "Chain(_ABOUT_HEAD, Body.LA)"),
)


def spoilt(source: str, mutation: Mutation | None, file: str) -> str:
    if mutation is None or mutation.file != file:
        return source
    found = source.count(mutation.old)
    assert found == 1, (
        f"“{mutation.old}” stands {found} times in reports/{file}.py and must stand once: "
        f"find where the rule “{mutation.rule}” is now, and mutate it there."
    )
    return source.replace(mutation.old, mutation.new)


@contextmanager
def router(mutation: Mutation | None) -> Iterator[Choose]:
    """`choose` from a copy of the router's own source, with one rule left out; the router itself stays whole."""
    made: dict[str, ModuleType] = {}
    for file in FILES:
        source = spoilt((REPORTS / f"{file}.py").read_text(encoding="utf-8"), mutation, file)
        for copied in FILES:
            source = source.replace(f"from reports.{copied} import", f"from spoilt_{copied} import")
        made[file] = sys.modules[f"spoilt_{file}"] = ModuleType(f"spoilt_{file}")
        code = compile(source, f"spoilt {file}.py", "exec")
        exec(code, made[file].__dict__)  # noqa: S102  our own source, with one line changed
    try:
        yield made["route"].choose
    finally:
        for file in made:
            del sys.modules[f"spoilt_{file}"]


def tables_differ(choose: Choose) -> list[str]:
    return [sentence for cell in every_cell() for sentence in differences(choose, cell)]


@pytest.fixture(scope="module")
def already() -> frozenset[str]:
    """What the tables find in a copy with nothing left out: nothing, when the router is right."""
    with router(None) as choose:
        return frozenset(tables_differ(choose))


def test_a_copy_with_nothing_left_out_agrees_with_the_tables(already: frozenset[str]) -> None:
    assert not already, "\n".join(sorted(already))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.rule)
def test_a_rule_left_out_is_noticed(mutation: Mutation, already: frozenset[str]) -> None:
    with router(mutation) as choose:
        assert set(tables_differ(choose)) - already, f"No table notices that “{mutation.rule}” is left out."
        if mutation.breaks:
            broken = (sentence for sentences in tried(choose, TRY_EVERY) for sentence in sentences)
            assert any(sentence.startswith(mutation.breaks) for sentence in broken), (
                f"{mutation.breaks} does not notice that “{mutation.rule}” is left out."
            )
