"""The statistics as one page that needs no network: a chart of the months and a table, for each term."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.statistics_words import NOTE, NOTHING_YET, figure, label
from adapters.web.markup import Html, document, each, styled, tag
from reports.figures import TOTAL, Figures

HIGH, WIDE, STEP = 160, 48, 96  # of the chart, of a bar, and from one bar to the next; in pixels
ABOVE, BELOW = 20, 24  # room for the figure over a bar, and for its month


def page(school: str, terms: Mapping[str, Figures]) -> str:
    title = f"Reports at {school}"
    head = tag("head", tag("meta", charset="utf-8"), tag("title", title), styled(STYLE))
    shown = each(_term(name, table) for name, table in terms.items()) if terms else tag("p", NOTHING_YET)
    return document(tag("html", head, tag("body", tag("h1", title), shown, tag("p", NOTE)), lang="en-GB"))


def _term(name: str, table: Figures) -> Html:
    return tag("section", tag("h2", name), _chart(name, table), _table(name, table))


def _chart(name: str, table: Figures) -> Html:
    """A bar for each month; where the figure is hidden there is only its mark."""
    months = [month for month in table.rows if month != TOTAL]
    most = max([table.shown[month, TOTAL] or 0 for month in months] + [1])
    bars = each(_bar(place, month, table.shown[month, TOTAL], most) for place, month in enumerate(months))
    told = ", ".join(f"{month}: {figure(table.shown[month, TOTAL])}" for month in months)
    size = {"width": STEP * len(months), "height": ABOVE + HIGH + BELOW}
    return tag("svg", bars, role="img", aria_label=f"All reports, {name}. {told}. {NOTE}", **size)


def _bar(place: int, month: str, count: int | None, most: int) -> Html:
    left, high = place * STEP + (STEP - WIDE) // 2, HIGH * (count or 0) // most
    top = ABOVE + HIGH - high
    bar = tag("path", d=f"M{left} {ABOVE + HIGH}V{top}h{WIDE}v{high}z", fill="#1d4e79") if high else None
    return each(
        (
            bar,
            tag("text", figure(count), x=left, y=top - 4),
            tag("text", month, x=left, y=ABOVE + HIGH + BELOW - 6),
        )
    )


def _table(name: str, table: Figures) -> Html:
    head = tag("tr", tag("th", "What it was about", scope="col"), *(_head(month) for month in table.rows))
    rows = each(
        tag(
            "tr",
            tag("th", label(kind), scope="row"),
            *(tag("td", figure(table.shown[month, kind])) for month in table.rows),
        )
        for kind in table.columns
    )
    return tag("table", tag("caption", f"Reports in {name}, by month"), tag("thead", head), tag("tbody", rows))


def _head(month: str) -> Html:
    return tag("th", "Whole term" if month == TOTAL else month, scope="col")


STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a }
table { border-collapse: collapse } caption { text-align: left; font-weight: bold }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: right } th:first-child { text-align: left }
svg { display: block; margin: 1rem 0 }
"""
