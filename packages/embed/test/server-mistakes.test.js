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

  it('says which forms there are where a widget is named', async () => {
    await assert.rejects(
      renderFormPage('volunteer-form', options),
      /expected one of "volunteer", "feedback", "proposal", received "volunteer-form"/,
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
