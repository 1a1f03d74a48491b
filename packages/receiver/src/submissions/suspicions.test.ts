import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { FormStatus } from '@puntari/contracts';

import { asObjects } from '../testing/csv.js';
import { NOW, SUBMISSION } from '../testing/records.js';
import {
  FEEDBACK_URL,
  fieldsWith,
  newKey,
  openPage,
  OPERATOR_TOKEN,
  PANEL_URL,
  postForm,
  postJson,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { commentOf, HIDDEN_FIELD, SUSPICIONS, suspicionsIn } from './suspicions.js';

let receiver: TestReceiver;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  receiver = await startReceiver({ operatorToken: OPERATOR_TOKEN, now: () => now });
});

afterEach(() => receiver.close());

const later = (seconds: number): void => {
  now = new Date(NOW.getTime() + seconds * 1000);
};

async function notes(): Promise<(string | undefined)[]> {
  const { body } = await receiver.app.inject({
    url: '/api/export/panels/liikenne-2027/registrations.csv',
    headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
  });
  return asObjects(body).map((row) => row['notes']);
}

/** The token that the whole form carries. */
async function openForm(url = PANEL_URL): Promise<string> {
  const { body } = await openPage(receiver.app, url);
  return /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

describe('the form on one page', () => {
  it('has a field that is neither seen, heard nor reached, nor filled in by a browser', async () => {
    const { body } = await openPage(receiver.app, PANEL_URL);
    const [, apart = ''] = /<div class="apart" aria-hidden="true">(.*?)<\/div>/s.exec(body) ?? [];
    assert.match(apart, /name="contact\/homepage" autocomplete="off" tabindex="-1"/);
    assert.match(apart, /Jätä tämä kenttä tyhjäksi/);
    assert.ok(body.indexOf('class="apart"') < body.indexOf('</form>'));
    const styles = await receiver.app.inject({ url: '/receiver.css' });
    assert.match(styles.body, /\.apart \{[^}]*clip-path: inset\(50%\)/);
  });

  it('has it in feedback too, and still is empty when nothing else was filled in', async () => {
    const page = await postForm(receiver.app, FEEDBACK_URL, [
      ['token', await openForm(FEEDBACK_URL)],
      [HIDDEN_FIELD, ''],
    ]);
    assert.equal(page.statusCode, 200);
  });

  it('that comes back with errors still tells when it was first given out', async () => {
    const token = await openForm();
    later(60);
    const page = await postForm(receiver.app, PANEL_URL, fieldsWith({ token, birthYear: 'x' }));
    assert.ok(page.body.includes(`name="token" value="${token}"`));
  });
});

describe('a registration in which the hidden field is filled in', () => {
  it('is accepted, and noted for officers', async () => {
    const response = await postForm(
      receiver.app,
      PANEL_URL,
      fieldsWith({ [HIDDEN_FIELD]: 'https://spam.example' }),
    );
    assert.equal(response.statusCode, 303);
    assert.deepEqual(await notes(), ['hidden-field']);
    const rows = await receiver.db.selectFrom('registrations').select('submission').execute();
    assert.doesNotMatch(JSON.stringify(rows), /spam/);
  });

  it('is not noted when only spaces stand there', async () => {
    await postForm(receiver.app, PANEL_URL, fieldsWith({ [HIDDEN_FIELD]: ' ' }));
    assert.deepEqual(await notes(), ['']);
  });
});

describe('a registration that was filled in', () => {
  for (const [seconds, note] of [
    [2, 'too-fast'],
    [3, ''],
    [600, ''],
  ] as const) {
    it(`in ${String(seconds)} seconds is accepted, and noted as "${note}"`, async () => {
      const token = await openForm();
      later(seconds);
      const response = await postForm(receiver.app, PANEL_URL, fieldsWith({ token }));
      assert.equal(response.statusCode, 303);
      assert.deepEqual(await notes(), [note]);
    });
  }

  it('in no time by a widget is noted too', async () => {
    const status = await receiver.app.inject({ url: PANEL_URL });
    const { token } = status.json<FormStatus>();
    await postJson(receiver.app, PANEL_URL, { ...SUBMISSION, token });
    assert.deepEqual(await notes(), ['too-fast']);
  });

  it('in a time that nobody knows is not noted', async () => {
    await postForm(receiver.app, PANEL_URL, fieldsWith({ token: 'nonsense' }));
    await postJson(receiver.app, PANEL_URL, SUBMISSION);
    assert.deepEqual(await notes(), ['', '']);
  });

  it('too fast the first time stays noted when it is replaced', async () => {
    const headers = { 'idempotency-key': newKey() };
    const status = await receiver.app.inject({ url: PANEL_URL });
    const { token } = status.json<FormStatus>();
    await postJson(receiver.app, PANEL_URL, { ...SUBMISSION, token }, headers);
    await postJson(receiver.app, PANEL_URL, { ...SUBMISSION, birthYear: 1981 }, headers);
    assert.deepEqual(await notes(), ['too-fast']);
  });
});

describe('the comment of the history', () => {
  it('gives back the suspicions that were put into it', () => {
    for (const what of [undefined, 'replaced']) {
      for (const suspicions of [[], ['too-fast'], [...SUSPICIONS]] as const) {
        const comment = commentOf(suspicions, what) ?? undefined;
        assert.deepEqual(suspicionsIn([comment]), suspicions);
        assert.equal(comment?.startsWith('replaced') ?? false, what !== undefined);
      }
    }
    assert.equal(commentOf([]), null);
  });
});
