import { isForeign, type LocalizedText, type PickedText, pickText } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import { directionOf } from './locale/formats.js';

/** A record that does not say its language is mostly Finnish: on an Arabic page its own letters tell the direction. */
const isOfUnknownDirection = (picked: PickedText, lang: string): boolean =>
  picked.lang === undefined && directionOf(lang) === 'rtl';

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
  if (isOfUnknownDirection(picked, lang)) return html`<bdi>${picked.text}</bdi>`;
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
  if (isOfUnknownDirection(picked, lang))
    return html`${parts.map((part) => html`<p dir="auto">${part.trim()}</p>`)}`;
  if (!picked.lang || !isForeign(picked.lang, lang))
    return html`${parts.map((part) => html`<p>${part.trim()}</p>`)}`;
  const { lang: own } = picked;
  return html`${parts.map((part) => html`<p lang=${own} dir=${directionOf(own)}>${part.trim()}</p>`)}`;
}
