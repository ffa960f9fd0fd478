"""What the doctor finds in the ready school, without what it finds in every small one."""

from __future__ import annotations

from pathlib import Path

from adapters.doctor.findings import Weight
from tests.adapters.ready_school import examined, of_weight
from tests.mail_sink import free_port

DEVELOPMENT = "settings: CANDOUR_ENV is development: write production in .env once real reports may come."
TWO_AT_ONCE = [
    "routes: A single recipient and no backup: 7 of 50 routes about oneself, or about two people at once.",
    "routes: If Viv Vice is away, or is the one who reports, nobody in school is left for 7 routes.",
]
MAIL_PORT = free_port()
PRODUCTION = {
    "CANDOUR_ENV": "production",
    "CANDOUR_DISK": "kept",
    "SMTP_URL": f"smtp://127.0.0.1:{MAIL_PORT}?from=candour@school.example",
}


def musts(folder: Path, **environ: str) -> list[str]:
    return of_weight(Weight.MUST, examined(folder, **environ))


def worths(folder: Path, **environ: str) -> list[str]:
    """What is worth knowing of this school, and not of every small one in development."""
    found = of_weight(Weight.WORTH, examined(folder, **environ))
    return [says for says in found if says not in (DEVELOPMENT, *TWO_AT_ONCE)]
