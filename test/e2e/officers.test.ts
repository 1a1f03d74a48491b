/** An officer writes down what somebody said on the telephone, on the page that the receiver has for that. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { ESPOO, FORM } from './support/answers.js';
import { OPERATOR_TOKEN } from './support/receiver.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { goToCheck, widgetOn } from './support/widget.js';

const stage = await openStage();

describe('the page on which officers write down registrations', () => {
  const start = async (token: string): Promise<void> => {
    const { page } = stage.visitor;
    await page.$eval('#token', (field) => {
      (field as HTMLInputElement).value = '';
    });
    await page.type('#token', token);
    await page.select('#channel', 'phone');
    await page.click('button[type=submit]');
  };

  const alertText = (): Promise<string> =>
    stage.visitor.page.$eval('[role=alert]', ({ textContent }) => textContent);

  beforeEach(async () => {
    await stage.visitor.page.goto(`${stage.receiver.origin}/operator/entry/liikenne-2027?lang=fi`);
  });

  it('begins nothing without the token, and says so', async () => {
    await start('arvattu-tunnus-joka-ei-ole-oikea-tunnus');
    await until('the refusal', async () => (await alertText()).includes('Mitään ei ole kirjattu'));
    assert.equal(await stage.visitor.page.$(`#entry-form ${FORM}`), null);
  });

  it('records how the answers came, and that an officer wrote them down', async () => {
    const { page } = stage.visitor;
    await start(OPERATOR_TOKEN);
    await page.waitForSelector(`#entry-form ${FORM}`);
    const form = await widgetOn(page, FORM);
    await goToCheck(form, ESPOO);
    await form.goOn();
    const reference = await form.reference();
    const [row, ...others] = stage.receiver.registrations();
    assert.deepEqual(others, []);
    assert.deepEqual([row?.['reference'], row?.['channel']], [reference, 'phone']);
    const history = stage.receiver.rows('SELECT by FROM registration_history');
    assert.deepEqual(history, [{ by: 'officer' }]);
    assert.deepEqual(stage.visitor.thrown, []);
    // The next one begins empty.
    await start(OPERATOR_TOKEN);
    await until('an empty form', async () => !(await form.text()).includes(reference));
    assert.equal((await page.$$(`#entry-form ${FORM}`)).length, 1);
  });
});
