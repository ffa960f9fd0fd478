"""The school vocabulary links what staff say to what policies say, in the direction that its line tells."""

from __future__ import annotations

import pytest

from adapters.tables import COMPILED, VOCABULARY, compiled_anew, lines, shipped, text
from knowledge.compiled import Compiled
from knowledge.groups import Group, UnreadableLine, read
from knowledge.vocabulary import Vocabulary, heard, searched
from knowledge.words import is_content, tokens

SHIPPED = {
    f"{name}:{number}": line
    for name in VOCABULARY
    for number, line in enumerate(lines(name), 1)
    if line.strip() and not line.startswith("#")
}


def phrases(group: Group) -> list[str]:
    return [phrase for side in (group.left, group.right) for phrase in side if not phrase.startswith("#")]


def test_every_shipped_line_can_be_read() -> None:
    for place, line in SHIPPED.items():
        group = read(line)
        assert 0 < group.weight <= 1, place
        assert all(0 < weight <= 1 for side in (group.left, group.right) for weight in side.values()), place
        assert all(tokens(phrase) for phrase in phrases(group)), place


def test_no_stop_word_stands_alone() -> None:
    alone = [
        (place, phrase)
        for place, line in SHIPPED.items()
        for phrase in phrases(read(line))
        if len(tokens(phrase)) == 1 and not is_content(tokens(phrase)[0])
    ]
    assert alone == []


def test_every_concept_that_is_named_has_wordings_and_is_named_somewhere() -> None:
    groups = [read(line) for line in SHIPPED.values()]
    told = {name for group in groups if group.kind == "means" for name in group.left}
    meant = {name for group in groups if group.kind == "implies" for name in group.right if name.startswith("#")}
    assert meant == told


def test_a_mutual_group_leads_from_any_to_any() -> None:
    vocabulary = Vocabulary.of(["mutual .8 people pupil, student, kid@.5"])
    assert vocabulary.links("pupil") == {"student": 0.8, "kid": 0.5}
    assert vocabulary.links("kid") == {"pupil": pytest.approx(0.4), "student": pytest.approx(0.4)}


def test_what_implies_never_leads_back() -> None:
    vocabulary = Vocabulary.of(["implies .6 people boss > line manager, manager@.9"])
    assert vocabulary.links("boss") == {"line manag": 0.6, "manag": 0.9}
    assert vocabulary.links("manag") == {}


def test_an_idiom_leads_through_its_concept_to_the_wordings() -> None:
    vocabulary = Vocabulary.of(
        ["implies .5 duty get the sack > #dismissal", "means .8 duty #dismissal > dismissal, warning@.5"]
    )
    assert vocabulary.links("get the sack") == {"dismiss": pytest.approx(0.4), "warn": pytest.approx(0.2)}


def test_the_best_of_several_links_counts() -> None:
    vocabulary = Vocabulary.of(["mutual .3 people pupil, kid", "mutual .8 people kid, pupil, child"])
    assert vocabulary.links("kid")["pupil"] == 0.8


def test_a_word_left_of_a_phrase_counts_less_than_the_phrase() -> None:
    links = Vocabulary.of(["implies .5 ict unattended > log out, lock"]).links("unattend")
    assert links["log"] < links["lock"]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("chucking up", "vomiting"),
        ("buried", "funeral"),
        ("getting hitched", "civil partnership"),
        ("drop a day", "flexible working"),
        ("breast pump", "express milk"),
        ("flu jab", "vaccination"),
        ("snowed under", "workload"),
        ("moonlighting", "secondary employment"),
        ("petrol money", "mileage"),
        ("ban a parent", "barred"),
        ("hang up", "end the call"),
        ("grassing", "reprisal"),
        ("gut feeling", "reasonable belief"),
        ("fiddling the books", "fraud"),
        ("gagged", "settlement agreement"),
        ("tape the meeting", "audio recording"),
        ("locked out", "password reset"),
        ("in the boot", "vehicle"),
        ("right to disconnect", "working hours"),
        ("chatgpt", "artificial intelligence"),
        ("shredding", "confidential waste"),
        ("fire drill", "evacuation"),
        ("bunking off", "truancy"),
        ("frisked", "searching"),
        ("mufti day", "non uniform"),
        ("teacher's pet", "favouritism"),
        ("hire the hall", "lettings"),
        ("crib sheet", "malpractice"),
    ],
)
def test_what_staff_say_leads_to_what_a_policy_writes(said: str, written: str) -> None:
    links = shipped().vocabulary.links(heard(said))
    wanted = set(searched(written).split())
    assert any(wanted <= set(term.split()) for term in links), sorted(links)


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("on the grass", "whistleblowing"),  # grass as a lawn
        ("leaving the site", "annual leave"),  # to leave, not leave
        ("expressing", "express milk"),  # an opinion
        ("vetting", "emergency"),  # checks, not the vet
        ("fit", "epilepsy"),  # clothes, a fit note
        ("wake", "funeral"),  # up
        ("fast", "religious observance"),  # quick
        ("copied", "malpractice"),  # into an email
        ("impartial", "panel"),  # in politics
        ("sun", "press"),  # cream
        ("hiring", "lettings"),  # of staff
        ("treat", "rewards"),  # people fairly
        ("unlock", "lone working"),  # an account
    ],
)
def test_a_word_with_another_meaning_does_not_lead_astray(said: str, never: str) -> None:
    assert searched(never) not in shipped().vocabulary.links(heard(said))


def test_a_phrase_that_ends_in_it_is_known_as_it_stands_only() -> None:
    vocabulary = Vocabulary.of(["implies .8 data pupils in it, copy of my file > image"])
    assert heard("pupils in it") in vocabulary
    assert heard("pupils in") not in vocabulary
    assert vocabulary.links("copi of file") == {"imag": 0.8}


def test_no_phrase_is_said_twice_in_one_line() -> None:
    twice = [
        (place, phrase)
        for place, line in SHIPPED.items()
        for side in line.split(None, 3)[3].split(" > ")
        for phrase in [part.partition("@")[0].strip() for part in side.split(",")]
        if [part.partition("@")[0].strip() for part in side.split(",")].count(phrase) > 1
    ]
    assert twice == []


def test_blank_lines_and_remarks_are_left_out() -> None:
    assert Vocabulary.of(["", "  ", "# a remark"]).groups == ()


@pytest.mark.parametrize(
    "line",
    [
        "mutual .8 people",
        "same .8 people pupil, kid",
        "mutual much people pupil, kid",
        "mutual .8 people pupil > kid",
        "implies .8 people pupil, kid",
        "means .8 people pupil > kid",
        "implies .8 people #pupil > kid",
    ],
)
def test_a_line_of_another_form_is_refused_with_its_words(line: str) -> None:
    with pytest.raises(UnreadableLine, match=line.split()[-1]):
        read(line)


def test_the_compiled_vocabulary_is_that_of_its_lines() -> None:
    assert text(COMPILED) == compiled_anew().to_text(), "run tests/measure/compile.py, as it says"


def test_a_compiled_vocabulary_leads_where_its_lines_lead() -> None:
    told = Vocabulary.of(line for name in VOCABULARY for line in lines(name))
    again = Vocabulary.compiled(Compiled.from_text(text(COMPILED)))
    assert again.words == told.words
    assert all(again.links(phrase) == told.links(phrase) for phrase in told.phrases)
    assert all(again.wordings(concept) == told.wordings(concept) for concept in told.concepts)
