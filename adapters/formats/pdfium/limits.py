"""How much of a PDF is read, and how long that may take."""

from __future__ import annotations

LARGEST_FILE = 20 * 1024 * 1024  # bytes
MOST_PAGES = 1_000
MOST_LETTERS = 60_000  # on one page: ten times what can be read on it
MOST_LETTERS_IN_ALL = 6_000_000
MOST_OBJECTS = 5_000  # of one page, that are looked at for the lines of a table
FEWEST_ON_A_PAGE = 6  # letters: less is the number of a scanned page
FEWEST_LETTERS = 20  # in a whole file: less is a stamp on a scan

MOST_MEMORY = 1024 * 1024 * 1024  # bytes of address space, where the system can be told
AT_FIRST = 1.3  # seconds, from when pdfium is at hand
A_PAGE = 0.03  # seconds more for each page that is done: three times what a full one takes
LONGEST = AT_FIRST + A_PAGE * MOST_PAGES + 20  # seconds, start included: should the process not stop itself

TOO_SLOW = 3  # what the process says by its exit
