/** Filling in the forms that the receiver prints, as a browser does. */
import { HtmlValidate } from 'html-validate';

type Fields = Record<string, string>;

export const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What a browser would send of a page if nothing in its form was touched. */
export function fieldsOf(page: string): Fields {
  const inputs = [...page.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const attribute = (name: string): string | undefined =>
      new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const isOff = /type="(radio|checkbox)"/.test(tag) && !/\schecked/.test(tag);
    return isOff ? [] : [[attribute('name') ?? '', unescaped(attribute('value') ?? '')] as const];
  });
  const areas = [...page.matchAll(/<textarea[^>]*\sname="([^"]*)"[^>]*>\n?([^<]*)</g)].map(
    ([, name = '', text = '']) => [name, unescaped(text)] as const,
  );
  return Object.fromEntries([...inputs, ...areas]);
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // How our templates are laid out, and what it says of titles is a matter of taste.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'tel-non-breaking': 'off',
    // A box stands in its label and is named by it: speech input finds it by either.
    'no-redundant-for': 'off',
  },
});

/** What is wrong with the markup of a page. */
export async function markupProblems(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId} ${message} ${String(line)}`),
  );
}
