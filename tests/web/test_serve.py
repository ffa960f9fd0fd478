"""`candour serve` and `candour desk` as real processes: they start, answer, and stop when they are told to."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.processes.terminal import CANDOUR, KEY, PATIENCE, candour, environment, sample

STOPPING = 10.0  # seconds


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return sample(tmp_path / "school")


def free_port() -> int:
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(folder: Path, port: int, *words: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [*CANDOUR, "serve", "--port", str(port), *words]
    process = subprocess.Popen(command, cwd=folder, env=environment(folder, **more), stderr=subprocess.PIPE)
    try:
        _until_alive(process, port)
        yield process
    finally:
        process.kill()
        process.communicate()


def _until_alive(process: subprocess.Popen[bytes], port: int) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        assert process.poll() is None, process.stderr.read() if process.stderr else ""
        try:
            if fetched(port, "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("it never answered")


def fetched(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_its_doors_and_stops_when_it_is_told_to(school: Path, how: signal.Signals) -> None:
    port = free_port()
    with serving(school, port, "--with-worker") as process:
        assert fetched(port, "/readyz")[1].splitlines()[0] == "ready"
        assert "Staff Social Media Policy" in fetched(port, "/policies/sample")[1]
        assert "Your e-mail address" in fetched(port, "/desk")[1]
        assert fetched(port, "/metrics")[0] == 404
        begun = time.monotonic()
        process.send_signal(how)
        assert process.wait(PATIENCE) == 0
        assert time.monotonic() - begun < STOPPING


def test_it_says_where_it_is(school: Path) -> None:
    """Found by walking: it stood there without a word, and nobody knew whether it ran."""
    port = free_port()
    command = [*CANDOUR, "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=school, env=environment(school), stdout=subprocess.PIPE)
    try:
        assert process.stdout
        said = process.stdout.readline().decode()
        assert said == f"Serving at http://localhost:{port}, the recipient desk at /desk. Press Ctrl-C to stop.\n"
    finally:
        process.kill()
        process.communicate()


def test_a_port_that_is_taken_is_told_as_one_and_not_blamed_on_the_disk(school: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = candour(school, "serve", "--port", str(port))
    assert told.status == 2
    assert f"Port {port} can't be used (address already in use). Choose another, such as --port 8001." in told.err


def test_an_invitation_from_the_command_opens_on_the_running_desk(school: Path) -> None:
    port = free_port()
    told = candour(school, "desk", "enrol", "c.chair", "--school", "sample", PUBLIC_URL=f"http://localhost:{port}")
    assert told.status == 0, told.told
    link = told.out.splitlines()[0]
    assert re.fullmatch(rf"http://localhost:{port}/desk/enrol/[\w-]{{43}}", link)
    assert "Give this link to Constance Adeyemi-Rowe yourself" in told.out
    with serving(school, port, PUBLIC_URL=f"http://localhost:{port}"):
        assert "Set up my authenticator" in fetched(port, "/" + link.split("/", 3)[3])[1]


@pytest.mark.parametrize(
    ("words", "more", "told"),
    [
        (("enrol", "nobody"), {}, "“nobody” is not a person of sample. Wanted one of: h.head"),
        (("enrol", "c.chair"), {"CANDOUR_ENV": "production"}, "PUBLIC_URL is missing"),
        (("enrol", "c.chair"), {"CANDOUR_KEY": ""}, "CANDOUR_KEY is missing"),
        (("hire", "c.chair"), {}, "invalid choice"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(
    school: Path, words: tuple[str, ...], more: dict[str, str], told: str
) -> None:
    done = candour(school, "desk", *words, "--school", "sample", **more)
    assert done.status == 2
    assert told in done.err
    assert "Traceback" not in done.told


def test_somebody_can_be_forgotten(school: Path) -> None:
    done = candour(school, "desk", "forget", "c.chair", "--school", "sample")
    assert done.status == 0
    assert "Constance Adeyemi-Rowe can't sign in to the desk any more" in done.out


def test_answers_for_programs_have_the_address_of_the_clause(school: Path) -> None:
    asked = json.dumps({"id": "1", "school": "sample", "question": "can I accept a friend request from an ex pupil?"})
    web = "https://candour.school.example"
    linked = json.loads(candour(school, "ask", "--jsonl", typed=asked, PUBLIC_URL=web).out)
    assert linked["citations"][0]["url"] == f"{web}/policies/sample/social-media/1#5-ii"
    plain = json.loads(candour(school, "ask", "--jsonl", typed=asked).out)
    assert plain["citations"][0]["url"] == ""
    assert KEY not in str(linked)
