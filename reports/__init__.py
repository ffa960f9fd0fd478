"""What staff report, who may be told, and what becomes of it."""
