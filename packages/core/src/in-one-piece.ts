import { html, nothing, type TemplateResult } from 'lit';

const escaped = (value: unknown): string =>
  String(value).replace(/[&<"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

function written(value: unknown): string {
  if (value === nothing || value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(written).join('');
  const { strings, values } = value as Partial<TemplateResult>;
  if (!strings || !values) return escaped(value);
  return strings
    .map((text, index) => {
      const hole = values[index];
      if (!text.endsWith('=')) return text + written(hole);
      // One that is not there takes its name away with it.
      return hole === nothing ? text.replace(/\s\S+$/, '') : `${text}"${escaped(hole)}"`;
    })
    .join('');
}

/**
 * A long text as one piece of HTML, which a browser reads several times faster than Lit puts together thousands of templates
 * and their marks. Only for templates of text and plain attributes that are rendered once and nest as HTML may: no
 * listeners, properties or directives.
 *
 * It stays a template, so that it passes the page's policy by the name that Lit has there.
 */
export function inOnePiece(template: TemplateResult): TemplateResult {
  const text = [written(template)];
  const strings = Object.assign(text, { raw: text });
  return { ...html``, strings, values: [] };
}
