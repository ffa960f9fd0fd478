"""How the page of the routing matrix looks: on a desk, on a phone, on paper, by day and by night."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b1d21; --soft: #565c66; --paper: #fff; --band: #f3f5f8; --rule: #c5cad3;
  --link: #0b4f9e; --bad: #a4161a; --bad-band: #fdecec; --warn: #7a4b00; --warn-band: #fff6e3; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef2; --soft: #aab1bd; --paper: #16181c; --band: #20242a;
  --rule: #434a55; --link: #8fc1ff; --bad: #ff9c9c; --bad-band: #3b1c1e; --warn: #ffd28a; --warn-band: #33290f; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
header p, main > p, section > p, nav { max-width: 46rem; }
p { margin: .4rem 0; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem .9rem; }
nav { display: none; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-top: 1rem; font-size: .78rem;
  line-height: 1.35; }
caption { text-align: left; font-weight: 600; font-size: 1rem; padding-bottom: .5rem; }
th, td { border: 1px solid var(--rule); padding: .4rem .45rem; text-align: left; vertical-align: top;
  overflow-wrap: break-word; hyphens: auto; }
thead th { background: var(--band); position: sticky; top: 0; z-index: 1; }
tbody th { background: var(--band); scroll-margin-top: 6rem; }
tr:target th, li:target { outline: 3px solid var(--link); outline-offset: -3px; }
.hop { display: block; }
.hop + .hop { margin-top: .25rem; }
.note { font-size: .92em; white-space: nowrap; }
.more { display: block; margin-top: .3rem; color: var(--soft); }
.nobody { background: var(--bad-band); } .nobody strong { color: var(--bad); }
.alone { background: var(--warn-band); } .alone strong { color: var(--warn); display: block; margin-top: .25rem; }
ol.notes { padding-left: 0; list-style: none; max-width: 46rem; }
ol.notes li { margin: .3rem 0; padding: .1rem .3rem; }
ol.notes b { margin-right: .4rem; }
dl { max-width: 46rem; } dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
@media screen and (max-width: 68rem) {
  body { padding: 1rem; }
  nav { display: block; margin: 1rem 0; }
  nav a { display: inline-block; padding: .25rem 0; }
  table, caption, tbody, tr, th, td { display: block; width: 100%; }
  table { font-size: 1rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin: 0 0 1.5rem; border: 1px solid var(--rule); border-radius: .4rem; overflow: hidden; }
  tbody th { font-size: 1.1rem; border: 0; scroll-margin-top: 0; }
  td { border: 0; border-top: 1px solid var(--rule); padding: .6rem .7rem; }
  td::before { content: attr(data-label); display: block; font-weight: 600; margin-bottom: .2rem; }
}
@media print {
  @page { size: A4 landscape; margin: 9mm; }
  :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --band: #eee; --rule: #888; --link: #000;
    --bad: #000; --bad-band: #ddd; --warn: #000; --warn-band: #f2f2f2; }
  body { padding: 0; font-size: 9pt; }
  table { font-size: 6.6pt; width: calc(100% - 1px); }
  thead th { position: static; }
  tr, li, dt, dd { break-inside: avoid; }
  dt { break-after: avoid; }
  a { text-decoration: none; }
}
"""
