"""Set-up on a fresh machine: quick the second time, and a sentence for whatever is wrong."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import install

ROOT = Path(__file__).resolve().parents[1]
OLD = [f"python{version}" for version in ("2.7", "3.6", "3.7", "3.8", "3.9", "3.10")]
ASK = "import sys; print('%d.%d ' % sys.version_info[:2] + sys.executable)"
WRONG = "Candour needs Python 3.11, 3.12 or 3.13; this is {}. "
UNREACHABLE = "I could not reach the Python package index"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what set-up reads."""
    for name in ("install.py", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def run(checkout: Path, *arguments: str, python: str = sys.executable, **settings: str) -> tuple[int, str]:
    """The exit status and what was said, with no settings but these."""
    command = [python, str(checkout / "install.py"), *arguments]
    home = str(checkout / "home")
    environment = {"PATH": "", "HOME": home, "PIP_CONFIG_FILE": os.devnull} | settings
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def stamp(checkout: Path, **other: str) -> None:
    """A finished set-up, as far as set-up can see."""
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    (checkout / ".venv" / "pyvenv.cfg").touch()
    digests = install.wanted(install.version(), dev=False)
    place = f"{checkout.resolve()} {checkout.resolve() / '.venv'}"
    lines = [f"{key} {value}\n" for key, value in {**digests, "place": place, **other}.items()]
    (checkout / ".venv" / "set-up.txt").write_text("".join(lines))


@pytest.mark.parametrize("python", ["2.7", "3.6", "3.10", "3.14"])
def test_the_wrong_python_is_told_which_is_right(python: str) -> None:
    assert install.unfit(python).startswith(WRONG.format(python))
    assert "make chat PYTHON=python3.12" in install.unfit(python)


def test_a_python_without_venv_is_told_what_to_install() -> None:
    assert "apt install python3.11-venv" in install.unfit("3.11")


def test_every_old_python_here_says_one_sentence_and_no_traceback(checkout: Path) -> None:
    """On a machine with no old Python there is nobody to ask; that it could read the file is checked below."""
    for python in filter(None, map(shutil.which, OLD)):
        asked = subprocess.run([python, "-c", ASK], capture_output=True, text=True, check=False)
        if asked.returncode == 0:  # a version manager's stand-in may not start
            version, itself = asked.stdout.split(None, 1)
            assert run(checkout, python=itself.strip()) == (2, install.unfit(version) + "\n")


def test_nothing_in_it_is_too_new_for_an_old_python_to_read() -> None:
    code = ast.parse((ROOT / "install.py").read_text(encoding="ascii"))
    new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Starred, ast.Match, ast.AsyncFunctionDef, ast.Nonlocal)
    assert [node.lineno for node in ast.walk(code) if isinstance(node, new)] == []
    functions = [node for node in ast.walk(code) if isinstance(node, ast.FunctionDef)]
    assert not [f.name for f in functions if f.returns or f.args.kwonlyargs or any(a.annotation for a in f.args.args)]


def test_without_network_it_says_so_in_one_sentence(checkout: Path) -> None:
    status, said = run(checkout, PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert status == 2
    assert said.splitlines()[-1].startswith(UNREACHABLE)
    assert not (checkout / ".venv" / "set-up.txt").exists(), "a set-up that failed leaves no stamp"


def test_the_second_run_only_looks(checkout: Path) -> None:
    stamp(checkout)
    began = time.perf_counter()
    assert run(checkout, "--quiet") == (0, "")
    assert time.perf_counter() - began < 2  # 40 ms where nothing else is going on


def test_a_changed_project_is_noticed(checkout: Path) -> None:
    stamp(checkout)
    with (checkout / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    status, said = run(checkout)
    assert (status, "already" in said) == (2, False)  # it tries to install, and this Python is none


@pytest.mark.parametrize("key", ["place", "python", "runtime"])
def test_another_place_python_or_lock_is_set_up_anew(key: str) -> None:
    wants = install.wanted("3.12", dev=False)
    assert install.remaining({**wants, key: "another"}, wants) == ["venv", "runtime", "project"]


def test_the_tests_tools_are_added_to_what_is_there() -> None:
    wants = install.wanted("3.12", dev=True)
    has = {key: value for key, value in wants.items() if key != "dev"}
    assert install.remaining(has, wants) == ["dev"]
    assert install.remaining(wants, wants) == []
    assert install.remaining({}, wants) == ["venv", "dev", "project"]


def test_a_step_that_fails_is_done_again_and_takes_nothing_else_with_it(checkout: Path) -> None:
    """Without network, `make test` fails, and `make chat` must still start."""
    stamp(checkout)
    assert run(checkout, "--dev")[0] == 2
    assert run(checkout, "--quiet") == (0, "")


def test_a_folder_that_set_up_did_not_make_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "precious").touch()
    status, said = run(checkout)
    assert status == 2
    assert said.splitlines()[-1].endswith("is not a virtual environment. Move it away, then run make again.")
    assert (checkout / ".venv" / "precious").exists()


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "A package is not the one"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "I could not check the certificate"),
        ("WARNING: Retrying (Retry(total=1, connect=None)) after connection broken by ...", UNREACHABLE),
        ("ERROR: No matching distribution found for cryptography==1", "The Python package index has no ready-made"),
        ("error: [Errno 13] Permission denied: '/x'", "I may not write in"),
        ("something new", "Set-up failed. What pip said stands in"),
    ],
)
def test_what_pip_says_becomes_a_sentence(words: str, meaning: str) -> None:
    assert install.meaning(f"Collecting numpy\n{words}\n").startswith(meaning)


def test_settings_that_send_packages_elsewhere_do_not_reach_pip() -> None:
    kept = [
        name
        for name in ("PIP_TARGET", "PIP_USER", "PIP_INDEX_URL", "PIP_CERT", "HOME")
        if install.PIP_SETTINGS.match(name)
    ]
    assert kept == ["PIP_INDEX_URL", "PIP_CERT", "HOME"]


def pins(name: str) -> dict[str, frozenset[str]]:
    """Each locked package with its version and conditions, and the digests of its files."""
    entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text())[1:]
    return {entry.split(" \\")[0]: frozenset(re.findall(r"sha256:([0-9a-f]{64})", entry)) for entry in entries}


def versions(name: str) -> dict[str, frozenset[str]]:
    return {pin.split(" ;")[0]: digests for pin, digests in pins(name).items()}


def test_the_lock_holds_digests_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert all(pins(name).values())
        assert not re.search(r"https?://|file:|--index-url|--find-links|/home|/root", (ROOT / name).read_text())


def test_the_tests_run_on_the_very_versions_that_are_shipped() -> None:
    """Of one version and the same files; what only tests need may want a package on one more platform."""
    shipped, tested = versions("requirements.lock"), versions("requirements-dev.lock")
    assert shipped.items() <= tested.items()


def test_the_lock_serves_every_platform() -> None:
    """A package with compiled parts has a file for each platform and each Python, not only for the locker's own."""
    compiled = ("aiohttp", "cryptography", "numpy", "pystemmer", "rapidfuzz")
    digests = {pin.split("==")[0]: found for pin, found in pins("requirements.lock").items()}
    assert all(len(digests[name]) > 20 for name in compiled)
