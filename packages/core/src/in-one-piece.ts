import { html, nothing, type TemplateResult } from 'lit';

const SPECIAL = /[&<"]/g;
const entity = (character: string): string => `&#${String(character.charCodeAt(0))};`;
const escaped = (value: unknown): string => String(value).replace(SPECIAL, entity);

/** What was written before, and this: one text that grows, in place of many that are put together again and again. */
function written(before: string, value: unknown): string {
  if (value == null || value === nothing) return before;
  let text = before;
  if (Array.isArray(value)) for (const one of value) text = written(text, one);
  else {
    const { strings, values } = value as Partial<TemplateResult>;
    if (!strings || !values) return before + escaped(value);
    for (let index = 0; index < strings.length; index += 1) {
      const { [index]: part = '' } = strings;
      const hole = values[index];
      if (!part.endsWith('=')) text = written(text + part, hole);
      // One that is not there takes its name away with it.
      else if (hole === nothing) text += part.replace(/\s\S+$/, '');
      else text += `${part}"${escaped(hole)}"`;
    }
  }
  return text;
}

/**
 * A long text as one piece of HTML, which a browser reads several times faster than Lit puts together thousands of templates
 * and their marks. Only for templates of text and plain attributes that are rendered once and nest as HTML may: no
 * listeners, properties or directives.
 *
 * It stays a template, so that it passes the page's policy by the name that Lit has there.
 */
export function inOnePiece(template: TemplateResult): TemplateResult {
  const text = [written('', template)];
  const strings = Object.assign(text, { raw: text });
  return { ...html``, strings, values: [] };
}
