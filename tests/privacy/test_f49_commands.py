"""F49: every command that whoever runs Candour has is run beside a planted report, and shows none of it."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from adapters import erasing
from adapters.__main__ import COMMANDS
from adapters.sample import FOLDER as SAMPLE
from tests.privacy.planted import CODE, HEAD, ID, REPORTER, SUBJECT, YEARS, Clock, school
from tests.processes.terminal import PATIENCE, Done, candour, house, sample
from tests.processes.test_canary import traces
from tests.web.test_serve import fetched, free_port, serving

AS_SOMEBODY = frozenset({"chat", "inbox"})  # somebody's own talk, refused in production: not a command of an admin's
CONCERNS = '{"id": "1", "school": "sample", "kind": "policy_breach", "subjects": ["pupil"], "reporter": "n.nurse"}\n'
RUNS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "ask": (("what about kingfishers?", "--school", "sample"),),
    "ingest": (("note.md", "--school", "sample"),),
    "clauses": (("note.md", "--json"),),
    "diff": (("social-media", "--school", "sample"),),
    "route": (("--jsonl",),),
    "intent": (("--jsonl",),),
    "init": (("new",),),
    "migrate": ((), ("--back",)),
    "doctor": (("--all",), ("--all", "--json")),
    "keys": (("check",), ("check", "--json"), ("rotate",), ("anew",)),
    "hold": ((), (ID,), ("--json",), (ID, "--release"), (SUBJECT,)),
    "erased": ((), ("--json",)),
    "backup": (("kept/backup.db",),),
    "restore": (("kept/backup.db",), ("nowhere.db",)),
    "export": (("--person", REPORTER), ("--person", SUBJECT), ("--person", HEAD), ("--person", "nobody")),
    "privacy": (("--to", "privacy"),),
    "whatif": ((), ("--html", "matrix.html")),
    "statistics": ((), ("--json",), ("--html", "matrix.html")),
    "verify": ((), ("--json",), ("--export", "audit.jsonl"), ("--head", "0000 0000 0000")),
    "people": (("import", "staff.csv"), ("import", "nowhere.csv")),
    "teams": (("package", "teams.zip"),),
    "slack": (("manifest",), ("token", "--team", "T0123ABCD")),
    "desk": (("enrol", HEAD), ("enrol", SUBJECT)),
    "serve": (("--port", "no"),),
    "worker": (("--once",),),
}
REFUSED = frozenset(
    {
        ("migrate", ("--back",)),
        ("keys", ("anew",)),
        ("hold", (ID, "--release")),
        ("hold", (SUBJECT,)),
        ("restore", ("nowhere.db",)),
        ("export", ("--person", "nobody")),
        ("people", ("import", "nowhere.csv")),
        ("slack", ("token", "--team", "T0123ABCD")),
        ("serve", ("--port", "no")),
    }
)
ENDLESS = frozenset({"serve"})  # what runs until it is stopped has a test of its own
WORDS = ("kingfisher-canary", "staff chat", CODE.casefold())
CANARY = ("kingfisher-canary", CODE.casefold())  # the policies, which are kept in clear, speak of a staff chat
SETTINGS: Mapping[str, Mapping[str, str]] = {
    "people": {"CANDOUR_SCHOOLS": "listed/school.toml"},  # else it would write into the sample itself
    "teams": {"PUBLIC_URL": "https://candour.school.example", "TEAMS_APP_ID": "00000000-0000-0000-0000-000000000001"},
}
Folders = tuple[Path, Path]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A school with the report in it, and one that is the same without it."""
    folder = tmp_path_factory.mktemp("prepared")
    for one in (school(folder / "with"), sample(folder / "without")):
        (one / "kept").mkdir()
        (one / "note.md").write_text("# A Policy\n\n1.1 Keep it short.\n", encoding="utf-8")
        (one / "staff.csv").write_text("id,name\nn.new,Nia New\n", encoding="utf-8")
        shutil.copytree(SAMPLE, one / "listed")
    return folder / "with", folder / "without"


