/** Small pieces that the card and the statement share. `html` is Lit's, or the one that writes text. */

const formatters = new Map();

/** One formatter a language: a new one for each date costs eight times as much. */
function formatterOf(locale) {
  let found = formatters.get(locale);
  if (!found) {
    found = {
      date: new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }),
      percent: new Intl.NumberFormat(locale, { style: 'percent' }),
    };
    formatters.set(locale, found);
  }
  return found;
}

export const percent = (share, words) => formatterOf(words.locale).percent.format(share);

export function day(html, iso, words) {
  const text = formatterOf(words.locale).date.format(new Date(`${iso}T12:00:00Z`));
  return html`<time datetime="${iso}">${text}</time>`;
}

export function fact(html, name, value) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
