import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import { getByRole, getByText, queryByRole, textOf } from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import './define.js';
import type { ParticipationLevel } from './participation-level.js';

const RECORD = { schemaVersion: 1, version: '1', id: 'katutila', level: 3 };

async function ready(template: TemplateResult): Promise<ParticipationLevel> {
  const element = await fixture<ParticipationLevel>(template);
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

const withRecord = (record: unknown): Promise<ParticipationLevel> =>
  ready(
    html`<puntari-participation-level lang="fi" .record=${record}></puntari-participation-level>`,
  );

/** Comes when the record has been checked, which is after it is shown, and something was found. */
function nextReport(): Promise<void> {
  const { error } = console;
  return new Promise((resolve) => {
    console.error = (...values: unknown[]) => {
      console.error = error;
      error(...values);
      resolve();
    };
  });
}

describe('<puntari-participation-level>', () => {
  for (const [level, name] of [
    [1, 'Tiedon jakaminen'],
    [2, 'Konsultointi'],
    [3, 'Yhdessä työskentely'],
    [4, 'Yhdessä työskentely'],
    [5, 'Vallan siirtäminen'],
  ] as const) {
    it(`says level ${level} of five and its name`, async () => {
      const element = await withRecord({ ...RECORD, level });
      expect(textOf(element)).to.contain(`taso ${level}/5: ${name}`);
      expect(element.querySelectorAll('[data-on]')).to.have.length(level);
    });
  }

  it('says of levels 3 and 4 the same', async () => {
    const meaning = async (level: number): Promise<string> =>
      textOf((await withRecord({ ...RECORD, level })).querySelector('p + p')!);
    expect(await meaning(3))
      .to.equal(await meaning(4))
      .and.not.equal(await meaning(2));
  });

  it('marks its place among all five', async () => {
    const element = await withRecord(RECORD);
    const items = [...element.querySelectorAll('li')];
    expect(items.map((item) => item.getAttribute('aria-current'))).to.deep.equal([
      null,
      null,
      'true',
      null,
      null,
    ]);
    expect(textOf(items[2]!)).to.contain('tämän asian taso');
  });

  describe('with the level as an attribute', () => {
    it('needs no record, and follows a change', async () => {
      const element = await ready(
        html`<puntari-participation-level lang="fi" level="2"></puntari-participation-level>`,
      );
      expect(textOf(element)).to.contain('taso 2/5: Konsultointi');
      element.setAttribute('level', '5');
      await waitUntil(() => textOf(element).includes('taso 5/5'));
    });
  });

  describe('with the record of a topic', () => {
    it('shows its level', async () => {
      const topic = {
        ...RECORD,
        title: 'Katutila',
        summary: 'Tila.',
        year: 2027,
        status: 'proposed',
        level: 4,
      };
      expect(textOf(await withRecord(topic))).to.contain('taso 4/5');
    });
  });

  describe('without a level', () => {
    it('says so', async () => {
      const { level: _, ...record } = RECORD;
      getByText(await withRecord(record), 'Tasoa ei ole kerrottu.');
    });
  });

  describe('with a level that is newer than the widget', () => {
    it('says in neutral words that it is not known', async () => {
      expectLog(/cannot use the record property as it is/);
      const report = nextReport();
      const element = await withRecord({ ...RECORD, level: 7 });
      getByText(element, 'Ei tiedossa');
      await report;
    });
  });

  describe('switched to another language', () => {
    it('says all of it in that language', async () => {
      const element = await withRecord(RECORD);
      element.lang = 'en';
      await waitUntil(() => queryByRole(element, 'heading', 'Level of participation'));
      getByRole(element, 'heading', 'Level of participation');
      expect(textOf(element)).to.contain('Working together').and.not.contain('Yhdessä');
    });
  });
});
