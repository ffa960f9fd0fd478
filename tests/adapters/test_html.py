"""Web pages become the clauses that a browser shows; what is no readable policy gets a sentence, soon."""

from __future__ import annotations

import time
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from adapters.formats import Unreadable, html, text
from adapters.formats.html.numbers import printed
from knowledge.clauses import clauses
from knowledge.paragraphs import Style

POLICIES = Path(__file__).resolve().parents[2].parent / "shared" / "policies"


def read(page: str) -> list[str]:
    """Each paragraph with its marker, indented by its level."""
    return ["  " * p.level + f"{p.marker} {p.text}".strip() for p in html.read(f"<body>{page}</body>".encode())]


# A page, and the paragraphs that it shows.
PAGES = [
    ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
    ("<p>One.<p>Two.", ["One.", "Two."]),
    ("<p>Pets\n  stay   at&nbsp;<b>home</b> &amp; out&shy;side.</p>", ["Pets stay at home & outside."]),
    ("<p>Caf&eacute; &#8211; &#x2019;til &pound;5 &bogus; 3 < 4</p>", ["Café – ’til £5 &bogus; 3 < 4"]),
    ("<div>Outer<div>inner</div>after</div>", ["Outer", "inner", "after"]),
    ("<p>One sentence<br>on two lines.</p>", ["One sentence on two lines."]),
    ("<p>Staff must:<br>- knock<br>- wait</p>", ["Staff must:", "- knock", "- wait"]),
    ("<p>One.<br><br>Two.</p>", ["One.", "Two."]),
    ("<ul><li>A<li>B<ul><li>C</ul><li>D</ul>", ["  • A", "  • B", "    ○ C", "  • D"]),
    ("<ol><li>A<li>B</ol><p>C</p>", ["  1. A", "  2. B", "C"]),
    ("<ol><li>A<ol type=a><li>B<li>C</ol><li>D</ol>", ["  1. A", "    a. B", "    b. C", "  2. D"]),
    ("<ol type=i start=3><li>A<li>B</ol>", ["  iii. A", "  iv. B"]),
    ("<ol type=I><li>A</ol><ol type=A start=27><li>B</ol>", ["  I. A", "  AA. B"]),
    ("<ol reversed><li>A<li>B<li>C</ol>", ["  3. A", "  2. B", "  1. C"]),
    ("<ol><li>A<li value=7>B<li>C</ol>", ["  1. A", "  7. B", "  8. C"]),
    ("<ol style='list-style-type: lower-roman'><li>A</ol>", ["  i. A"]),
    ("<ol style='list-style: none'><li>4.1 A</ol>", ["  4.1 A"]),
    ("<ol><li><p>A</p><p>B</p><li>C</ol>", ["  1. A", "  B", "  2. C"]),
    ("<ol><li><ol type=a><li>A</ol></ol>", ["  1.", "    a. A"]),
    ("<ol><li></li><li>A</ol>", ["  2. A"]),
    ("<dl><dt>Pet<dd>Any animal.</dl>", ["Pet Any animal."]),
    (
        "<p>A<dl><dt>Pet<dt>Beast<dd>Any animal.<dt>Vet<dd>Ms Elm</dl><p>B",
        ["A", "Pet Beast Any animal.", "Vet Ms Elm", "B"],
    ),
    ("<dl><dt>Pet<dd>Any animal but:<ul><li>A</ul></dl>", ["Pet", "Any animal but:", "  • A"]),
    ("<table><tr><th>Post<th>Name<tr><td>Nurse<td>Ms Elm</table>", ["Post Name", "Nurse Ms Elm"]),
    ("<table><tr><td>Approved by<td>Governors</table>", ["Approved by: Governors"]),
    ("<table><tr><td>Do<ul><li>A</ul><td>Do not<ul><li>B</ul></table>", ["Do", "  • A", "Do not", "  • B"]),
    ("<table><tr><td>A<table><tr><td>B<td>C</table>D<td>E</table>", ["A", "B C", "D", "E"]),
    ("<pre>- one\n- two</pre>", ["- one", "- two"]),
    ("<p>Keep <del>ten</del> twelve <s>or so</s> pounds.</p>", ["Keep twelve pounds."]),
    ("<p>Hats <span hidden>and <span>wigs</span> too</span>are fine.</p>", ["Hats are fine."]),
    ("<p hidden>No<p>Yes", ["Yes"]),
    ("<div style='display: none'><p>No</p></div><p aria-hidden=true>No</p><p>Yes", ["Yes"]),
    ("<script>if (a<b) '<p>No</p>'</script><style>p{}</style><template><p>No</template><p>Yes", ["Yes"]),
    ("<!-- <p>No --><p>Yes<!doctype x><?php 1 ?>", ["Yes"]),
    ("<nav><a>Home</a></nav><header>School</header><p>Yes</p><aside>No</aside><footer>No</footer>", ["Yes"]),
    ("<p>Menu</p><main><header><p>Yes</p></header><p>And yes</p></main><p>Cookies</p>", ["Yes", "And yes"]),
    ("<p>Menu</p><article><p>Yes</p></article><p>Cookies</p>", ["Yes"]),
    ("<main></main><p>Yes, all of it</p>", ["Yes, all of it"]),
    ("<p title='a > b'>Yes</p>", ["Yes"]),
    ("<b>Yes</p></div></table> and</b> yes", ["Yes", "and yes"]),
]


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_a_page_is_read_as_a_browser_shows_it(page: str, expected: list[str]) -> None:
    assert read(page) == expected


