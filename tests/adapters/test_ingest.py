"""A policy file becomes a version with a title, a date and clauses; what cannot be one is refused with its reason."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters import ingest
from adapters.formats import Unreadable
from adapters.ingest import LARGEST, slug
from adapters.stores import migrations
from adapters.stores.shelf import StoredShelf
from adapters.stores.sqlite import Sqlite
from tests.adapters.test_pdf_hostile import scanned_among_others

NOW = datetime(2026, 11, 20, tzinfo=UTC)
VISITORS = """# Visitors Policy

Approved: 2 March 2026
Next review: March 2027

## Signing in

1. Every visitor signs in at the office.
2. Visitors:
   (a) wear a badge;
   (b) are never alone with a pupil.
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[StoredShelf]:
    with closing(Sqlite(tmp_path / "candour.db")) as store:
        migrations.migrate(store, migrations.DATABASE)
        yield StoredShelf(store, lambda: NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "visitors.md").write_text(VISITORS)
    return tmp_path / "visitors.md"


def test_title_dates_and_clauses_are_understood(file: Path) -> None:
    policy = ingest.read(file)
    assert policy.title == "Visitors Policy"
    assert policy.version.dated == "2 March 2026"
    assert policy.version.review is not None
    assert (policy.version.review.year, policy.version.review.month) == (2027, 3)
    assert policy.version.digest == hashlib.sha256(VISITORS.encode()).hexdigest()
    assert [clause.number for clause in policy.clauses if clause.number] == ["1", "2", "2(a)", "2(b)"]


def test_every_clause_stands_in_the_file_word_for_word(file: Path) -> None:
    assert not [clause.text for clause in ingest.read(file).clauses if clause.text not in VISITORS]


def test_a_title_that_is_given_wins(file: Path) -> None:
    assert ingest.read(file, title="Guests").title == "Guests"


def test_the_id_is_made_of_the_title_and_the_same_title_is_a_version_of_the_same_policy(
    shelf: StoredShelf, file: Path
) -> None:
    assert ingest.take(shelf, "s", file, id="visits").policy.id == "visits"
    other = file.with_name("visitors-2026.md")
    other.write_text(VISITORS.replace("a badge", "a lanyard"))
    taken = ingest.take(shelf, "s", other)
    assert (taken.policy.id, taken.new) == ("visits", True)
    assert len(shelf.versions("s", "visits")) == 2


def test_a_pdf_with_scanned_pages_is_kept_with_a_warning_that_names_them(shelf: StoredShelf, tmp_path: Path) -> None:
    file = tmp_path / "keys.pdf"
    file.write_bytes(scanned_among_others())
    taken = ingest.take(shelf, "s", file)
    assert len(taken.policy.clauses) == 4
    assert taken.warnings[0].startswith("pages 2 and 4 show a picture and no words")


def test_what_is_missing_is_warned_of(shelf: StoredShelf, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("Lunch Policy\n\nStaff may eat where they like at midday.\n")
    warnings = " ".join(ingest.take(shelf, "s", tmp_path / "bare.txt").warnings)
    for missing in ("no date", "no next review date", "no clause numbers"):
        assert missing in warnings


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b"\n \n", "empty"),
        ("binary.txt", bytes(range(256)) * 9, "not plain text"),
        ("utf16.txt", b"\x00x" * 50, "not plain text"),
        ("program.exe", b"MZ", "read"),
        ("nameless", b"Some text.", "read"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_reason(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=f"{name}: .*{said}"):
        ingest.read(tmp_path / name)


def test_a_file_that_is_too_large_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    (tmp_path / "huge.txt").touch()
    os.truncate(tmp_path / "huge.txt", LARGEST * 10)
    with pytest.raises(Unreadable, match="too large for a policy"):
        ingest.read(tmp_path / "huge.txt")


@pytest.mark.parametrize("name", ["missing.txt", "folder.txt"])
def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(Unreadable, match=name):
        ingest.read(tmp_path / name)


def test_what_is_refused_leaves_the_shelf_as_it_was(shelf: StoredShelf, file: Path) -> None:
    before = ingest.take(shelf, "s", file).policy
    file.write_bytes(b"")
    with pytest.raises(Unreadable):
        ingest.take(shelf, "s", file)
    assert shelf.current("s") == [before]


@pytest.mark.parametrize(
    ("title", "id"),
    [("Staff Social Media Policy", "staff-social-media-policy"), ("  Bullying & Harassment ", "bullying-harassment")],
)
def test_an_id_is_short_and_plain(title: str, id: str) -> None:
    assert slug(title) == id
