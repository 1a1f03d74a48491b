/** Stylesheets of the receiver's own pages. The tokens take effect where a theme is set. */

/** Where the stylesheet of every page is served. */
export const PAGE_STYLES_PATH = '/receiver.css';

const PAGE_STYLES = `
:root {
  color-scheme: light;
  font-family: var(--puntari-font-family, system-ui, sans-serif);
  line-height: var(--puntari-line-height, 1.5);
  color: var(--puntari-color-text, #1a1a1a);
  background: var(--puntari-color-background, #fff);
}
body { margin: 0; }
main { max-inline-size: var(--puntari-measure, 66ch); margin-inline: auto; padding: 1.5em 1em 3em; overflow-wrap: anywhere; }
h1, h2 { line-height: 1.25; font-family: var(--puntari-font-family-heading, inherit); hyphens: auto; hyphenate-limit-chars: 12 5 5; }
h1 { font-size: 1.75em; }
h2 { font-size: 1.25em; margin-block-start: 1.5em; }
@media (max-width: 25em) { h1 { font-size: 1.375em; } h2 { font-size: 1.125em; } }
a { color: var(--puntari-color-link, #00438a); }
:focus-visible { outline: 3px solid var(--puntari-color-focus, #00438a); outline-offset: 2px; }
.reference { font-size: 1.5em; font-weight: 700; letter-spacing: .05em; }
dt { font-weight: 600; }
dd { margin: 0 0 1em; }
.apart { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.standing { font-weight: 700; font-size: 1.125em; }
.printed { display: none; }
@media print {
  main { padding: 0; max-inline-size: none; }
  a { color: inherit; text-decoration: none; }
  .acts, button { display: none; }
  .printed { display: block; }
}
`.trimStart();

/** Where the stylesheet of a form is served; it is used where the widgets' own is not at hand. */
export const FORM_STYLES_PATH = '/receiver-form.css';

/** Styles elements, not classes: a form is readable by its elements alone. */
export const FORM_STYLES = `
label, legend { padding: 0; font-weight: 600; }
fieldset label { display: flex; font-weight: 400; }
legend span, label ~ span { display: block; }
legend span + span { font-weight: 400; }
fieldset + label { display: inline-block; margin-block-start: 1em; }
fieldset { border: 0; margin: 1.5em 0 0; padding: 0; min-inline-size: 0; }
input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea, button {
  font: inherit; box-sizing: border-box; max-inline-size: 100%; min-block-size: 2.75em; padding: .5em .75em;
  border: 1px solid var(--puntari-color-border-strong, #595959); border-radius: var(--puntari-radius-small, 4px);
}
input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea { display: block; inline-size: 100%; margin-block: .25em 1em; }
input[type=radio], input[type=checkbox] { flex: none; inline-size: 1.5em; block-size: 1.5em; margin: .25em .5em .75em 0; vertical-align: middle; }
button {
  padding-inline: 1.5em; font-weight: 600; cursor: pointer;
  color: var(--puntari-color-action-text, #fff); background: var(--puntari-color-action, #00438a); border-color: transparent;
}
:is(input, select, textarea)[aria-invalid=true] { border: 2px solid var(--puntari-color-error, #b01038); }
.hint { margin-block: 0 .25em; }
.error { margin-block: 0 .25em; font-weight: 600; color: var(--puntari-color-error, #b01038); }
.notice { margin-block: 1.5em; border-inline-start: 5px solid var(--puntari-color-border-strong, #595959); padding-inline-start: 1em; }
.notice h2 { margin-block: 0; }
.box { display: flex; align-items: start; margin-block-end: 0; }
`.trimStart();

/** Where the stylesheet of a form on paper is served. */
export const PAPER_STYLES_PATH = '/receiver-paper.css';

/**
 * Boxes are drawn by their edges: printers leave backgrounds out. Short things stand side by side, so that the form takes
 * few sheets; letters keep the size of a letter.
 */
const PAPER_STYLES = `
@page { size: A4; margin: 1.2cm 1.5cm; }
h2 { break-after: avoid; border-block-end: 2px solid; }
h3 { font-size: 1em; margin-block: .75em .125em; line-height: 1.25; }
.asked { break-inside: avoid; }
.hint { margin-block: 0 .25em; }
.boxes { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr)); gap: .25em 1.5em; }
.boxes li { display: flex; gap: .5em; align-items: baseline; break-inside: avoid; }
.wide { grid-template-columns: 1fr; }
.box { flex: none; inline-size: 1em; block-size: 1em; border: 1.5px solid; }
.pairs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr)); column-gap: 1.5em; align-items: end; }
.line { block-size: 1.75em; margin: 0; border-block-end: 1px solid; }
.signs { display: flex; flex-wrap: wrap; gap: .25em; margin: .25em 0; }
.signs span { inline-size: 1.5em; block-size: 1.75em; border: 1px solid; }
dl { margin-block: .25em; }
dt { margin-block-start: .5em; }
dd { margin: 0; }
@media (min-width: 30em) {
  dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: .125em 1em; }
  dt { margin: 0; }
}
@media print {
  :root { font-size: 11pt; line-height: 1.3; }
  h1 { font-size: 1.5em; margin-block: 0 .25em; }
  h2 { font-size: 1.125em; margin-block: .75em .25em; }
  p { margin-block: .25em; }
}
`.trimStart();

export const STYLESHEETS: Readonly<Record<string, string>> = {
  [PAGE_STYLES_PATH]: PAGE_STYLES,
  [FORM_STYLES_PATH]: FORM_STYLES,
  [PAPER_STYLES_PATH]: PAPER_STYLES,
};
