/** The examples of `docs/officials.md` are records that the receiver publishes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { pickText } from '@puntari/contracts';

import { type ContentFile, contentOf } from './content.js';

const DOCUMENT = new URL('../../../../docs/officials.md', import.meta.url);

const [panel, quotas] = [
  ...readFileSync(DOCUMENT, 'utf8').matchAll(/^```json\n([^]*?)^```$/gm),
].map(([, text = '']) => text);

const fileOf = (
  folder: ContentFile['folder'],
  text: string | undefined,
  name: string,
): ContentFile => {
  assert.ok(text, `docs/officials.md has no example for ${folder}`);
  return { folder, name, text };
};

describe('docs/officials.md', () => {
  const { id } = JSON.parse(panel ?? '{}') as { id: string };
  const files = [fileOf('panels', panel, id), fileOf('quotas', quotas, id)];

  it('shows a panel and quotas that can be published', () => {
    const { panels, quotas: known } = contentOf(files);
    assert.deepEqual([...panels.keys(), ...known.keys()], [id, id]);
  });

  it('shows a panel that says everything in Finnish and in Swedish', () => {
    const [record] = contentOf(files).panels.values();
    assert.ok(record);
    for (const text of [record.title, record.purpose.why ?? '', record.privacy.purpose]) {
      for (const lang of ['fi', 'sv']) assert.equal(pickText(text, lang).lang, lang);
    }
  });
});
