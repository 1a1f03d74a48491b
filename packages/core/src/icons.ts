/**
 * Our own drawings, under the license of this repository, each beside words that say the same. Inline in the markup, since
 * a strict policy takes no pictures from a style sheet; a function each, so that a widget carries only what it shows.
 */
import { html, type TemplateResult } from 'lit';

type Icon = () => TemplateResult;

const draw = (path: string): TemplateResult =>
  html`<svg class="puntari-icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

const CIRCLE = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z';

export const errorIcon: Icon = () => draw('M12 3.5l9.5 17h-19zM12 10v4.5M12 17.4v.1');
export const successIcon: Icon = () => draw(`${CIRCLE}M8 12.2l2.8 2.8 5-5.6`);
export const infoIcon: Icon = () => draw(`${CIRCLE}M12 11v5.5M12 7.5v.1`);
export const warningIcon: Icon = () => draw(`${CIRCLE}M12 7.5V13M12 16.4v.1`);
export const checkIcon: Icon = () => draw('M5 12.5l4.5 4.5L19 7.5');
export const chevronIcon: Icon = () =>
  html`<svg class="puntari-icon" data-turns viewBox="0 0 24 24" aria-hidden="true">
    <path d="M9 5l7 7-7 7" />
  </svg>`;
export const externalIcon: Icon = () => draw('M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9');
export const downloadIcon: Icon = () => draw('M12 4v11M7 10.5l5 5 5-5M4.5 20h15');
export const printIcon: Icon = () => draw('M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z');
export const calendarIcon: Icon = () => draw('M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7');
