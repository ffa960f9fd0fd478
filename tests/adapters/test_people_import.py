"""A spreadsheet's people are written into school.toml, and the rest of it stays as somebody wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters import directory, people_import
from adapters.faults import Faults
from reports.people import PersonId, Post
from tests.adapters.ready_school import KEY, written
from tests.processes.terminal import candour


@pytest.fixture
def school(tmp_path: Path) -> Path:
    file = written(tmp_path / "school") / "school.toml"
    file.write_text("# Ours, and it stays.\n" + file.read_text(), encoding="utf-8")
    return file


def csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "staff.csv"
    file.write_text(text, encoding=encoding)
    return file


def imported(school: Path, text: str, encoding: str = "utf-8") -> people_import.Imported:
    return people_import.merge(school, people_import.rows(csv(school.parent, text, encoding)))


def test_who_is_new_is_added_and_who_is_known_is_changed(school: Path) -> None:
    done = imported(
        school,
        "id,name,posts,manager,email\n"
        "n.new,Nia New,,h.head,nia@school.example\n"
        'd.deputy,Dev Deputy-Jones,"deputy, slt",h.head,\n',
    )
    assert done == people_import.Imported(("n.new",), ("d.deputy",))
    (read,) = directory.schools(school).values()
    new, deputy = read.school.person("n.new"), read.school.person("d.deputy")
    assert new
    assert (new.name, new.manager, new.email) == ("Nia New", PersonId("h.head"), "nia@school.example")
    assert deputy
    assert (deputy.name, deputy.email) == ("Dev Deputy-Jones", "deputy@oakfield.test")  # an empty cell changed nothing
    assert deputy.posts == {Post.DEPUTY, Post.SLT}


def test_comments_and_everything_else_stay(school: Path) -> None:
    before = school.read_text()
    imported(school, "id,name\nn.new,Nia New\n")
    after = school.read_text()
    assert after.startswith("# Ours, and it stays.\n")
    assert after.replace('[[people]]\nid = "n.new"\nname = "Nia New"\n', "").split() == before.split()


def test_a_comment_above_what_comes_next_stays_above_it(school: Path) -> None:
    """Found by walking: new people stood between “People outside school” and those people."""
    text = (Path(__file__).parents[2] / "school.example.toml").read_text(encoding="utf-8")
    school.write_text(text, encoding="utf-8")
    imported(school, "id,name\nn.new,Nia New\np.new,Pat New\n")
    heading = text[text.index("# People outside school") : text.index("[outside.LADO]")]
    new = '[[people]]\nid = "n.new"\nname = "Nia New"\n\n[[people]]\nid = "p.new"\nname = "Pat New"\n\n'
    assert school.read_text(encoding="utf-8") == text.replace(heading, new + heading)


def test_the_same_spreadsheet_again_changes_nothing(school: Path) -> None:
    text = "id,name,active\nn.new,Nia New,no\n"
    imported(school, text)
    before = school.read_bytes()
    assert imported(school, text) == people_import.Imported((), ())
    assert school.read_bytes() == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_what_excel_saves_is_understood(school: Path, encoding: str) -> None:
    done = imported(school, "ID;Name;Posts\nn.new;Zoë Núñez;governor\n;;\n", encoding)
    assert done.added == ("n.new",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name\nNia\n", "no column “id”"),
        ("id,nmae\nn.new,Nia\n", "Did you mean"),
        ("id,name\n,Nia\n", "row 2: id: missing"),
        ("id,name\n,\n\n,Nia\n", "row 4: id: missing"),
        ("id,name\nn.new,Nia\nn.new,Ned\n", "row 3: id: “n.new” is in row 2 too."),
        ("id,name,posts\nh.head,,\nn.new,Nia,king\n", '\'row 3: posts: "king" is not a post.'),
        ("id,name,active\nn.new,Nia,perhaps\n", "neither yes nor no"),
        ("id,name,posts\nn.new,Nia,king\n", "king"),
        ("id,name,manager\nn.new,Nia,nobody.here\n", "nobody.here"),
        ("id,name,email\nn.new,Nia,head@oakfield.test\n", "head@oakfield.test"),
    ],
)
def test_a_fault_is_told_and_nothing_is_changed(school: Path, text: str, says: str) -> None:
    before = school.read_bytes()
    with pytest.raises(Faults) as told:
        imported(school, text)
    assert says in str(told.value.lines)
    assert school.read_bytes() == before
    assert [path.name for path in school.parent.glob("*.part")] == []


def test_the_command_says_whom_it_added(school: Path) -> None:
    file = csv(school.parent, "id,name\nn.new,Nia New\n")
    done = candour(school.parent, "people", "import", str(file), "--school", "oakfield", CANDOUR_KEY=KEY)
    assert done.status == 0
    assert "1 added, 0 changed" in done.out
