/** The page's own markup: native elements with the classes of primitives.css. In Finnish, as the sample pages are. */
import { html, type TemplateResult } from 'lit';

export const plain = (content: unknown): TemplateResult =>
  html`<div class="puntari-base" lang="fi">${content}</div>`;
