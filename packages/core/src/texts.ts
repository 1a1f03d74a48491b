import { isForeign, type LocalizedText, pickText } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import { directionOf } from './locale/formats.js';

/**
 * A record's text. Where it is shown in another language than the widget's it carries its own `lang` and `dir`, so that
 * speech changes voice and Arabic runs the right way.
 */
export function inline(
  text: LocalizedText | undefined,
  lang: string,
): TemplateResult | string | typeof nothing {
  if (text === undefined) return nothing;
  const picked = pickText(text, lang);
  if (!picked.lang || !isForeign(picked.lang, lang)) return picked.text;
  return html`<span lang=${picked.lang} dir=${directionOf(picked.lang)}>${picked.text}</span>`;
}

/** Plain text with paragraphs: an empty line starts a new one, as people write it. */
export function paragraphs(
  text: LocalizedText | undefined,
  lang: string,
): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  const picked = pickText(text, lang);
  const parts = picked.text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  if (!picked.lang || !isForeign(picked.lang, lang))
    return html`${parts.map((part) => html`<p>${part.trim()}</p>`)}`;
  const { lang: own } = picked;
  return html`${parts.map((part) => html`<p lang=${own} dir=${directionOf(own)}>${part.trim()}</p>`)}`;
}
