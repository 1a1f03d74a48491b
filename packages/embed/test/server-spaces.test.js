/** A long text is printed without the spaces that nobody sees: they would be a third of its nodes. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { renderFormPage, renderWidget } from 'puntari/server';

const topic = {
  schemaVersion: 1,
  version: '1',
  id: 'aihe',
  title: { fi: 'Keskustan\nkatutila  > torit' },
  summary: { fi: 'Ensimmäinen\nrivi' },
  unit: { fi: 'Tekninen toimi' },
  kind: 'topic',
  year: 2027,
  status: 'on-list',
  level: 3,
  decision: { body: { name: { fi: 'Lautakunta' } } },
};

const channel = JSON.parse(
  readFileSync(new URL('../../../demo/content/feedback/osallisuus.json', import.meta.url), 'utf8'),
);

const textOf = (html) =>
  /<div slot="document"[^>]*>([^]*?)<script type="application\/json">/.exec(html)[1];

describe('a text that a server prints', () => {
  it('has no spaces between blocks', async () => {
    const text = textOf(await renderWidget('topic-card', { record: topic, lang: 'fi' }));
    assert.match(text, /<\/h\d><p>|<\/p><dl/);
    assert.doesNotMatch(text, /<\/(?:p|dl|dd|dt|h\d)>\s+</);
    assert.doesNotMatch(text, /\s+<\/?(?:p|dl|div|dt|h\d|article)[ >]/);
  });

  it('has each tag in one line', async () => {
    const text = textOf(await renderWidget('topic-card', { record: topic, lang: 'fi' }));
    for (const [tag] of text.matchAll(/<[^<>"]*(?:"[^"]*"[^<>"]*)*>/g))
      assert.doesNotMatch(tag.replaceAll(/"[^"]*"/g, ''), /\n|\s>/);
  });

  it('keeps what somebody wrote', async () => {
    const text = textOf(await renderWidget('topic-card', { record: topic, lang: 'fi' }));
    assert.match(text, /aria-label="Keskustan\nkatutila {2}&gt; torit"/);
    assert.match(text, /Ensimmäinen\nrivi/);
  });

  it('keeps the lines that stand in a field', async () => {
    const html = await renderFormPage('feedback', {
      record: channel,
      action: '/api',
      lang: 'fi',
      values: { text: '  a\n\n  <b>\n' },
      errors: [],
    });
    assert.match(html, /<textarea[^>]*>\n {2}a\n\n {2}&lt;b&gt;\n<\/textarea>/);
  });
});
