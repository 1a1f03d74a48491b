import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';

import type { FeedbackAttachment, FeedbackSubmission } from '@puntari/contracts';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';

import { contentOf } from '../content/content.js';
import { exifSegment, jpeg, pdf, png } from '../testing/files.js';
import {
  FEEDBACK_URL,
  fileOf,
  newKey,
  OPERATOR_TOKEN,
  postJson,
  problemOf,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { CHANNEL, FEEDBACK, NOW } from '../testing/records.js';

const MAX_SIZE = 4000;
const TAKING = {
  ...CHANNEL,
  attachments: {
    maxFiles: 2,
    maxSize: MAX_SIZE,
    types: ['image/jpeg', 'image/png', 'application/pdf', 'text/plain'],
  },
};
const SILENT = { ...CHANNEL, id: 'vain-sanoja' };
const CONTENT = contentOf([fileOf('feedback', TAKING), fileOf('feedback', SILENT)]);
const FILES_URL = `${FEEDBACK_URL}/attachments`;
const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = DAY_MS / 24;

let receiver: TestReceiver;
let now: Date;

beforeEach(async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  now = NOW;
  receiver = await startReceiver({
    content: CONTENT,
    operatorToken: OPERATOR_TOKEN,
    origins: ['https://kaupunki.example'],
    now: () => now,
  });
});

afterEach(async () => {
  await receiver.close();
  mock.timers.reset();
});

interface Upload {
  readonly url?: string;
  readonly key?: string;
  readonly name?: string;
  readonly type?: string;
  readonly from?: string;
}

function upload(
  bytes: Buffer,
  {
    url = FILES_URL,
    key = newKey(),
    name = 'kuva.jpg',
    type = 'image/jpeg',
    from = '127.0.0.1',
  }: Upload = {},
): Promise<LightMyRequestResponse> {
  return receiver.app.inject({
    method: 'POST',
    url,
    remoteAddress: from,
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'idempotency-key': key,
    },
    payload: bytes,
  });
}

const fileIn = (response: LightMyRequestResponse): FeedbackAttachment => {
  assert.equal(response.statusCode, 201, response.body);
  return response.json();
};

const withFiles = (...attachments: readonly unknown[]): unknown => ({ ...FEEDBACK, attachments });

const download = (id: string, headers: Record<string, string> = {}) =>
  receiver.app.inject({
    url: `/operator/feedback/files/${id}`,
    headers: { authorization: `Bearer ${OPERATOR_TOKEN}`, ...headers },
  });

async function storedSubmission(): Promise<FeedbackSubmission> {
  const row = await receiver.db
    .selectFrom('feedback')
    .select('submission')
    .executeTakeFirstOrThrow();
  return JSON.parse(row.submission) as FeedbackSubmission;
}