def test_headings_have_their_rank_and_bold_lines_none() -> None:
    found = html.read(b"<h1>Pets</h1><h3>Dogs</h3><p><strong>Big dogs</strong></p><p>They <b>bark</b>.</p>")
    heading = Style.HEADING
    assert [(p.style, p.rank) for p in found] == [(heading, 1), (heading, 3), (heading, 0), (Style.BODY, 0)]


def test_the_title_is_the_page_s_own_where_no_heading_shows_it() -> None:
    page = "<title>Pet Policy</title><h2>Dogs</h2><p>Dogs stay at home.</p>"
    first = html.read(page.encode())[0]
    assert (first.text, first.style) == ("Pet Policy", Style.TITLE)
    assert html.read(page.replace("h2", "h1").encode())[0].text == "Dogs"


def test_a_page_becomes_numbered_clauses() -> None:
    page = """<title>x</title><h1>Garden Policy</h1><ol><li><h2>Plants</h2><ol type="a">
        <li>Staff must:<ul><li>water them</li><li>weed them</li></ul></li><li>Nobody else waters them.</li></ol></li>
        <li><h2>Tools</h2><ol type="a"><li>Tools are kept in the shed.</li></ol></li></ol>"""
    found = clauses(html.read(page.encode()))
    numbered = {c.label: c.text for c in found if c.number}
    assert numbered == {
        "1(a)": "Staff must:",
        "1(b)": "Nobody else waters them.",
        "2(a)": "Tools are kept in the shed.",
    }
    assert {c.lead_ins for c in found if c.text in {"water them", "weed them"}} == {("Staff must:",)}


LETTERS = [
    ("<p>Café</p>".encode(), "Café"),
    ("\ufeff<p>Café</p>".encode(), "Café"),
    ("<p>Café</p>".encode("utf-16"), "Café"),
    ("<p>‘Café’</p>".encode("cp1252"), "‘Café’"),
    ("<meta charset='windows-1250'><p>Žádost</p>".encode("cp1250"), "Žádost"),
    ("<meta charset=iso-8859-1><p>‘Café’</p>".encode("cp1252"), "‘Café’"),
    ("<meta charset=utf-8><p>Café</p>".encode("cp1252"), "Café"),
    ("<meta charset=idna><p>Café</p>".encode(), "Café"),
]


@pytest.mark.parametrize(("data", "expected"), LETTERS)
def test_letters_are_read_by_the_page_s_own_word_or_by_what_fits(data: bytes, expected: str) -> None:
    assert [p.text for p in html.read(data)] == [expected]


NUMBERS = [
    (1, "a", "a"),
    (26, "a", "z"),
    (27, "a", "aa"),
    (53, "A", "BA"),
    (4, "i", "iv"),
    (49, "I", "XLIX"),
    (0, "a", "0"),
]


@pytest.mark.parametrize(("number", "kind", "expected"), NUMBERS)
def test_numbers_are_printed_as_browsers_do(number: int, kind: str, expected: str) -> None:
    assert printed(number, kind) == expected


