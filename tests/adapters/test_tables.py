"""The tables that ship with the program can be read, and say what they must."""

from __future__ import annotations

from adapters.tables import ENGLISH, lines, shipped


def test_the_tables_are_read_once() -> None:
    assert shipped() is shipped()


def test_common_words_say_little_and_rare_ones_much() -> None:
    tables = shipped()
    assert (
        tables.importance("the") < tables.importance("people") < tables.importance("phone") < tables.importance("libel")
    )
    assert tables.importance("zzyzx") == 1.0


def test_a_plural_is_as_telling_as_its_singular() -> None:
    assert shipped().importance("photographs") <= shipped().importance("photograph")


def test_the_table_of_english_names_its_source_and_its_licence() -> None:
    head = " ".join(line for line in lines(ENGLISH) if line.startswith("#"))
    assert "wordfreq" in head
    assert "CC BY-SA 4.0" in head
    assert "Kevin Atkinson" in head
