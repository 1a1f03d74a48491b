/** Proposing a topic: by keyboard alone, and without a script, from the page of a city to the row in the database. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { Keyboard } from './support/keyboard.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { widgetOn } from './support/widget.js';

const stage = await openStage();

const TAG = 'puntari-topic-form';
const ACTION = '/api/topics/aiheet-2028';

interface Stored {
  readonly title: string;
  readonly proposer: object;
}

/** What was stored under a reference, of it all but who proposed. */
const storedAs = (reference: string): Stored | undefined => {
  const [row] = stage.receiver.rows(
    'SELECT submission FROM topic_proposals WHERE reference = ?',
    reference,
  );
  return row && (JSON.parse(String(row['submission'])) as Stored);
};

describe('proposing a topic with the keyboard alone', () => {
  it('leads over a mistake, similar topics and a change to a row with the reference', async () => {
    const { page } = stage.visitor;
    await page.goto(`${stage.receiver.origin}/espoo/ehdota/`);
    const keyboard = new Keyboard(page);
    const form = await widgetOn(page, TAG);
    await keyboard.write('Aiheen nimi', 'Asukasfoorumien ajat');
    await keyboard.write('Mihin kysymykseen', 'Pitäisikö foorumeja pitää useammin?');
    // Of the receiver's own list, and in nobody's way.
    await until('similar topics', () =>
      form.inRoot((root) =>
        [...root.querySelectorAll('#similar li')].some(({ textContent }) =>
          textContent.includes('Asukasfoorumien uudistaminen'),
        ),
      ),
    );
    assert.match((await keyboard.focus()).name, /^Mihin kysymykseen/);
    await keyboard.tick('vaikeita arvovalintoja');
    await keyboard.tick('Suur-Tapiola');
    await keyboard.choose('Kenen puolesta ehdotat?', 'Ehdotan asukkaana');
    await keyboard.write('Nimesi', 'Aino Ähtäri');
    await keyboard.activate('Jatka ja tarkista');
    await keyboard.heading('Korjaa 1 kohta');
    await keyboard.activate('Kirjoita sähköposti tai puhelinnumero');
    await until('focus in the field', async () => (await keyboard.focus()).tag === 'input');
    await page.keyboard.type('aino@example.fi');
    await keyboard.activate('Jatka ja tarkista');
    await keyboard.heading('Tarkista ehdotuksesi');
    await keyboard.activate('Muuta Aiheen nimi');
    await until('focus in the field', async () => (await keyboard.focus()).name === 'Aiheen nimi');
    await keyboard.press('End');
    await page.keyboard.type(' ja paikat');
    await keyboard.activate('Jatka ja tarkista');
    await until('focus where it was', async () =>
      (await keyboard.focus()).name.startsWith('Muuta Aiheen nimi'),
    );
    await keyboard.activate('Lähetä ehdotus');
    await keyboard.heading('Ehdotuksesi on vastaanotettu');
    assert.match(await form.text(), /Valtuusto valitsee paneelien aiheet/);
    const stored = storedAs(await form.reference());
    assert.equal(stored?.title, 'Asukasfoorumien ajat ja paikat');
    assert.deepEqual(stored.proposer, { kind: 'resident' });
    assert.deepEqual(stage.visitor.thrown, []);
  });
});

describe('proposing a topic without a script', () => {
  it('leads from the link in the tag over a page to mend to the receipt', async () => {
    const { page } = stage.visitor;
    await page.setJavaScriptEnabled(false);
    await page.goto(`${stage.receiver.origin}/espoo/ehdota/`);
    await Promise.all([page.waitForNavigation(), page.click(`${TAG} a[href^="${ACTION}"]`)]);
    await page.type('[name=title]', 'Rantaraitti');
    await page.type('[name=question]', 'Miten Rantaraitti valaistaan?');
    await page.click('[name="suitability/reasons"]');
    await page.click('[name="proposer/kind"]');
    await page.type('[name="proposer/name"]', 'Aino Ähtäri');
    await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
    const summary = await page.$eval('#error-summary', ({ textContent }) => textContent);
    assert.match(summary, /Korjaa 1 kohta/);
    await page.type('[name="proposer/phone"]', '040 123 4567');
    await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
    const reference = await page.$eval('bdi', ({ textContent }) => textContent.trim());
    assert.equal(storedAs(reference)?.title, 'Rantaraitti');
  });

  it('shows everything once more for checking when the printed form is sent', async () => {
    const answer = await fetch(stage.receiver.origin + ACTION, {
      method: 'POST',
      body: new URLSearchParams({ lang: 'fi', start: 'true', title: 'Rantaraitti' }),
      headers: { Accept: 'text/html' },
    });
    const html = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(html, /value="Rantaraitti"/);
    assert.match(html, /Lähetä ehdotus<\/button>/);
    assert.doesNotMatch(html, /name="start"/);
  });
});
