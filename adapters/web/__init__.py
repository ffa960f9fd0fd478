"""The web process: clause pages, the recipient desk, and whether the process is alive; other doors are added to it."""
