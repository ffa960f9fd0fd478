"""What is no readable PDF gets a sentence, soon, and spoils nothing else."""

from __future__ import annotations

import random
import time
import zlib

import pytest

from adapters.formats import Unreadable, pdf
from knowledge.clauses import clauses
from knowledge.paragraphs import Style
from tests.adapters.pdf_files import At, column, document, printed

CYCLES = ("Staff who cycle to work leave their bicycles in the rack by", "the kitchen door and lock them there.")


def form(content: bytes) -> bytes:
    """A drawing that may draw itself."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 3 0 R>>>>"
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (kind, len(content), content)


def locked() -> bytes:
    key = b"/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<%s>/U<%s>>>/ID[<00><00>]" % (b"28" * 32, b"5e" * 32)
    return document(column(72, 700, *CYCLES)).replace(b"/Root 1 0 R", b"/Root 1 0 R" + key)


WORDS = b"BT /F1 10 Tf 72 700 Td (A page that says something.) Tj ET "
HOSTILE = {
    "nothing": (b"", "not a PDF"),
    "words": (b"Staff must be kind.", "not a PDF"),
    "a head alone": (b"%PDF-1.7\n", "damaged"),
    "half a file": (document(column(72, 700, *CYCLES))[:400], "damaged"),
    "a locked file": (locked(), "password"),
    "scans": (printed([b""] * 5), "pictures of pages"),
    "scans with a cover": (printed([WORDS, *[b""] * 5]), "pictures of pages"),
    "too many pages": (printed([b""] * 1_001), "more than 1,000 pages"),
    "a drawing in itself": (printed([b"/X Do " * 50], more=[form(b"/X Do " * 12)]), "PDF"),
    "a bomb": (printed([zlib.compress(b"q " * 20_000_000)], filter=b"/Filter/FlateDecode"), "PDF"),
    "open brackets": (b"%PDF-1.7\n1 0 obj" + b"[<<" * 300_000, "damaged"),
    "noise": (b"%PDF-1.7\n" + bytes((n * n) % 251 for n in range(300_000)), "damaged"),
    "too large": (b"%PDF-1.7\n" + b" " * (21 << 20), "larger than 20 MB"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_a_sentence_soon(name: str) -> None:
    data, said = HOSTILE[name]
    began = time.monotonic()
    with pytest.raises(Unreadable, match=said) as refusal:
        pdf.read(data)
    assert str(refusal.value).endswith(".")
    assert time.monotonic() - began < 4  # it is two at most where nothing else runs


def test_one_broken_file_does_not_spoil_the_next() -> None:
    with pytest.raises(Unreadable):
        pdf.read(HOSTILE["half a file"][0])
    assert [p.text for p in pdf.read(document(column(72, 700, *CYCLES)))] == [" ".join(CYCLES)]


def test_words_strewn_over_the_page_are_all_read() -> None:
    """Found a table all of whose left column stood above it."""
    chance = random.Random(1)  # noqa: S311 - places, no secrets
    words = ("pets", "• dogs", "4.1 cats stay", "Hats are worn", "two long lines of running text")

    def page() -> list[At]:
        return [
            (chance.randrange(60, 400, 20), chance.randrange(130, 700, 7), chance.choice(words))
            for _ in range(chance.randrange(2, 40))
        ]

    pages = [page() for _ in range(100)]
    found = " ".join(p.text for p in pdf.read(document(*pages)))
    for word in words:
        assert word.split()[-1] in found


SCANNED = b"q 500 0 0 700 40 60 cm /X Do Q"
BROKEN_OFF = (
    b"Keys are kept in the safe.) Tj 0 -40 Td (Every member of staff who is the last to leave must not",
    b"be left alone with the keys.",
)


def scanned_among_others() -> bytes:
    """Words, a scan, words, a scan with the number of its page, words, and a page that is blank."""
    one, two = (b"BT /F1 10 Tf 72 700 Td (%s) Tj ET" % words for words in BROKEN_OFF)
    picture = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    pages = [one, SCANNED, two, b"BT /F1 10 Tf 72 40 Td (4) Tj ET " + SCANNED, two, b""]
    return printed(pages, more=[b"<<%s/Length 1>>stream\n\x7f\nendstream" % picture])


def test_scanned_pages_among_others_are_told_and_nothing_is_joined_over_one() -> None:
    """Else "Staff must not" and "be left alone" would be a rule that nobody made."""
    found = pdf.read(scanned_among_others())
    assert [each.page for each in found if each.style is Style.PICTURE] == [2, 4]
    assert [clause.page for clause in clauses(found)] == [1, 1, 3, 5]


def test_a_cover_that_is_a_picture_with_a_title_is_no_scan() -> None:
    cover = b"BT /F1 30 Tf 72 700 Td (Keys Policy) Tj ET " + SCANNED
    found = pdf.read(printed([cover, b"BT /F1 10 Tf 72 700 Td (Keys are kept in the safe.) Tj ET"]))
    assert [each.text for each in found] == ["Keys Policy", "Keys are kept in the safe."]
