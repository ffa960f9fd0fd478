"""The documents that a school owes under data protection law, with its own live values filled in."""