describe('POST /api/feedback/:id/attachments', () => {
  it('answers with what was kept: the name, the true type and the size without what was taken out', async () => {
    const file = fileIn(
      await upload(jpeg(exifSegment(1)), { name: '../Kuoppa tiellä.jpg', type: 'image/png' }),
    );
    const { id, ...told } = file;
    assert.match(id, /^[\w-]{20,}$/);
    assert.deepEqual(told, {
      name: 'Kuoppa tiellä.jpg',
      type: 'image/jpeg',
      size: jpeg().length,
    });
  });

  it('answers the same to the same key', async () => {
    const key = newKey();
    const first = await upload(jpeg(), { key });
    const again = await upload(jpeg(), { key });
    assert.deepEqual([again.statusCode, again.body], [201, first.body]);
    assert.equal(await receiver.count('attachments'), 1);
  });

  it('is there for all channels too, and then the query says which', async () => {
    const url = '/api/feedback/attachments';
    assert.equal((await upload(jpeg(), { url: `${url}?channelId=palaute` })).statusCode, 201);
    assert.equal((await upload(jpeg(), { url })).statusCode, 404);
  });

  it('needs a key, a channel, and one that takes files', async () => {
    const problems = await Promise.all([
      upload(jpeg(), { key: '' }),
      upload(jpeg(), { url: '/api/feedback/muu/attachments' }),
      upload(jpeg(), { url: '/api/feedback/vain-sanoja/attachments' }),
    ]);
    assert.deepEqual(
      problems.map((one) => [one.statusCode, problemOf(one).code]),
      [
        [400, 'key-missing'],
        [404, 'not-found'],
        [409, 'no-attachments'],
      ],
    );
  });

  it('says which limit a file that is too large goes beyond', async () => {
    const response = await upload(Buffer.alloc(MAX_SIZE + 1, 'a'), { type: 'text/plain' });
    assert.equal(response.statusCode, 413);
    assert.deepEqual(problemOf(response).errors, [
      { pointer: '/attachments', code: 'tooLarge', params: { max: MAX_SIZE } },
    ]);
  });

  it('says it also to who does not say beforehand how much comes', async () => {
    await receiver.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = receiver.app.server.address() as AddressInfo;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(
        {
          port,
          method: 'POST',
          path: FILES_URL,
          headers: { 'idempotency-key': newKey(), 'content-type': 'text/plain' },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sending.on('error', reject);
      for (let count = 0; count < 20; count += 1) sending.write(Buffer.alloc(MAX_SIZE / 4, 'a'));
      sending.end();
    });
    assert.equal(status, 413);
    assert.equal(await receiver.count('attachments'), 0);
  });

  it('says what is wrong with a file, and keeps nothing of it', async () => {
    const files = [
      [Buffer.from('<svg onload=alert(1)>'), 'wrongType'],
      [jpeg().subarray(0, 100), 'unreadable'],
      [pdf('/AA <</O <</S /Launch>>>>'), 'unsafe'],
      [Buffer.alloc(0), 'unreadable'],
    ] as const;
    for (const [bytes, code] of files) {
      const response = await upload(bytes);
      assert.equal(response.statusCode, 422);
      const [error] = problemOf(response).errors ?? [];
      assert.deepEqual([error?.pointer, error?.code], ['/attachments', code]);
    }
    assert.equal(await receiver.count('attachments'), 0);
  });

  it('lets nobody fill the disk with files that nothing comes of', async () => {
    const { id } = fileIn(await upload(jpeg()));
    const full = { size: 500_000_000 };
    await receiver.db.updateTable('attachments').set(full).where('id', '=', id).execute();
    const response = await upload(png());
    assert.deepEqual([response.statusCode, String(response.headers['retry-after'])], [429, '3600']);
    await receiver.db.deleteFrom('attachments').execute();
    fileIn(await upload(png()));
  });

  for (const [kind, from, neighbor, other] of [
    ['address', '192.0.2.1', '192.0.2.1', '192.0.2.2'],
    ['network', '2001:db8:1:2::5', '2001:db8:1:2:ffff::1', '2001:db8:1:3::5'],
  ] as const) {
    it(`lets one ${kind} take no more of that room than it leaves to all others`, async () => {
      const { id } = fileIn(await upload(jpeg(), { from }));
      const half = { size: 250_000_000 };
      await receiver.db.updateTable('attachments').set(half).where('id', '=', id).execute();
      const response = await upload(png(), { from: neighbor });
      assert.equal(response.statusCode, 429);
      assert.equal(String(response.headers['retry-after']), '3600');
      assert.match(problemOf(response).detail ?? '', /from this network .* Send the feedback/);
      fileIn(await upload(png(), { from: other }));
    });
  }

  it('gives the room back as soon as the files belong to feedback, and forgets whose they were', async () => {
    const file = fileIn(await upload(jpeg()));
    const setSize = (size: number) =>
      receiver.db.updateTable('attachments').set({ size }).where('id', '=', file.id).execute();
    await setSize(250_000_000);
    assert.equal((await upload(png())).statusCode, 429);
    await setSize(file.size);
    await postJson(receiver.app, FEEDBACK_URL, withFiles(file));
    const rows = await receiver.db.selectFrom('attachments').select('sender').execute();
    assert.deepEqual(rows, [{ sender: null }]);
    await setSize(250_000_000);
    fileIn(await upload(png()));
  });

  it('lets pages of allowed origins send, with a name', async () => {
    const { headers } = await receiver.app.inject({
      method: 'OPTIONS',
      url: FILES_URL,
      headers: { origin: 'https://kaupunki.example', 'access-control-request-method': 'POST' },
    });
    assert.match(String(headers['access-control-allow-headers']), /Content-Disposition/);
  });

  it('takes nothing else', async () => {
    const { statusCode, headers } = await receiver.app.inject({ method: 'PUT', url: FILES_URL });
    assert.deepEqual([statusCode, headers.allow], [405, 'POST, OPTIONS']);
  });

  it('never fails, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.string(),
        fc.constantFrom('image/png', 'application/json', 'multipart/form-data', 'x', ''),
        fc.constantFrom(undefined, ...[jpeg(), png(), pdf()].map((one) => one.subarray(0, 60))),
        async (bytes, name, type, start = Buffer.alloc(0)) => {
          const response = await upload(Buffer.concat([start, bytes]), {
            name,
            type,
          });
          assert.ok(response.statusCode < 500, response.body);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('feedback with files', () => {
  it('keeps them, as they are here and not as they were told', async () => {
    const file = fileIn(await upload(jpeg()));
    const response = await postJson(
      receiver.app,
      FEEDBACK_URL,
      withFiles({ ...file, name: 'other.exe', size: 1 }),
    );
    assert.equal(response.statusCode, 201);
    assert.deepEqual((await storedSubmission()).attachments, [file]);
  });

  it('is refused with files that are not there, are of another channel or belong to others', async () => {
    const file = fileIn(await upload(jpeg()));
    await postJson(receiver.app, FEEDBACK_URL, withFiles(file));
    for (const one of [file, { ...file, id: 'muu' }]) {
      const response = await postJson(receiver.app, FEEDBACK_URL, withFiles(one));
      assert.equal(response.statusCode, 422);
      assert.deepEqual(problemOf(response).errors, [{ pointer: '/attachments', code: 'gone' }]);
    }
    assert.equal(await receiver.count('feedback'), 1);
  });

  it('keeps them when it takes the place of itself, and gives up those that it left out', async () => {
    const headers = { 'idempotency-key': newKey() };
    const [one, two] = [fileIn(await upload(jpeg())), fileIn(await upload(png()))];
    const first = await postJson(receiver.app, FEEDBACK_URL, withFiles(one, two), headers);
    const second = await postJson(receiver.app, FEEDBACK_URL, withFiles(two), headers);
    assert.deepEqual([first.statusCode, second.statusCode], [201, 201]);
    assert.equal(receiptOf(second).reference, receiptOf(first).reference);
    assert.deepEqual((await storedSubmission()).attachments, [two]);
    assert.equal((await download(one.id)).statusCode, 404);
    assert.equal((await download(two.id)).statusCode, 200);
  });

  it('takes no more than the channel does', async () => {
    const files = [];
    for (const bytes of [jpeg(), png(), pdf()]) files.push(fileIn(await upload(bytes)));
    const response = await postJson(receiver.app, FEEDBACK_URL, withFiles(...files));
    assert.deepEqual(problemOf(response).errors, [
      { pointer: '/attachments', code: 'tooMany', params: { max: 2 } },
    ]);
  });

  it('leaves nothing behind that nobody sent within a day', async () => {
    const file = fileIn(await upload(jpeg()));
    await upload(png());
    await postJson(receiver.app, FEEDBACK_URL, withFiles(file));
    now = new Date(NOW.getTime() + DAY_MS - 1);
    mock.timers.tick(HOUR_MS);
    assert.equal(await receiver.count('attachments'), 2);
    now = new Date(NOW.getTime() + DAY_MS + 1);
    mock.timers.tick(HOUR_MS);
    while ((await receiver.count('attachments')) > 1) await new Promise(setImmediate);
    assert.equal((await download(file.id)).statusCode, 200);
  });
});

describe('a file in the hands of an officer', () => {
  it('is saved and never shown, as what it is and under its name', async () => {
    const file = fileIn(await upload(Buffer.from('Hei, näin kävi.'), { name: 'Näin kävi' }));
    await postJson(receiver.app, FEEDBACK_URL, withFiles(file));
    const { headers, body } = await download(file.id);
    assert.equal(body, 'Hei, näin kävi.');
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(
      headers['content-disposition'],
      `attachment; filename="Nain kavi.txt"; filename*=UTF-8''N%C3%A4in%20k%C3%A4vi.txt`,
    );
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'");
    assert.equal(headers['cache-control'], 'no-store');
  });

  it('is given to nobody else, and not before it belongs to feedback', async () => {
    const file = fileIn(await upload(jpeg()));
    assert.equal((await download(file.id)).statusCode, 404);
    await postJson(receiver.app, FEEDBACK_URL, withFiles(file));
    assert.equal((await download(file.id, { authorization: 'Bearer wrong' })).statusCode, 401);
    const basic = Buffer.from(`Aino:${OPERATOR_TOKEN}`).toString('base64');
    assert.equal((await download(file.id, { authorization: `Basic ${basic}` })).statusCode, 200);
  });
});

describe('a form with files, without JavaScript', () => {
  type Part = readonly [field: string, content: string | Buffer, fileName?: string];

  function post(parts: readonly Part[], url = FEEDBACK_URL): Promise<LightMyRequestResponse> {
    const mark = 'b0undary';
    const payload = parts.flatMap(([field, content, fileName]) => [
      `--${mark}\r\nContent-Disposition: form-data; name="${field}"`,
      fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: image/svg+xml`,
      '\r\n\r\n',
      content,
      '\r\n',
    ]);
    return receiver.app.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': `multipart/form-data; boundary=${mark}`,
        accept: 'text/html',
      },
      payload: Buffer.concat([...payload, `--${mark}--\r\n`].map((part) => Buffer.from(part))),
    });
  }

  const TEXT = 'Tässä kuva kuopasta.';
  const words: readonly Part[] = [
    ['lang', 'fi'],
    ['kind', 'idea'],
    ['text', TEXT],
  ];

  /** What the form that came back was printed with. */
  const formIn = (body: string): { values: Record<string, unknown>; errors: unknown } =>
    JSON.parse(/<pre>([\s\S]*)<\/pre>/.exec(body)?.[1] ?? '') as ReturnType<typeof formIn>;

  it('is taken with its files', async () => {
    const response = await post([...words, ['attachments', jpeg(exifSegment(1)), 'Kuoppa.jpg']]);
    assert.equal(response.statusCode, 303);
    const { text, attachments } = await storedSubmission();
    assert.equal(text, TEXT);
    assert.deepEqual(
      attachments?.map(({ name, size }) => [name, size]),
      [['Kuoppa.jpg', jpeg().length]],
    );
  });

  it('is taken without a file where none was chosen', async () => {
    const response = await post([...words, ['attachments', '', '']]);
    assert.equal(response.statusCode, 303);
    assert.ok(!('attachments' in (await storedSubmission())));
  });

  it('is taken once when it is sent twice', async () => {
    const parts: readonly Part[] = [...words, ['attachments', jpeg(), 'a.jpg']];
    const first = await post(parts);
    const second = await post(parts);
    assert.equal(second.headers.location, first.headers.location);
    assert.equal(await receiver.count('attachments'), 1);
  });

  it('is another one when the same is sent later, with a file of its own', async () => {
    const parts: readonly Part[] = [...words, ['attachments', jpeg(), 'a.jpg']];
    const first = await post(parts);
    now = new Date(now.getTime() + HOUR_MS);
    const second = await post(parts);
    assert.equal(second.statusCode, 303);
    assert.notEqual(second.headers.location, first.headers.location);
    assert.equal(await receiver.count('attachments'), 2);
    assert.equal((await post(parts)).headers.location, second.headers.location);
  });

  it('leaves nothing of who sent it once more feedback has come later', async () => {
    await post([...words, ['attachments', jpeg(), 'a.jpg']]);
    now = new Date(now.getTime() + HOUR_MS);
    await postJson(receiver.app, FEEDBACK_URL, FEEDBACK);
    const keys = await receiver.db.selectFrom('attachments').select(['id', 'key']).execute();
    assert.deepEqual(
      keys.map(({ key }) => key),
      keys.map(({ id }) => id),
    );
  });

  it('comes back with the words, the good files and what is wrong with the others', async () => {
    const response = await post([
      ...words,
      ['attachments', png(), 'hyvä.png'],
      ['attachments', Buffer.from('<svg/>'), 'paha.svg'],
    ]);
    assert.equal(response.statusCode, 422);
    const { values, errors } = formIn(response.body);
    assert.equal(values['text'], TEXT);
    const [kept, ...others] = values['attachments'] as string[];
    assert.equal((JSON.parse(kept ?? '') as FeedbackAttachment).name, 'hyvä.png');
    assert.deepEqual(others, []);
    const types = TAKING.attachments.types.join(', ');
    assert.deepEqual(errors, [
      { pointer: '/attachments', code: 'wrongType', params: { types, name: 'paha.svg' } },
    ]);

    const again = await post([...words, ['attachments', kept ?? '']]);
    assert.equal(again.statusCode, 303);
    assert.equal((await storedSubmission()).attachments?.[0]?.name, 'hyvä.png');
  });

  it('comes back with the words when a file is too large, or there are too many', async () => {
    const large = await post([...words, ['attachments', Buffer.alloc(200_000, 'a'), 'a.txt']]);
    const many = await post([
      ...words,
      ...['a', 'b', 'c'].map((name): Part => ['attachments', png(), name]),
    ]);
    for (const [response, code] of [
      [large, 'tooLarge'],
      [many, 'tooMany'],
    ] as const) {
      assert.equal(response.statusCode, 422);
      const { values, errors } = formIn(response.body);
      assert.equal(values['text'], TEXT);
      assert.equal((errors as { code: string }[])[0]?.code, code);
    }
  });

  it('tells it where the channel takes no files', async () => {
    const url = '/api/feedback/vain-sanoja';
    const response = await post([...words, ['attachments', png(), 'a.png']], url);
    assert.equal(response.statusCode, 422);
    assert.deepEqual(formIn(response.body).errors, [{ pointer: '/attachments', code: 'unknown' }]);
  });

  it('is refused as before when it is no form, or not in letters', async () => {
    assert.equal((await post([['text', Buffer.from([0xe4])]])).statusCode, 400);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const { statusCode } = await receiver.app.inject({
        method: 'POST',
        url: FEEDBACK_URL,
        headers: { 'content-type': type, accept: 'text/html' },
        payload: '--x\r\nContent-Dis',
      });
      assert.equal(statusCode, 400);
    }
    const long = await post([['text', 'a'.repeat(70_000)]]);
    assert.equal(long.statusCode, 413);
  });
});
