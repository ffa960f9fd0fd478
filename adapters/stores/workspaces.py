"""The bot's token of each Slack workspace, sealed under the school's key."""

from __future__ import annotations

from adapters.stores.rows import Store
from adapters.vault import Erased, Vault

NAME = "workspaces"  # the name of the key that seals them


class StoredWorkspaces:
    def __init__(self, store: Store, vault: Vault) -> None:
        self._store, self._vault = store, vault

    def keep(self, team: str, token: str) -> None:
        row = {"team": team, "sealed": self._vault.seal(NAME, token.encode(), team)}
        with self._store.transaction() as rows:
            rows.put("workspaces", [row], key=("team",))

    def token(self, team: str) -> str | None:
        with self._store.reading() as rows:
            row = next(iter(rows.find("workspaces", {"team": team})), None)
        try:
            return self._vault.open(NAME, row["sealed"], team).decode() if row else None
        except Erased:
            return None
