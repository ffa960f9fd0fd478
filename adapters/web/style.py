"""How every page looks: on a desk, on a phone, on paper, by day and by night, in letters of any size."""

STYLE = """
:root { color-scheme: light dark; --ink: #16202b; --soft: #4d5a68; --paper: #fff; --band: #f2f5f8; --rule: #ccd3db;
  --edge: #6b7785; --accent: #00594c; --on-accent: #fff; --cited: #fdf3cf; --cited-edge: #a06a00; --warn: #fff4dd;
  --warn-edge: #a06a00; --bad: #a4161a; --bad-band: #fdeeee; --focus: #ffbf00; --focus-ink: #16202b; }
@media (prefers-color-scheme: dark) { :root { --ink: #eaeef2; --soft: #b0bac5; --paper: #14191f; --band: #1f262e;
  --rule: #3b4652; --edge: #8d99a6; --accent: #6fd3bd; --on-accent: #0c1a18; --cited: #3a3113; --cited-edge: #e0b34c;
  --warn: #352b12; --warn-edge: #e0b34c; --bad: #ff9f9f; --bad-band: #3a1c1f; } }
* { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--focus);
  color: var(--focus-ink); z-index: 2; }
.skip:focus { top: .5rem; }
.bar { border-top: .5rem solid var(--accent); border-bottom: 1px solid var(--rule); }
.bar > div, main, .foot > div { max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
.bar > div { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between;
  padding-top: .6rem; padding-bottom: .6rem; }
.bar p { margin: 0; }
.bar ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.name { font-weight: 700; }
main { padding-top: 1.5rem; padding-bottom: 3rem; }
main:focus { outline: none; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2rem 0 .6rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p { margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible, summary:focus-visible {
  outline: .2rem solid var(--focus); outline-offset: .1rem; box-shadow: 0 0 0 .35rem var(--focus-ink); }
.soft { color: var(--soft); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note { border-left: .35rem solid var(--warn-edge); background: var(--warn); padding: .7rem 1rem; margin: 0 0 1rem; }
.note p:last-child { margin: 0; }
.foot { border-top: 1px solid var(--rule); color: var(--soft); font-size: .9rem; }
.foot > div { padding-top: 1rem; padding-bottom: 2rem; }

.clause { position: relative; scroll-margin-top: 5rem; margin: 0 0 .3rem; padding: .45rem 2.6rem .45rem .7rem;
  border-left: .35rem solid transparent; }
.clause p { margin: 0; }
.clauses, .clauses ul { list-style: none; margin: 0; padding: 0; }
.deeper { padding-left: 2.2rem; }
.deepest { padding-left: 3.7rem; }
.marker { font-weight: 600; margin-right: .5rem; }
.dot::before { content: "•"; margin-right: .6rem; }
.where { display: none; color: var(--soft); font-size: .9rem; }
.clause:target, .clause.cited { background: var(--cited); border-left-color: var(--cited-edge); }
.clause:target .where, .clause.cited .where { display: block; margin: .4rem 0 0; }
.clause:target .where { color: var(--ink); } .clause.cited .where { color: var(--ink); }
.here { position: absolute; right: .2rem; top: .2rem; min-width: 2.2rem; min-height: 2.2rem; line-height: 2.2rem;
  text-align: center; text-decoration: none; color: var(--soft); }
.clause:hover .here { color: var(--accent); }
.contents ul { padding-left: 1.2rem; } .contents li { margin: .3rem 0; }

.said { white-space: pre-wrap; }
.quote { margin: 0 0 1rem; padding: .2rem 0 .2rem 1rem; border-left: .35rem solid var(--accent); }
.quote blockquote { margin: 0 0 .4rem; } .quote blockquote p { margin: 0 0 .3rem; }
.quote figcaption { font-size: .95rem; color: var(--soft); }
.quote ul { margin: .2rem 0 0; padding-left: 1.2rem; }
.facts { margin: 0 0 1.2rem; border-top: 1px solid var(--rule); }
.facts div { display: grid; grid-template-columns: minmax(8rem, 1fr) 2fr; gap: .1rem 1rem; padding: .55rem 0;
  border-bottom: 1px solid var(--rule); }
.facts dt { font-weight: 600; } .facts dd { margin: 0; }
.secret { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 1.25rem; letter-spacing: .05em; }
form { margin: 0; }
fieldset { border: 0; margin: 0 0 1.3rem; padding: 0; min-width: 0; }
.field { margin: 0 0 1.3rem; }
legend, label.asks { display: block; font-weight: 600; padding: 0; margin: 0 0 .5rem; white-space: pre-wrap; }
.hint { color: var(--soft); margin: 0 0 .4rem; }
.wrong { color: var(--bad); font-weight: 600; margin: 0 0 .4rem; }
.has-wrong { border-left: .35rem solid var(--bad); padding-left: .9rem; }
input[type=text], input[type=email], textarea { width: 100%; font: inherit; color: inherit; padding: .6rem .7rem;
  background: var(--paper); border: 2px solid var(--edge); border-radius: .25rem; }
textarea { resize: vertical; }
.code { max-width: 11rem; letter-spacing: .25em; font-variant-numeric: tabular-nums; }
.pick { display: flex; gap: .7rem; align-items: flex-start; padding: .5rem 0; }
.pick input { flex: none; width: 1.5rem; height: 1.5rem; margin: .05rem 0 0; accent-color: var(--accent); }
.pick label { flex: 1; padding: .05rem 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .7rem; margin: 1.3rem 0 0; }
button, .button { font: inherit; font-weight: 600; line-height: 1.3; min-height: 2.8rem; padding: .65rem 1.1rem;
  border: 2px solid var(--accent); border-radius: .3rem; background: var(--paper); color: var(--accent);
  cursor: pointer; text-decoration: none; display: inline-block; text-align: center; }
button.first { background: var(--accent); color: var(--on-accent); }
button.grave { border-color: var(--bad); color: var(--bad); }
button.quiet { border-color: var(--edge); color: var(--ink); font-weight: 400; }
.bar button, .bar .button { min-height: 2.4rem; padding: .4rem .8rem; font-size: .95rem; }
.problems { border: .25rem solid var(--bad); background: var(--bad-band); padding: 1rem; margin: 0 0 1.3rem; }
.problems h2 { margin: 0 0 .4rem; } .problems ul { margin: 0; padding-left: 1.2rem; }
.problems a { color: var(--bad); font-weight: 600; }
.qr { display: inline-block; background: #fff; padding: .5rem; border: 1px solid var(--rule); max-width: 100%; }
.qr svg { display: block; width: 13rem; max-width: 100%; height: auto; }
.mark { display: none; }
@media (max-width: 34rem) {
  h1 { font-size: 1.5rem; }
  .facts div { grid-template-columns: 1fr; }
  .buttons, .buttons form { display: block; }
  .buttons button, .buttons .button, .buttons form { width: 100%; margin: 0 0 .7rem; }
  .deeper { padding-left: 1.2rem; } .deepest { padding-left: 2rem; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --band: #fff; --rule: #999; --accent: #000;
    --cited: #fff; --cited-edge: #000; --warn: #fff; --warn-edge: #000; }
  html { font-size: 11pt; }
  .bar, .foot, .skip, .here, .buttons, .screen { display: none; }
  main { max-width: none; padding: 0; }
  .clause, .quote, .facts div { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  a { text-decoration: none; }
  .copy .mark { display: flex; flex-direction: column; justify-content: space-around; position: fixed; inset: 0;
    text-align: center; font-size: 14pt; white-space: nowrap; color: #ccc; print-color-adjust: exact;
    transform: rotate(-24deg); z-index: -1; }
}
"""
