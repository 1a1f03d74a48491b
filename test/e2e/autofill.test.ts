/** The browser's own autofill, as a person starts it from the first field of the contact step. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ESPOO, FORM } from './support/answers.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { widgetOn } from './support/widget.js';

const stage = await openStage();

const ADDRESS = {
  NAME_FIRST: 'Aino',
  NAME_LAST: 'Esimerkki',
  ADDRESS_HOME_STREET_ADDRESS: 'Esimerkkitie 1 A 2',
  ADDRESS_HOME_LINE1: 'Esimerkkitie 1 A 2',
  ADDRESS_HOME_ZIP: '02100',
  ADDRESS_HOME_CITY: 'Espoo',
  ADDRESS_HOME_COUNTRY: 'FI',
  EMAIL_ADDRESS: 'aino@example.fi',
  PHONE_HOME_WHOLE_NUMBER: '+358401234567',
};

describe('autofill of the contact step', () => {
  it('fills in who the person is and where to reach them, and nothing of the helper', async () => {
    const { page } = stage.visitor;
    await page.goto(`${stage.receiver.origin}/espoo/`);
    const form = await widgetOn(page, FORM);
    for (
      let title = await form.goOn();
      !title.includes('Yhteystietosi');
      title = await form.goOn()
    ) {
      await form.answer(ESPOO);
    }
    const first = await page.waitForSelector(`${FORM} >>> [name="contact/firstName"]`);
    const fields = Object.entries(ADDRESS).map(([name, value]) => ({ name, value }));
    await first!.autofill({ address: { fields } });
    const valuesIn = (): Promise<Record<string, string>> =>
      page.$eval(`${FORM} >>> form`, (element) =>
        Object.fromEntries(
          [...element.querySelectorAll<HTMLInputElement>('input.puntari-control')].map(
            ({ name, value }) => [name, value],
          ),
        ),
      );
    await until('the address', async () => (await valuesIn())['contact/email'] !== '');
    assert.deepEqual(await valuesIn(), {
      'contact/firstName': 'Aino',
      'contact/lastName': 'Esimerkki',
      'address/line1': 'Esimerkkitie 1 A 2',
      'address/postcode': '02100',
      'address/city': 'Espoo',
      'contact/email': 'aino@example.fi',
      'contact/phone': '+358401234567',
      'helper/name': '',
    });
    // The browser lets each field believe in a key, which has no name.
    assert.deepEqual(stage.visitor.thrown, []);
  });
});
