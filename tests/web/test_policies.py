"""Every version of a policy is a page with a place for each clause, and citations lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters import ingest
from adapters.assembly import House
from adapters.commands.migrate import stocked
from adapters.web.house import application
from knowledge.policy import Clause, Kind, Policy, Version
from tests.web.visiting import Seen, Site, site

NOW = datetime(2027, 5, 4, 10, tzinfo=UTC)  # the sample's policies fell due for review in March
KEY = "0" * 64
WEB = "https://candour.school.example"
HOSTILE = '</p><script>alert(1)</script> <@U1> & "it"'


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with opened(tmp_path) as found:
        yield found


@contextmanager
def opened(folder: Path, **environ: str) -> Iterator[House]:
    """A house of the sample school."""
    base = {"CANDOUR_HOME": str(folder / "data"), "CANDOUR_KEY": KEY, "PUBLIC_URL": WEB}
    house = House.open(base | environ, folder, lambda: NOW)
    stocked(house, house.school("sample"))
    try:
        yield house
    finally:
        house.close()


@pytest.fixture
def visit(house: House) -> Iterator[Site]:
    with site(application(house, WEB)) as found:
        yield found


def test_the_list_links_to_every_policy_in_force(visit: Site, house: House) -> None:
    answer = visit.get("/policies/sample")
    links = [link["href"] for link in answer.seen.all("a")]
    for policy in house.shelf.current("sample"):
        assert policy.title in answer.seen.words
        assert f"/policies/sample/{policy.id}" in links


def test_the_address_of_a_policy_leads_to_the_version_in_force(visit: Site) -> None:
    answer = visit.get("/policies/sample/social-media")
    assert (answer.status, answer.headers["Location"]) == (303, "/policies/sample/social-media/1")


def test_every_clause_is_shown_word_for_word_at_its_own_place(visit: Site, house: House) -> None:
    for policy in house.shelf.current("sample"):
        seen = visit.get(f"/policies/sample/{policy.id}/1").seen
        assert seen.whole
        assert len(seen.all("h1")) == 1
        for clause in policy.clauses:
            assert " ".join(clause.text.split()) in seen.words
            assert [name for name, found in seen.elements if found.get("id") == policy.anchor(clause)]
        for heading in {heading for clause in policy.clauses for heading in clause.headings}:
            assert heading in seen.words
        ids = [found["id"] for _, found in seen.elements if "id" in found]
        assert len(ids) == len(set(ids))


def test_a_citation_leads_to_the_clause_on_the_page_of_its_version(visit: Site, house: House) -> None:
    outcome = house.library("sample").ask("can I accept a friend request from an ex pupil?")
    link = outcome.passages[0].citation.link  # type: ignore[union-attr]
    assert link == f"{WEB}/policies/sample/social-media/1#5-ii"
    page = visit.get(link.removeprefix(WEB).split("#")[0]).seen
    assert page.all("div", id="5-ii") or page.all("li", id="5-ii")


def test_a_clause_that_is_asked_for_by_name_is_marked_with_where_it_stands(visit: Site) -> None:
    seen = visit.get("/policies/sample/social-media/1?clause=personal-use-of-social-media-paragraph-5").seen
    (cited,) = [found for _, found in seen.elements if "cited" in found.get("class", "").split()]
    assert cited["id"] == "personal-use-of-social-media-paragraph-5"
    assert "completes “Staff must not post on a personal account:”" in seen.words
    assert seen.all("a", href="#personal-use-of-social-media-paragraph-5")


def test_an_unknown_clause_marks_nothing(visit: Site) -> None:
    plain, odd = visit.get("/policies/sample/social-media/1"), visit.get("/policies/sample/social-media/1?clause=<b>")
    assert plain.body == odd.body


def test_a_policy_past_its_review_says_so_first(visit: Site) -> None:
    words = visit.get("/policies/sample/social-media/1").seen.words
    assert "Overdue for review since March 2027." in words
    assert words.index("Overdue") < words.index("This policy explains")


def test_f52_an_old_version_says_that_it_was_replaced_and_by_which(house: House, visit: Site, tmp_path: Path) -> None:
    file = tmp_path / "new.md"
    file.write_text("# Staff Social Media Policy\n\nDate approved: 1 May 2027\n\n## 1. Purpose\n\n(i) Be kind.\n")
    ingest.take(house.shelf, "sample", file, "social-media")
    old, new = (visit.get(f"/policies/sample/social-media/{number}").seen for number in (1, 2))
    assert "This version has been replaced." in old.words
    assert old.all("a", href="/policies/sample/social-media/2")
    assert "replaced" not in new.words
    assert new.all("a", href="/policies/sample/social-media/1")
    assert visit.get("/policies/sample/social-media").headers["Location"].endswith("/2")


def test_f53_hostile_words_of_a_policy_make_no_element(house: House, visit: Site) -> None:
    clause = Clause(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), (HOSTILE,), 3, Kind.ITEM)
    house.shelf.put("sample", Policy("odd", HOSTILE, Version("d", HOSTILE), (clause,)))
    answer = visit.get("/policies/sample/odd/1")
    assert answer.status == 200
    assert not answer.seen.all("script")
    assert answer.seen.words.count("<script>alert(1)</script>") >= 4
    assert "page 3" in answer.seen.words


def test_an_id_that_an_address_cannot_hold_is_written_so_that_it_can(house: House, visit: Site) -> None:
    house.shelf.put("sample", Policy("a b/ç", "Odd", Version("d"), (Clause("Be kind.", label="1"),)))
    (found,) = [policy for policy in house.shelf.current("sample") if policy.id == "a b/ç"]
    assert visit.get(found.link.removeprefix(WEB)).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/policies/nowhere",
        "/policies/nowhere/social-media/1",
        "/policies/sample/none",
        "/policies/sample/none/1",
        "/policies/sample/social-media/9",
        "/policies/sample/social-media/%00",
        "/policies/sample/" + "x" * 3000,
        "/nothing",
    ],
)
def test_what_is_not_there_is_the_same_page_for_all(visit: Site, path: str) -> None:
    answer, other = visit.get(path), visit.get("/policies/sample/none/2")
    assert (answer.status, answer.body) == (404, other.body)


def test_a_school_may_keep_its_policies_off_the_web(tmp_path: Path) -> None:
    with opened(tmp_path, POLICY_PAGES="off") as house, site(application(house, WEB)) as visit:
        for path in ("/policies/sample", "/policies/sample/social-media", "/policies/sample/social-media/1"):
            assert visit.get(path).status == 404
        assert all(policy.link == "" for policy in house.shelf.current("sample"))


def test_without_a_public_address_citations_have_no_link(tmp_path: Path) -> None:
    with opened(tmp_path, PUBLIC_URL="") as house:
        outcome = house.library("sample").ask("can I accept a friend request from an ex pupil?")
        assert outcome.passages[0].citation.link == ""  # type: ignore[union-attr]


def test_places_are_one_for_each_clause_whatever_their_labels() -> None:
    labels = ["1.1", "1-1", "1 1", "١", "٢", "1-1-n2", "٣"]
    clauses = tuple(Clause("x", label=label) for label in labels)
    policy = Policy("p", "P", Version("d"), clauses)
    anchors = [policy.anchor(clause) for clause in clauses]
    assert len(set(anchors)) == len(anchors)
    assert anchors[0] == "1-1"
    assert all(anchor.replace("-", "").isalnum() for anchor in anchors)


def test_clauses_whose_labels_have_no_latin_letter_still_have_places_of_their_own() -> None:
    clauses = tuple(Clause("x", label="ا" * n) for n in range(1, 2000))
    policy = Policy("p", "P", Version("d"), clauses)
    assert len({policy.anchor(clause) for clause in clauses}) == len(clauses)


def test_a_page_read_by_a_program_is_well_formed(visit: Site) -> None:
    for path in ("/policies/sample", "/policies/sample/code-of-conduct/1", "/nothing"):
        assert Seen.of(visit.get(path).body).whole
