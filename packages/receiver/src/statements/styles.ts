import { FORM_STYLES } from '../pages/stylesheet.js';

/** Where the stylesheet of the pages of officers is served. */
export const ANSWERING_STYLES_PATH = '/operator/answers.css';

export const ANSWERING_STYLES = `${FORM_STYLES}
.said { white-space: pre-line; }
.entries { padding: 0; list-style: none; }
.entries > li { margin-block-end: 1.5em; border-block-start: 1px solid var(--puntari-color-border-strong, #595959); padding-block-start: .5em; }
`;
