"""A good key, and the faults that are told of settings, for every test of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.faults import Faults
from adapters.settings import read

KEY = bytes(range(100, 132))


def faults_of(environ: dict[str, str], folder: Path) -> tuple[str, ...]:
    with pytest.raises(Faults) as told:
        read(environ, folder)
    return told.value.lines
