"""A worker whose claims lapse after a second, for the school in the working folder.

Run it by `python -m tests.processes.carrying`. The real one takes a minute to give up on a worker that died, which is
longer than a test may last.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from adapters.assembly import now
from adapters.worker import Worker
from tests.processes.terminal import house

if __name__ == "__main__":
    opened = house(Path.cwd())
    worker = Worker((opened.round(opened.school("sample")),), now, lease=timedelta(seconds=1))
    print("Carrying.", flush=True)
    worker.run()
