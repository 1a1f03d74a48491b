/** What a server is told that asks for something else than there is. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { renderFormPage, renderWidget } from 'puntari/server';

const options = {
  record: { schemaVersion: 1, version: '1', id: 'taso', level: 3 },
  lang: 'fi',
};

describe('printing on a server', () => {
  it('says which widgets there are where the name is none of them', async () => {
    await assert.rejects(
      renderWidget('topic-crad', options),
      /renderWidget: expected one of .*"topic-card".*, received "topic-crad"/,
    );
  });

  it('says that it needs a language', async () => {
    const { record } = options;
    await assert.rejects(renderWidget('participation-level', { record }), /lang: .*such as "fi"/);
    await assert.rejects(renderFormPage('volunteer', { record }), /lang: .*such as "fi"/);
  });

  it('says that a record which is not in the page needs an address', async () => {
    const without = { ...options, inlineRecord: false };
    await assert.rejects(renderWidget('participation-level', without), /needs the attribute "src"/);
    const html = await renderWidget('participation-level', {
      ...without,
      attributes: { src: '/taso.json' },
    });
    assert.doesNotMatch(html, /application\/json/);
  });

  it('says which forms there are where a widget is named', async () => {
    await assert.rejects(
      renderFormPage('volunteer-form', options),
      /expected one of "volunteer", "feedback", "proposal", received "volunteer-form"/,
    );
  });

  it("says which fields of a form's record are at fault", async () => {
    await assert.rejects(
      renderFormPage('proposal', {
        record: { schemaVersion: 1, version: '1', id: 'haku' },
        lang: 'fi',
        action: '/api',
        values: {},
        errors: [],
      }),
      /renderFormPage cannot show this record:\n {2}\/\w+: expected/,
    );
  });

  it('finds the sheet with and without a slash behind the folder', async () => {
    for (const assets of ['https://cdn.example.fi/0.1.0', 'https://cdn.example.fi/0.1.0/']) {
      const html = await renderWidget('participation-level', { ...options, assets });
      assert.match(
        html,
        /href="https:\/\/cdn\.example\.fi\/0\.1\.0\/widgets\/participation-level\.css"/,
      );
    }
  });
});
