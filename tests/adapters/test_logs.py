"""No log line holds a word or a person: what is not on the list is left out, whoever logs it and at whatever level."""

from __future__ import annotations

import ast
import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters import logs

ADAPTERS = Path(__file__).resolve().parents[2] / "adapters"
LOGGED = {"debug", "info", "warning", "error", "exception", "critical"}
CANARY = "kingfisher-h.head"
ALLOWED = {"at", "level", "event", "package", "school", *logs.FIELDS}


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What this process logs from now on, as a worker would; afterwards all is as it was."""
    root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handlers, level, raises = root.handlers[:], root.level, logging.raiseExceptions
    stream = io.StringIO()
    logs.begin("DEBUG", ["st-osmunds"], stream)
    yield stream
    root.handlers[:], logging.raiseExceptions = handlers, raises
    root.setLevel(level)
    logging.getLogger(logs.OURS).setLevel(logging.NOTSET)
    logging.captureWarnings(False)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def told(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_of_ours_has_its_event_and_its_fields(lines: io.StringIO) -> None:
    fields = ("deliver", "ConnectionError")
    logging.getLogger("candour.worker").error(
        "An errand failed and will be tried again: %s, %s", *fields, extra={"school": "st-osmunds"}
    )
    (line,) = told(lines)
    assert line | {"at": ""} == {
        "at": "",
        "level": "ERROR",
        "event": "errand-failed",
        "verb": "deliver",
        "error": "ConnectionError",
        "school": "st-osmunds",
    }


def test_every_sentence_that_is_logged_anywhere_is_on_the_list() -> None:
    """A new one is left out of the log until it stands in EVENTS with what its places hold."""
    found = {
        ast.unparse(node.args[0]) if not isinstance(node.args[0], ast.Constant) else node.args[0].value
        for file in sorted(ADAPTERS.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in LOGGED
        and ast.unparse(node.func.value) == "log"
    }
    assert found
    assert found <= set(logs.EVENTS)


@pytest.mark.parametrize(
    "library", ["slack_bolt.App", "botbuilder.core", "aiohttp.server", "urllib3", "msal", "asyncio"]
)
def test_f46_of_a_librarys_line_only_its_name_and_its_level_are_told(lines: io.StringIO, library: str) -> None:
    logger = logging.getLogger(library)
    logger.addHandler(logging.StreamHandler(lines))
    logs.begin("DEBUG", (), lines)
    logger.debug("%s", CANARY)
    logger.info(CANARY)
    assert told(lines) == []
    try:
        raise ConnectionError(CANARY)
    except ConnectionError:
        logger.exception("failed %s", CANARY, extra={"user": CANARY})
    (line,) = told(lines)
    assert set(line) <= {"at", "level", "event", "package", "error"}
    assert (line["event"], line["error"], line["level"]) == ("elsewhere", "ConnectionError", "ERROR")
    assert CANARY not in lines.getvalue()


@pytest.mark.parametrize("kind", ["main", "thread"])
def test_f46_what_nobody_caught_is_told_without_its_text(lines: io.StringIO, kind: str) -> None:
    def fails() -> None:
        raise ValueError(CANARY)

    if kind == "thread":
        running = threading.Thread(target=fails)
        running.start()
        running.join()
    else:
        sys.excepthook(ValueError, ValueError(CANARY), None)
    (line,) = told(lines)
    assert (line["event"], line["error"]) == ("uncaught", "ValueError")
    assert CANARY not in lines.getvalue()


anything = st.one_of(
    st.text(), st.just(CANARY), st.integers(), st.none(), st.booleans(), st.binary(), st.lists(st.text())
)


@given(
    name=st.sampled_from(["candour", "candour.worker", "slack_bolt", CANARY, ""]),
    msg=st.one_of(st.sampled_from(sorted(logs.EVENTS)), anything),
    args=st.lists(anything, max_size=4).map(tuple),
    extra=st.dictionaries(st.sampled_from(["school", "user", "text", "verb", "error"]), anything),
    level=st.sampled_from([10, 20, 30, 40, 50, 7]),
)
def test_f46_whatever_is_given_to_the_log_nothing_outside_the_list_comes_out(
    name: str, msg: object, args: tuple[object, ...], extra: dict[str, object], level: int
) -> None:
    record = logging.LogRecord(name, level, CANARY, 1, msg, args, None, CANARY)
    record.__dict__.update(extra)
    line = json.loads(logs.Lines(["st-osmunds"]).format(record))
    assert set(line) <= ALLOWED
    assert CANARY not in json.dumps(line)
    assert line["event"] in {logs.ELSEWHERE, *(event for event, _ in logs.EVENTS.values())}
    for field, value in line.items():
        if field in logs.FIELDS:
            assert logs.FIELDS[field](value) == value
    assert line.get("school", "st-osmunds") == "st-osmunds"
