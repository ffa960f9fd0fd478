"""Makes knowledge/data/english.txt, which says how common the words of general English are; run by hand.

pip install wordfreq; apt install wbritish
python tests/measure/background.py /usr/share/dict/british-english > knowledge/data/english.txt
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

LEAST = 2.2  # Zipf: about one in six million words
HEADER = """\
# How common the words of general English are: a Zipf frequency (log10 of the uses in a billion words), then its words.
#
# Frequencies: wordfreq 3.1.1 by Robyn Speer, https://github.com/rspeer/wordfreq, whose data is under CC BY-SA 4.0,
# https://creativecommons.org/licenses/by-sa/4.0/; so this table is under CC BY-SA 4.0 too, whatever the licence of
# the program. Changed: cut to plain words of a frequency of 2.2 and more that SCOWL spells, rounded to one digit, by
# tests/measure/background.py.
#
# Spelling: SCOWL's British words (Debian's wbritish). The collective work is Copyright 2000-2011 by Kevin Atkinson as
# well as any of the copyrights mentioned in its README. Permission to use, copy, modify, distribute and sell these
# word lists, the associated scripts, the output created from the scripts, and its documentation for any purpose is
# hereby granted without fee, provided that the above copyright notice appears in all copies and that both that
# copyright notice and this permission notice appear in supporting documentation. Kevin Atkinson makes no
# representations about the suitability of this array for any purpose. It is provided "as is" without express or
# implied warranty.
"""


def main(dictionary: str) -> None:
    from wordfreq import top_n_list, zipf_frequency  # type: ignore[import-not-found]  # not installed by the project

    spelled = {word.strip() for word in Path(dictionary).read_text().splitlines()}
    by_frequency: defaultdict[float, list[str]] = defaultdict(list)
    for word in top_n_list("en", 120_000):
        if re.fullmatch(r"[a-z]+", word) and word in spelled:
            by_frequency[round(zipf_frequency(word, "en"), 1)].append(word)
    sys.stdout.write(HEADER)
    for frequency in sorted((f for f in by_frequency if f >= LEAST), reverse=True):
        print(frequency, *sorted(by_frequency[frequency]))


if __name__ == "__main__":
    main(sys.argv[1])
