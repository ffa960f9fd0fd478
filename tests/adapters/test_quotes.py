"""The same policy as Word, PDF and text is the same text, although a program curled its quotation marks."""

from adapters.formats.quotes import typed
from knowledge.paragraphs import Paragraph


def test_curled_marks_are_given_back_as_they_were_typed() -> None:
    (found,) = typed([Paragraph("‘Friend’ requests: the pupil’s “page”, „so‟", "(i)", 2)])
    assert found == Paragraph('\'Friend\' requests: the pupil\'s "page", "so"', "(i)", 2)


def test_nothing_else_is_touched() -> None:
    text = "Staff – all of them… £5 ½ café é"
    assert typed([Paragraph(text)]) == (Paragraph(text),)