@pytest.fixture
def folders(prepared: Folders, tmp_path: Path) -> Folders:
    return tuple(Path(shutil.copytree(one, tmp_path / one.name)) for one in prepared)  # type: ignore[return-value]


def ran(folder: Path, command: str, words: tuple[str, ...]) -> Done:
    typed = CONCERNS if command == "route" else '{"id": "1", "text": "hello"}\n'
    return candour(folder, command, *words, typed=typed, **SETTINGS.get(command, {}))


def test_every_command_is_run_here_and_does_something() -> None:
    """A command that is added fails here until it is run, and not only in a way that it refuses."""
    assert set(RUNS) | AS_SOMEBODY == set(COMMANDS)
    done = {command for command, all in RUNS.items() for words in all if (command, words) not in REFUSED}
    assert done | ENDLESS == set(RUNS)


@pytest.mark.parametrize(("command", "words"), [(name, words) for name, all in RUNS.items() for words in all])
def test_f49_no_command_shows_a_word_of_a_report_or_who_sent_it(
    folders: Folders, command: str, words: tuple[str, ...]
) -> None:
    """Whom the school's own file names anyway is shown the same number of times without the report."""
    planted, empty = folders
    for folder in folders:
        if command == "restore":
            candour(folder, "backup", "kept/backup.db")
    shown, otherwise = (ran(folder, command, words) for folder in (planted, empty))
    assert "Something went wrong that should not have" not in shown.told
    assert (shown.status == 2) == ((command, words) in REFUSED), shown.told
    for word in WORDS:
        assert word not in shown.told.casefold()
    for person in (REPORTER, SUBJECT, "Tamsin", "Redgrave"):
        assert shown.told.count(person) == otherwise.told.count(person), person
    assert not list(traces(planted, CANARY)), "in anything that it wrote"


def test_f49_nor_does_the_web_process_while_it_runs(folders: Folders) -> None:
    planted, _ = folders
    port = free_port()
    with serving(planted, port, "--with-worker") as process:
        pages = [fetched(port, path) for path in ("/", "/healthz", "/readyz", "/metrics", "/desk", "/policies/sample")]
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=PATIENCE)
    told = (str(pages) + log.decode()).casefold()
    assert "larkfield" in told
    assert not [word for word in (*WORDS, ID.casefold(), REPORTER, SUBJECT) if word in told]
    assert not list(traces(planted, CANARY))


@pytest.mark.parametrize("command", ["hold", "erased", "doctor", "keys", "export"])
def test_f49_nor_once_it_is_destroyed(folders: Folders, command: str) -> None:
    planted, _ = folders
    with closing(house(planted, Clock(YEARS))) as opened:
        erasing.retiring(opened, opened.school("sample")).look(YEARS)
    for words in RUNS[command]:
        told = ran(planted, command, words).told.casefold()
        assert not [word for word in WORDS if word in told]


def test_f49_what_is_exported_about_its_reporter_is_the_same_as_if_there_were_no_report(folders: Folders) -> None:
    exported: Callable[[Path, str], str] = lambda folder, who: candour(folder, "export", "--person", who).out  # noqa: E731 - short
    planted, empty = folders
    assert exported(planted, REPORTER) == exported(empty, REPORTER)
    assert exported(planted, SUBJECT) == exported(empty, SUBJECT)
    assert ID in exported(planted, HEAD)


def test_f49_in_production_nobody_drafts_as_a_recipient(folders: Folders) -> None:
    planted, _ = folders
    for words in (("export", "--person", SUBJECT, "--as", HEAD), ("inbox", "--as", HEAD)):
        refused = candour(planted, *words, CANDOUR_ENV="production", CANDOUR_DISK="kept")
        assert refused.status == 2
        assert not [word for word in WORDS if word in refused.told.casefold()]
