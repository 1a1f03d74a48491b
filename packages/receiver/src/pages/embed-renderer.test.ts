import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { fieldsWith, openPage, PANEL_URL, postForm, startReceiver } from '../testing/receiver.js';
import type { TestReceiver } from '../testing/receiver.js';
import { embedRenderer } from './embed-renderer.js';

let receiver: TestReceiver;

before(async () => {
  receiver = await startReceiver({ forms: embedRenderer });
});

after(() => receiver.close());

/** The values of the fields of a form, as a browser would post them. */
function namesIn(body: string): Set<string> {
  return new Set([...body.matchAll(/\sname="([^"]+)"/g)].map(([, name = '']) => name));
}

describe('the form that the widgets print', () => {
  it('asks everything that the receiver needs', async () => {
    const page = await openPage(receiver.app, PANEL_URL);
    const names = namesIn(page.body);
    for (const [name] of fieldsWith({})) assert.ok(names.has(name), name);
    assert.match(page.body, /<form method="post"/);
    assert.equal(page.body.match(/<h1/g)?.length, 1);
  });

  it('holds nothing that the policy of the page would block', async () => {
    const page = await openPage(receiver.app, PANEL_URL);
    assert.doesNotMatch(page.body, /<script|<style|\sstyle=|\son\w+=/);
  });

  it('comes back with its errors and with what was written', async () => {
    const page = await postForm(
      receiver.app,
      PANEL_URL,
      fieldsWith({ birthYear: '', 'contact/firstName': 'Äi"jä', 'support/note': '<Pähkinä>' }),
    );
    assert.equal(page.statusCode, 422);
    assert.match(page.body, /href="#field-birthYear"/);
    assert.match(page.body, /value="Äi&quot;jä"/);
    assert.match(page.body, /&lt;Pähkinä&gt;<\/textarea>/);
    assert.match(page.body, /value="s1"[^>]*\schecked/);
  });

  it('takes for an answer that one can attend none of the meetings, and says what follows', async () => {
    const form = await openPage(receiver.app, PANEL_URL);
    assert.match(form.body, /value="_none"[^>]*>\s*<span>[^<]*En pääse yhteenkään tapaamiseen/);
    for (const availability of ['_none', 's1']) {
      const fields = [...fieldsWith({ availability }), ['availability', '_none'] as const];
      const page = await postForm(receiver.app, PANEL_URL, fields);
      assert.equal(page.statusCode, 422);
      assert.match(page.body, /Vastasit, ettet pääse yhteenkään tapaamiseen/);
      assert.match(page.body, /value="_none"[^>]*\schecked/);
      assert.match(page.body, /<title>Et voi osallistua: /);
      assert.match(page.body, /<h2[^>]*>\s*Kiitos kiinnostuksestasi/);
      assert.doesNotMatch(page.body, /Virhe|Korjaa|aria-invalid/);
    }
    assert.equal(await receiver.count('registrations'), 0);
  });

  it('asks for what is wrong before it turns anyone away', async () => {
    const fields = fieldsWith({ birthYear: '2020', 'contact/firstName': '' });
    const { body } = await postForm(receiver.app, PANEL_URL, fields);
    assert.match(body, /<title>Virhe: /);
    assert.match(body, /href="#field-birthYear"/);
    assert.doesNotMatch(body, /Kiitos kiinnostuksestasi/);
  });

  it('speaks the language of the page', async () => {
    const page = await openPage(receiver.app, `${PANEL_URL}?lang=en`);
    assert.match(page.body, /<div class="puntari-form" lang="en"/);
    assert.match(page.body, /<title>Registration: Traffic panel<\/title>/);
  });
});
