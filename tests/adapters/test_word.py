"""A Word file is read as it prints: every word once, nothing that is hidden or deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters import ingest
from adapters.formats import text, word
from knowledge.clauses import clauses
from knowledge.paragraphs import Paragraph
from tests.adapters.word_files import STRICT, docx, family, item, lvl, num, p, printed, r, style, table, texts

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
NUMBERED = family(0, lvl(0, "%1.")) + num(1, 0)
HIDDEN = "<w:vanish/>"
DELETED_END = "<w:rPr><w:del/></w:rPr>"


def inserted(*runs: str) -> str:
    return f"<w:ins>{''.join(runs)}</w:ins>"


def deleted(words: str) -> str:
    return f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def run(inside: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def mark(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def a_field(code: str, result: str) -> str:
    return begun(code) + r(result) + mark("end")


def begun(code: str) -> str:
    return mark("begin") + run(f"<w:instrText>{code}</w:instrText>") + mark("separate")


def control(content: str, gallery: str = "") -> str:
    kind = f'<w:sdtPr><w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj></w:sdtPr>' if gallery else ""
    return f"<w:sdt>{kind}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for itself, once more for older programs."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:x>'
        f"<wps:txbx>{content}</wps:txbx></a:x></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )


def lines(body: str, styles: str = "", numbering: str = "") -> list[str]:
    return printed(docx(body, styles, numbering))


def test_words_are_kept_and_white_space_folded() -> None:
    body = p(r("Staff  must ") + r("be") + r("\n kind.\u00a0"))
    assert lines(body + p() + p("   ")) == ["Staff must be kind."]


def test_word_keeps_no_page_numbers() -> None:
    assert [paragraph.page for paragraph in word.read(docx(p("Staff must be kind.")))] == [None]


def test_a_file_in_the_strict_form_is_read_alike() -> None:
    assert printed(docx(item("Staff"), "", NUMBERED, namespace=STRICT)) == ["1. Staff"]


def test_a_part_in_utf_16_is_read_alike() -> None:
    wide = '<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{}"><w:body>{}</w:body></w:document>'
    data = wide.format("http://schemas.openxmlformats.org/wordprocessingml/2006/main", p("Café")).encode("utf-16")
    assert texts(docx("", more={"word/document.xml": data})) == ["Café"]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:t>Approved:</w:t><w:tab/><w:t>May</w:t>", "Approved: May"),
        ("<w:t>e</w:t><w:noBreakHyphen/><w:t>safety</w:t>", "e-safety"),
        ("<w:t>e\u2011safety</w:t>", "e-safety"),
        ("<w:t>safe</w:t><w:softHyphen/><w:t>guarding</w:t>", "safeguarding"),
        ("<w:t>safe\u00adguard\u200bing</w:t>", "safeguarding"),
        ('<w:t>tick </w:t><w:sym w:font="Wingdings" w:char="F0FC"/>', "tick ✓"),
        ('<w:t>at least </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>2</w:t>', "at least ≥2"),
        ('<w:t>a</w:t><w:sym w:font="Odd" w:char="F0FF"/><w:sym w:font="Odd" w:char="zz"/><w:t>b</w:t>', "ab"),
        ("<w:t>see</w:t><w:footnoteReference w:id='1'/><w:t> below</w:t>", "see below"),
        ('<w:t>one page</w:t><w:br w:type="page"/><w:t>and the next</w:t>', "one page and the next"),
        ("<w:t>kept</w:t><w:lastRenderedPageBreak/><w:t> whole</w:t>", "kept whole"),
    ],
)
def test_signs_are_read_as_they_print(inside: str, words: str) -> None:
    assert lines(p(run(inside))) == [words]


def test_words_inside_links_and_tags_are_kept() -> None:
    body = p(
        r("Ask ") + f"<w:hyperlink>{r('the ')}</w:hyperlink><w:smartTag>{r('designated ')}</w:smartTag>"
        f"<w:customXml>{r('safeguarding ')}</w:customXml><w:bdo>{control(r('lead'))}</w:bdo>"
        f"<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    )
    assert lines(body) == ["Ask the designated safeguarding leadx=1"]


def test_tracked_changes_are_taken_as_accepted() -> None:
    body = p(r("Staff ") + deleted("may ") + inserted(r("must ")) + r("ask."))
    moved = p(f"<w:moveFrom>{r('Moved.')}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>") + p(
        f"<w:moveTo>{r('Moved.')}</w:moveTo>", "<w:rPr><w:moveTo/></w:rPr>"
    )
    assert lines(body + moved) == ["Staff must ask.", "Moved."]


def test_a_deleted_paragraph_is_not_counted() -> None:
    gone = item(deleted("Gone"), more=DELETED_END)
    new = item(inserted(r("New")), more="<w:rPr><w:ins/></w:rPr>")
    assert lines(item("One") + gone + new + item("Three"), "", NUMBERED) == ["1. One", "2. New", "3. Three"]


def test_paragraphs_whose_border_is_deleted_are_one() -> None:
    assert lines(p("Staff must ", DELETED_END) + item("be kind.") + item("Two"), "", NUMBERED) == (
        ["1. Staff must be kind.", "2. Two"]
    )
    assert lines(p("The last", DELETED_END)) == ["The last"]
    assert lines(p("Above", DELETED_END) + table(("Inside",))) == ["Above", "Inside"]
    assert lines(p("Above", DELETED_END) + f"<w:customXml>{p('Inside')}</w:customXml>") == ["Above", "Inside"]


def test_deleted_rows_and_cells_are_gone() -> None:
    def row(properties: str, cell: str, words: str) -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{p(words)}</w:tc></w:tr>"

    rows = row("<w:del/>", "", "Gone.") + row("", "<w:cellDel/>", "Gone too.") + row("<w:ins/>", "", "Kept.")
    assert lines(f"<w:tbl>{rows}</w:tbl>") == ["Kept."]


def test_hidden_words_are_left_out() -> None:
    styles = style("Secret", runs=HIDDEN) + style("Quiet", based="Secret")
    styles += f'<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:rPr>{HIDDEN}</w:rPr></w:style>'
    noted = r("noted", '<w:rStyle w:val="Note"/>')
    again = r("again ", '<w:vanish w:val="0"/>')
    shown = r("Shown all the same", '<w:vanish w:val="false"/>')
    body = p(r("Shown ") + r("hidden ", HIDDEN) + again + noted) + p("Hidden by its style", style="Quiet")
    body += p(shown, '<w:rPr><w:vanish w:val="0"/></w:rPr>', "Secret")
    assert lines(body, styles) == ["Shown again", "Shown all the same"]


def test_a_hidden_paragraph_is_not_counted_but_an_empty_one_is() -> None:
    hidden = item(r("Gone", HIDDEN), more=f"<w:rPr>{HIDDEN}</w:rPr>")
    empty = item(r("Gone", HIDDEN))
    assert lines(item("One") + hidden + empty + item("Three"), "", NUMBERED) == ["1. One", "3. Three"]


def test_a_heading_may_share_its_line_with_the_text_behind_it() -> None:
    heading = item("Scope.", more=f"<w:rPr>{HIDDEN}<w:specVanish/></w:rPr>")
    assert lines(heading + p(" All staff.") + item("Two"), "", NUMBERED) == ["1. Scope. All staff.", "2. Two"]


def test_content_controls_are_kept() -> None:
    cell = f"<w:tc>{p('in a cell')}</w:tc>"
    rows = control(f"<w:tr>{control(cell)}</w:tr>")
    body = control(p("A block") + p(control(r("a run")))) + f"<w:tbl>{rows}</w:tbl>"
    assert lines(body) == ["A block", "a run", "in a cell"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    body = p(r("Before") + run(box(p("In the box")))) + p("After") + p(run(box(p("Alone"), table(("In a table",)))))
    assert lines(body) == ["Before", "In the box", "After", "Alone", "In a table"]


def test_a_box_inside_a_box_is_read_once() -> None:
    assert lines(p(run(box(p(r("Outer") + run(box(p("Inner")))))))) == ["Outer", "Inner"]


def test_of_alternatives_one_is_read() -> None:
    either = "<mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    both = f"<mc:AlternateContent>{either}</mc:AlternateContent>"
    assert lines(both.format(p("New"), p("Old")) + both.format("", p("Only"))) == ["New", "Only"]
    assert lines(p(both.format(r("New"), r("Old")) + run(both.format("<w:t> too</w:t>", "<w:t>no</w:t>")))) == [
        "New too"
    ]


def test_the_result_of_a_field_is_kept_and_its_code_is_not() -> None:
    body = p(r("See ") + a_field(' REF x "y" ', "5(ii)") + f'<w:fldSimple w:instr="DATE">{r(" of May")}</w:fldSimple>')
    nested = p(begun("IF ") + a_field("PAGE", "7") + r(" shown") + mark("end"))
    index_mark = p(mark("begin") + run("<w:instrText>XE</w:instrText>") + r("never") + mark("end") + r("Word"))
    assert lines(body + nested + index_mark) == ["See 5(ii) of May", "7 shown", "Word"]


def test_a_table_of_contents_is_left_out() -> None:
    styles = style("Verzeichnis1", name="toc 1")
    body = (
        p(begun('TOC \\o "1-3"') + r("Scope 3"), style="Verzeichnis1") + p("Aims 4") + p(r("Rules 5") + mark("end"))
        + control(p("Contents") + p("Scope 3"), "Table of Contents") + p("Scope 3", style="Verzeichnis1") + p("Policy")
        + f'<w:p><w:fldSimple w:instr=" TOC ">{r("Scope 3")}</w:fldSimple></w:p>'
    )  # fmt: skip
    assert lines(body, styles) == ["Policy"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert lines(p(r("One ") + mark("begin") + run("<w:instrText>PAGE</w:instrText>")) + p("Two")) == ["One", "Two"]
    assert lines(p(begun("TOC") + r("Scope 3")) + p("Policy")) == ["Scope 3", "Policy"]
    assert lines(p(mark("end") + mark("separate") + r("Policy"))) == ["Policy"]


def test_headers_and_footers_are_left_out() -> None:
    more = {"word/header1.xml": "<x/>", "word/footnotes.xml": "<x/>"}
    body = p("Policy") + '<w:sectPr><w:headerReference w:type="default"/></w:sectPr>'
    assert texts(docx(body, more=more)) == ["Policy"]


def test_a_word_file_becomes_a_policy_whatever_its_name_says(tmp_path: Path) -> None:
    data = docx(p("Phone Policy", style="Title") + item("Staff must keep phones away.", 1), "", NUMBERED)
    for name in ("phones.docx", "phones.txt"):
        (tmp_path / name).write_bytes(data)
        found = ingest.read(tmp_path / name)
        assert (found.title, [clause.label for clause in found.clauses]) == ("Phone Policy", ["1"])


@pytest.mark.needs("shared")
@pytest.mark.parametrize(("school", "count"), [("heathfield", 95), ("st-osmunds", 52)])
def test_a_real_policy_has_the_same_clauses_in_word_as_in_text(school: str, count: int) -> None:
    """But for the quotation marks, which Word had curled."""

    def told(read: tuple[Paragraph, ...]) -> list[tuple[str, ...]]:
        return [
            tuple(each.translate(STRAIGHT) for each in (c.label, c.text, c.number, c.kind, *c.lead_ins, *c.headings))
            for c in clauses(read)
        ]

    policies = SHARED / "policies"
    in_word = told(word.read((policies / f"{school}.docx").read_bytes()))
    assert in_word == told(text.read((policies / f"{school}.txt").read_bytes()))
    assert len(in_word) == count
