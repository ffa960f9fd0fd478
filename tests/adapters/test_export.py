"""A request to see what is held is answered without anybody reading, or learning of, what is not theirs to know."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from tests.privacy.planted import HEAD, ID, REPORTER, SUBJECT, WORDS, Clock, school
from tests.processes.terminal import candour, house


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return school(tmp_path_factory.mktemp("exporting") / "school")


def export(folder: Path, *words: str) -> str:
    done = candour(folder, "export", *words)
    assert done.status == 0, done.err
    return done.out


def test_whoever_runs_it_gets_what_the_school_lists_and_what_was_delivered(folder: Path) -> None:
    told = export(folder, "--person", HEAD)
    assert "| Posts | headteacher, senior leadership team |" in told
    assert f"| {ID} | 2026-11-18 12:00 UTC | no | no |" in told
    assert "Reports about them." in told
    assert "No report has been delivered to them." in export(folder, "--person", REPORTER)


def test_the_recipient_drafts_what_a_report_holds_of_whom_it_is_about(folder: Path) -> None:
    told = export(folder, "--person", SUBJECT, "--as", HEAD)
    assert f"## Report {ID}: they are named in it" in told
    assert f"> {WORDS}" in told
    assert "Tamsin" not in told
    assert REPORTER not in told
    assert "Read every word" in told


def test_and_of_who_sent_it_under_their_name(folder: Path) -> None:
    assert f"## Report {ID}: sent by them, under their name" in export(folder, "--person", REPORTER, "--as", HEAD)


@pytest.mark.parametrize("who", [SUBJECT, REPORTER, "c.chair", "d.deputy"])
def test_who_has_no_report_drafts_nothing_and_who_is_in_it_learns_nothing(folder: Path, who: str) -> None:
    told = export(folder, "--person", SUBJECT, "--as", who)
    assert "Nothing in the reports that you have names them." in told
    assert ID not in told


def test_a_draft_is_a_reading_and_is_recorded(folder: Path) -> None:
    export(folder, "--person", SUBJECT, "--as", HEAD)
    with closing(house(folder, Clock())) as opened:
        assert HEAD in dict(opened.cases("sample").load(ID).opened)


def test_a_file_is_its_owners_alone_and_overwrites_nothing(folder: Path) -> None:
    assert "Wrote" in export(folder, "--person", HEAD, "--to", "answer.md")
    assert os.stat(folder / "answer.md").st_mode & 0o777 == 0o600
    refused = candour(folder, "export", "--person", HEAD, "--to", "answer.md")
    assert refused.status == 2
    assert "it is there already, and nothing was written" in refused.err


def test_somebody_unknown_is_refused_in_a_sentence(folder: Path) -> None:
    refused = candour(folder, "export", "--person", "nobody")
    assert (refused.status, refused.out) == (2, "")
    assert "“nobody” is not a person of sample" in refused.err


def test_the_documents_hold_the_schools_own_values(folder: Path) -> None:
    done = candour(folder, "privacy", "--to", "documents", "--backup-days", "30")
    assert done.status == 0, done.err
    texts = {name: (folder / "documents" / f"sample-{name}.md").read_text("utf-8") for name in DOCUMENTS}
    for text in texts.values():
        assert "Larkfield Primary School" in text
        assert "| headteacher | Helen Ashdown |" in text
        assert "| I'm worried about a child | 30 |" in text
        assert "| every other | 90 |" in text
        assert "30 days" in text
        assert "{" not in text
    assert "the file candour.db in the folder data" in texts["data-map"]
    assert "in one folder: put the keys elsewhere" in texts["dpia"]
    assert "60 minutes" in texts["notice"]


def test_a_document_names_a_post_that_nobody_holds_and_shows_no_password(folder: Path) -> None:
    from adapters.assembly import House
    from adapters.privacy.documents import values

    environ = {"DATABASE_URL": "postgresql://name:secret@db.example/x", "CANDOUR_KEY": "ab" * 32}
    opened = House.open(environ, folder)
    registered = opened.school("sample")
    vacant = type(registered)(_without_chair(registered.school), registered.path)
    told = values(opened, vacant, None)
    assert "| chair of governors | **nobody holds this post** |" in told["recipients"]
    assert "PostgreSQL, database x at db.example" in told["database"]
    assert "leave the keys' schema out of backups" in told["apart"]
    assert "secret" not in repr(told)
    assert "--backup-days" in told["backups"]


def _without_chair(school):  # type: ignore[no-untyped-def]  # a school
    from dataclasses import replace

    return replace(school, people=tuple(person for person in school.people if person.id != "c.chair"))


DOCUMENTS = ("dpia", "notice", "data-map")


def test_the_notice_names_as_recipients_only_posts_that_receive_reports(folder: Path) -> None:
    """Found by walking: it told staff that a governor and the business manager receive reports."""
    candour(folder, "privacy", "--to", "documents")
    notice = (folder / "documents" / "sample-notice.md").read_text(encoding="utf-8")
    for post in ("headteacher", "deputy safeguarding lead", "computing team", "chair of governors"):
        assert f"| {post} |" in notice
    for post in ("governor", "business manager", "senior leadership team"):
        assert f"| {post} |" not in notice
