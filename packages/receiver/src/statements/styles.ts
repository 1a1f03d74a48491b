import { FORM_STYLES } from '../pages/stylesheet.js';

/** Where the stylesheet of the pages of officers is served. */
export const ANSWERING_STYLES_PATH = '/operator/answers.css';

export const ANSWERING_STYLES = `${FORM_STYLES}
.hint { margin-block: 0 .25em; }
.error { margin-block: 0 .25em; font-weight: 600; color: var(--puntari-color-error, #b01038); }
.notice { margin-block: 1.5em; border-inline-start: 5px solid var(--puntari-color-border-strong, #595959); padding-inline-start: 1em; }
.notice h2 { margin-block: 0; }
.box { display: flex; align-items: start; margin-block-end: 0; }
.said { white-space: pre-line; }
.entries { padding: 0; list-style: none; }
.entries > li { margin-block-end: 1.5em; border-block-start: 1px solid var(--puntari-color-border-strong, #595959); padding-block-start: .5em; }
`;
