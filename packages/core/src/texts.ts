import { isForeign, type LocalizedText, type PickedText, pickText } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import { directionOf } from './locale/formats.js';

/** A record that does not say its language is mostly Finnish: on an Arabic page its own letters tell the direction. */
const isOfUnknownDirection = (picked: PickedText, lang: string): boolean =>
  picked.lang === undefined && directionOf(lang) === 'rtl';

/** `lang` and `dir` that a text needs inside a widget that speaks `lang`; none where the widget's own hold. */
export function marksOf(
  picked: PickedText,
  lang: string,
): { readonly lang?: string; readonly dir?: string } {
  if (isOfUnknownDirection(picked, lang)) return { dir: 'auto' };
  if (!picked.lang || !isForeign(picked.lang, lang)) return {};
  return { lang: picked.lang, dir: directionOf(picked.lang) };
}

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
  const { lang: own, dir } = marksOf(picked, lang);
  if (!dir) return picked.text;
  return own
    ? html`<span lang=${own} dir=${dir}>${picked.text}</span>`
    : html`<bdi>${picked.text}</bdi>`;
}

/** Plain text with paragraphs: an empty line starts a new one, as people write it. */
export function paragraphs(
  text: LocalizedText | undefined,
  lang: string,
): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  const picked = pickText(text, lang);
  const parts = picked.text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  const { lang: own, dir } = marksOf(picked, lang);
  if (!dir) return html`${parts.map((part) => html`<p>${part.trim()}</p>`)}`;
  if (!own) return html`${parts.map((part) => html`<p dir="auto">${part.trim()}</p>`)}`;
  return html`${parts.map((part) => html`<p lang=${own} dir=${dir}>${part.trim()}</p>`)}`;
}
