"""Writes down how many tests there are (`make count`), counted where ../shared is not, so that it holds everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def files() -> list[str]:
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(git, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


def collected(folder: Path, *of: str) -> int:
    command = [sys.executable, "-m", "pytest", "--collect-only", *of]
    said = subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True).stdout
    found = re.search(r"^(\d+) tests? collected", said, re.MULTILINE)
    if not found:
        sys.exit(f"The tests could not be collected, so I counted nothing.\n{said}")
    return int(found[1])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in files():
            copy = Path(folder, "checkout", name)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy)
        count, private = (collected(Path(folder, "checkout"), *of) for of in ((), ("tests/privacy",)))
    (ROOT / "tests" / "expected_count").write_text(f"{count}\n")
    (ROOT / "tests" / "privacy" / "expected_count").write_text(f"{private}\n")
    print(f"{count} tests, written to tests/expected_count; {private} of them are the privacy suite's.")


if __name__ == "__main__":
    main()
