/** Lit's way of writing templates, for plain pages: the same markup as text. */

class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** In an attribute: the whole attribute is left out, as Lit does it. */
export const nothing = Symbol('nothing');

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character]);

function written(value) {
  if (value === nothing || value === undefined || value === null) return '';
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(written).join('');
  return escape(String(value));
}

export function html(strings, ...values) {
  let text = '';
  let skipQuote = false;
  for (const [index, string] of strings.entries()) {
    text += skipQuote ? string.slice(1) : string;
    skipQuote = false;
    if (index === values.length) break;
    if (values[index] === nothing && /\s[\w-]+="$/.test(text)) {
      text = text.replace(/\s[\w-]+="$/, '');
      skipQuote = true;
    } else {
      text += written(values[index]);
    }
  }
  return new Markup(text);
}
