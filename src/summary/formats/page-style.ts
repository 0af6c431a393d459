/** How a page looks on a screen, light or dark, and on paper. An editor's own page takes its colours from the theme. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ink: #22272b; --soft: #5a636b; --line: #d9dee2; --accent: #1d5b52; --wash: #eef4f2; --paper: #fff;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8e9; --soft: #a3adb4; --line: #3a4248; --accent: #8fcabf; --wash: #22302d; --paper: #16191b; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 60rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "Source Sans 3", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
header { border-bottom: 2px solid var(--accent); margin-bottom: 2rem; padding-bottom: 1rem; }
h1 { font-size: 2.25rem; line-height: 1.15; margin: 0 0 .4rem; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.25rem 0 .75rem; color: var(--accent); break-after: avoid; }
h3 { font-size: 1rem; margin: 1.1rem 0 .35rem; color: var(--soft); break-after: avoid; }
ul { list-style: none; margin: 0; padding: 0; }
p { margin: 0; }
.facts { color: var(--soft); }
.lines > li { padding: .45rem 0; break-inside: avoid; }
.lines > li + li { border-top: 1px solid var(--line); }
.block + .block { margin-top: 1.1rem; }
.under { margin: .15rem 0 .1rem; padding-left: .9rem; border-left: 2px solid var(--line); font-size: .97em; }
.under li { padding: .1rem 0; }
.soft { color: var(--soft); }
.strong { font-weight: 650; }
.tag {
  display: inline-block; padding: 0 .5rem; border: 1px solid var(--accent); border-radius: 1rem;
  background: var(--wash); color: var(--accent); font-size: .82rem; line-height: 1.5; white-space: nowrap;
}
.phrase { unicode-bidi: isolate; }
.gap { color: var(--soft); }
.line { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; }
.words { flex: 1 1 60%; min-width: 0; }
.refs { flex: none; margin-left: auto; font-size: .8rem; color: var(--soft); text-align: right; font-variant-numeric: tabular-nums; }
.refs a { color: inherit; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
.words a, td a { color: var(--accent); text-underline-offset: .15em; }
.refs a:hover, .refs a:focus-visible { color: var(--accent); text-decoration-color: currentColor; }
a:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { overflow-wrap: break-word; padding: .35rem .9rem .35rem 0; text-align: left; vertical-align: top; font-weight: inherit; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: .82rem; vertical-align: bottom; }
tbody tr { border-top: 1px solid var(--line); break-inside: avoid; }
td .refs { margin: 0; text-align: left; }
td.noted { width: 1%; min-width: 5.5rem; }
.refs time { white-space: nowrap; }
.short { white-space: nowrap; }
.picture { margin: 0; display: flex; flex-wrap: wrap; gap: 1rem 1.75rem; align-items: flex-start; }
.drawing { flex: 0 1 25rem; min-width: 0; }
.drawing svg { display: block; width: 100%; height: auto; overflow: visible; font-family: inherit; }
.drawing text { unicode-bidi: isolate; }
#goal-timeline .drawing { flex-basis: 32rem; }
#goal-timeline .in-words { flex-basis: 100%; }
.in-words { flex: 1 1 24rem; min-width: 0; }
.in-words table { font-size: .85rem; }
pre { margin: 0; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; font-size: .85rem; line-height: 1.45; }
.closing { margin-top: 2.25rem; padding-top: .8rem; border-top: 2px solid var(--accent); font-weight: 600; }
.notice { margin-top: 2rem; font-size: .82rem; color: var(--soft); break-inside: avoid; }
.page .notice h2 { margin: 0 0 .2rem; font-size: 1em; color: inherit; }
.for-person { font-size: 1.2em; line-height: 1.5; max-width: 46rem; margin: 0 auto; }
.for-supervisor { max-width: 46rem; margin: 0 auto; }
.for-person .in-words { flex-basis: 30rem; }
.for-person h1 { font-size: 2.4rem; }
.for-person h2 { font-size: 1.6rem; }
.for-person h3 { font-size: 1.05rem; }
.for-person .facts { font-size: 1rem; }
.for-person table { font-size: 1.02rem; }
.for-person .tag { font-size: .95rem; }
.for-person .refs { font-size: .88rem; }
@media (max-width: 34rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.9rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, th, td { display: block; }
  tbody tr { padding: .45rem 0; }
  tbody th, td { overflow-wrap: break-word; padding: .05rem 0; }
  td.empty { display: none; }
  .short { white-space: normal; }
  td.noted { width: auto; }
  td::before { content: attr(data-label) ": "; color: var(--soft); }
  td .refs { display: inline; }
  .line { display: block; }
  .line .refs::before { content: "· "; }
}
@media (forced-colors: active) {
  :root { --paper: Canvas; }
  .tag, header, .under { border-color: CanvasText; }
}
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --wash: #fff; --paper: #fff; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9.25pt; line-height: 1.32; }
  h1 { font-size: 20pt; }
  h2 { font-size: 12pt; margin: 9pt 0 2pt; }
  h3 { font-size: 9.5pt; margin: 4pt 0 1pt; }
  header { margin-bottom: 10pt; padding-bottom: 6pt; border-bottom-width: 1pt; }
  .lines > li { padding: 1.5pt 0; }
  .block + .block { margin-top: 4pt; }
  .under { padding-left: 8pt; }
  .refs { font-size: 7.5pt; }
  .tag { padding: 0 4pt; font-size: 7.5pt; }
  table, .in-words table { font-size: 8.25pt; }
  thead th { font-size: 7.5pt; }
  th, td { overflow-wrap: break-word; padding: 1.5pt 6pt 1.5pt 0; }
  .picture { gap: 6mm; }
  .drawing { flex: 0 1 76mm; max-width: 82mm; break-inside: avoid; }
  .in-words { flex: 1 1 80mm; }
  .for-person .in-words { flex-basis: 80mm; }
  td.noted { min-width: 14mm; }
  pre { font-size: 8pt; }
  .for-specialist #what-is-next .blocks, .for-specialist #told-and-heard .blocks { columns: 2; column-gap: 10mm; }
  .for-specialist .blocks .wide { column-span: all; }
  .block h3:first-child { margin-top: 0; }
  .block { margin-bottom: 4pt; }
  .refs a { text-decoration: none; }
  .for-person { max-width: none; font-size: 12pt; line-height: 1.3; columns: 2; column-gap: 9mm; }
  .for-person h1 { font-size: 24pt; }
  .for-person h2 { font-size: 15pt; margin: 11pt 0 2pt; }
  .for-person header + section h2 { margin-top: 0; }
  .for-person h3 { font-size: 11pt; }
  .for-person header, .for-person .closing, .for-person .notice { column-span: all; }
  .for-person .facts, .for-person .under { font-size: 11pt; }
  .for-person .refs { font-size: 9pt; }
  .for-person .tag { font-size: 9.5pt; }
  .for-person table, .for-person .in-words table { font-size: 11pt; }
  .for-person thead th { font-size: 9pt; }
  .for-person .line { display: block; }
  .for-person .refs { white-space: nowrap; }
  .for-person .lines > li > .line > .refs::before { content: "· "; }
  .closing, .notice { margin-top: 8pt; padding-top: 4pt; }
  .closing { border-top-width: 1pt; }
  .notice { font-size: 7.5pt; }
}
`

/** Paper with a running head: whose page it is and of which day, and the number of the sheet. */
export const printHead = (title: string, day: string): string => `
@page {
  margin: 15mm 14mm;
  @top-left { content: "${cssText(title)}"; font: 9pt sans-serif; color: #444; }
  @top-right { content: "As of ${cssText(day)}"; font: 9pt sans-serif; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #444; }
}
`

/** Letters, digits and blanks stay; everything else is escaped, so that no text can end the string or the sheet. */
const cssText = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ]/gu, (mark) => `\\${(mark.codePointAt(0) ?? 0).toString(16)} `)