def test_text_without_a_tag_is_read_as_text() -> None:
    assert [p.text for p in html.read(b"# Pets\n\nDogs stay at home.")] == ["Pets", "Dogs stay at home."]


def test_a_picture_written_into_the_page_does_no_harm() -> None:
    assert read(f"<p>Before<img src='data:image/png;base64,{'AbC/+=' * 500_000}'> after</p>") == ["Before after"]


N = 30_000
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "ten thousand levels": (lambda: b"<div>" * 10_000 + b"x", "nested too deeply"),
    "lists in lists": (lambda: b"<ul><li>x" * 10_000, "nested too deeply"),
    "tables in tables": (lambda: b"<table><tr><td>x" * 10_000, "nested too deeply"),
    "hidden in hidden": (lambda: b"<span hidden>" * 10_000 + b"x", "nested too deeply"),
    "too many tags": (lambda: b"<p>x" * 100_000, "more than a policy"),
    "one endless paragraph": (lambda: b"<p>" + b"must not " * 50_000, "as long as a book"),
    "nothing": (lambda: b"", "empty"),
    "nothing to see": (lambda: b"<html><body><p> </p><script>x</script></body></html>", "shows no text"),
    "a Word file": (lambda: b"PK\x03\x04\0\0<p>x</p>", "not a web page"),
    "too large": (lambda: b"<p>x</p>" * 2_000_000, "larger than 10 MB"),
}
READ: dict[str, Callable[[], bytes]] = {
    "bold in bold": lambda: b"<b>" * N + b"x",
    "fonts that are never closed": lambda: b"".join(b"<font a=%d>" % n for n in range(N)) + b"<p>x",
    "ends without a beginning": lambda: b"<div>" * 400 + b"x</span></p>" * N,
    "open quotes": lambda: b"<p>x" + b"<a b=\"'" * N,
    "tags in quotes": lambda: b"<p>x" + b'<a ">"' * N + b"'",
    "open tags": lambda: b"<p>x" + b"<a " * N,
    "open comments": lambda: b"<p>x" + b"<!--" * N,
    "open declarations": lambda: b"<p>x" + b"<![CDATA[" * N,
    "a tag of attributes": lambda: b"<p " + b" ".join(b"a%d=b" % n for n in range(N)) + b">x",
    "a number of thousands of digits": lambda: b"<p>x &#" + b"9" * 10_000 + b"; &#x" + b"f" * 10_000,
    "breaks": lambda: b"<p>x" + b"<br>" * N,
    "angle brackets": lambda: b"<p>x" + b" <" * N,
    "spaces": lambda: b"<p>x<a b" + b" " * 1_000_000 + b"y",
}


def taken(data: bytes) -> float:
    began = time.monotonic()
    html.read(data)
    return time.monotonic() - began


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_that_is_no_policy_gets_a_sentence_soon(name: str) -> None:
    data, said = REFUSED[name][0](), REFUSED[name][1]
    began = time.monotonic()
    with pytest.raises(Unreadable, match=said) as refusal:
        html.read(data)
    assert str(refusal.value).endswith(".")
    assert time.monotonic() - began < 4  # it is one at most where nothing else runs


@pytest.mark.parametrize("name", READ)
def test_a_broken_page_is_read_for_what_it_shows_and_soon(name: str) -> None:
    assert taken(READ[name]()) < 4


def test_the_time_grows_only_with_the_length() -> None:
    small, large = (taken(b"<p>x" + b'<a ">"' * n + b"'") for n in (5_000, 40_000))
    assert large < 40 * small + 0.5  # eight times, were the machine quiet; a parser that looks back takes 64


def page_of(policy: str) -> bytes:
    """The text of a policy, each line a paragraph."""
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in policy.splitlines() if line.strip())
    return f"<html><head><title>School</title></head><body><nav>Menu</nav><main>{lines}</main></body></html>".encode()


@pytest.mark.needs("shared")
def test_a_real_policy_has_the_same_clauses_as_a_page_and_as_text() -> None:
    printed_text = (POLICIES / "heathfield.txt").read_text(encoding="utf-8")
    as_text = [(c.label, c.text) for c in clauses(text.read(printed_text.encode()))]
    as_page = [(c.label, c.text) for c in clauses(html.read(page_of(printed_text)))]
    assert as_page == as_text
