"""`candour init` writes a school that reads without fault, and never over another."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier

import pytest

from adapters.directory import schools
from adapters.faults import Faults
from adapters.init import EXAMPLE, init
from adapters.serverkeys import written
from adapters.settings import read

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_written_reads_without_fault(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "school"
    init(folder, [].append)
    found = read({}, folder)
    assert [len(key) for key in found.keys] == [32]
    assert found.schools == folder / "school.toml"
    assert list(schools(found.schools)) == ["our-school"]


def test_the_key_is_said_once_and_is_the_one_in_the_file(tmp_path: Path) -> None:
    said: list[str] = []
    init(tmp_path, said.append)
    key = written(read({}, tmp_path).keys[0])
    assert "\n".join(said).count(key) == 1
    assert (tmp_path / ".env").read_text().count(key) == 1
    assert f"Wrote {tmp_path / 'school.toml'}" in said
    assert f"Wrote {tmp_path / '.env'}" in said


def test_every_school_gets_a_key_of_its_own(tmp_path: Path) -> None:
    init(tmp_path / "a", [].append)
    init(tmp_path / "b", [].append)
    assert read({}, tmp_path / "a").keys != read({}, tmp_path / "b").keys


def test_only_the_owner_may_read_the_key(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        init(tmp_path, [].append)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600


@pytest.mark.parametrize("there", ["school.toml", ".env"])
def test_nothing_is_written_where_one_of_the_files_is_there_already(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine")
    said: list[str] = []
    with pytest.raises(Faults) as told:
        init(tmp_path, said.append)
    assert str(told.value).startswith(f"{tmp_path / there}: is there already, and nothing was written.")
    assert ([file.name for file in tmp_path.iterdir()], said) == ([there], [])
    assert (tmp_path / there).read_text() == "mine"


def test_of_many_at_once_one_writes_and_the_key_it_said_is_the_one_kept(tmp_path: Path) -> None:
    for turn in range(20):
        folder, start, said = tmp_path / str(turn), Barrier(8), list[str]()

        def begin(folder: Path = folder, start: Barrier = start, said: list[str] = said) -> bool:
            start.wait()
            with suppress(Faults):
                init(folder, said.append)
                return True
            return False

        with ThreadPoolExecutor(8) as pool:
            done = [pool.submit(begin) for _ in range(8)]
        assert sum(future.result() for future in done) == 1
        assert written(read({}, folder).keys[0]) in said[-1]


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".env").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Faults):
        init(tmp_path, [].append)
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Faults) as told:
        init(tmp_path / "file" / "school", [].append)
    assert "cannot be written (not a directory)" in str(told.value)


def test_the_packaged_example_is_the_one_people_read() -> None:
    assert EXAMPLE.read_bytes() == (ROOT / "school.example.toml").read_bytes()
