"""The whole routing matrix, for governors: in words, in a terminal, as a page."""
