"""Makes the app that a school uploads to Teams: a zip of its manifest and two icons."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from reports.people import School

VERSION = "1.22"  # of Microsoft's manifest
SCHEMA = f"https://developer.microsoft.com/json-schemas/teams/v{VERSION}/MicrosoftTeams.schema.json"
ICONS = Path(__file__).parent / "icons"
SAID_IN_THE_ZIP = (1980, 1, 1, 0, 0, 0)  # no time of day, so that the same settings make the same bytes
SHORT = "Ask about school policy; report a concern privately."
LONG = (
    "Candour shows the clause of your school's policy that answers a question, word for word, with where it stands. "
    "It also takes private reports in a form, and passes each to the right person, never to anyone it is about."
)
COMMANDS = (  # what to type, and what it does; each is a word that the bot knows
    ("Report", "Tell the right person something in private"),
    ("Status", "See what has become of your report"),
    ("Inbox", "Open private items sent to you"),
    ("Policies", "List the policies I know"),
    ("Who can see this?", "Read who could see what you tell me"),
    ("Help", "See what I can do"),
)


def manifest(app: str, address: str, school: School) -> dict[str, Any]:
    """`address`: where this server is reached. The school's own policies are its terms."""
    terms = f"{address}/policies/{school.id}"
    commands = [{"title": title, "description": description} for title, description in COMMANDS]
    lists = [{"scopes": ["personal"], "commands": commands}]
    return {
        "$schema": SCHEMA,
        "manifestVersion": VERSION,
        "version": "1.0.0",
        "id": app,
        "developer": {
            "name": school.name[:32],
            "websiteUrl": address,
            "privacyUrl": terms,
            "termsOfUseUrl": terms,
        },
        "name": {"short": "Candour", "full": "Candour: school policies and private reports"},
        "description": {"short": SHORT, "full": LONG},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#1F3D5A",
        "localizationInfo": {"defaultLanguageTag": "en-gb"},
        "bots": [
            {
                "botId": app,
                "scopes": ["personal", "team"],
                "supportsFiles": False,
                "isNotificationOnly": False,
                "supportsCalling": False,
                "supportsVideo": False,
                "commandLists": lists,
            }
        ],
        "composeExtensions": [{"botId": app, "commands": [REPORT_THIS]}],
        "validDomains": [urlsplit(address).hostname or ""],
        "permissions": ["identity", "messageTeamMembers"],
    }


REPORT_THIS = {
    "id": "report",
    "type": "action",
    "title": "Report this message",
    "description": "Opens the private form, with a link to the message",
    "context": ["message"],
    "fetchTask": True,
}


def package(app: str, address: str, school: School) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        _put(zipped, "manifest.json", json.dumps(manifest(app, address, school), indent=2).encode())
        for name in ("color.png", "outline.png"):
            _put(zipped, name, (ICONS / name).read_bytes())
    return made.getvalue()


def _put(zipped: zipfile.ZipFile, name: str, content: bytes) -> None:
    zipped.writestr(zipfile.ZipInfo(name, SAID_IN_THE_ZIP), content, zipfile.ZIP_DEFLATED)
