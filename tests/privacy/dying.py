"""A process that destroys the planted report and kills itself at a step: `python -m tests.privacy.dying STEP`.

It dies right after the step, or with a minus sign (`-destroy`) right before.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from adapters import erasing
from adapters.stores.erasure import Erasure
from reports.ageing import QUIET
from tests.privacy.planted import ID, YEARS, Clock
from tests.processes.dying import Mortal
from tests.processes.terminal import house


class MortalStore(Mortal):
    """Dies in the middle of a transaction too, once so many of its statements were run."""

    def transaction(self) -> Any:
        return self._deadly(self.real.transaction, f"{self.name}.transaction")()


if __name__ == "__main__":
    opened = house(Path.cwd(), Clock(YEARS))
    step = sys.argv[1]
    certificates = Mortal(erasing.certificates(opened, "sample"), "certificates", step)
    store = MortalStore(opened.database, "database", step)
    Erasure(store, certificates, opened.vault, "sample").erase(ID, QUIET, YEARS)  # type: ignore[arg-type]
    sys.exit(f"{step} never happened.")
