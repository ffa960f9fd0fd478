"""How a database says that it can't be used just now, whichever it is."""

from __future__ import annotations

import sqlite3

from adapters.stores.migrations import NotLaid
from adapters.stores.rows import Unusable

AWAY = (Unusable, NotLaid, sqlite3.Error)
