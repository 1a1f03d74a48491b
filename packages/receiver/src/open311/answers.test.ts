import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import {
  errorOf,
  readLookUp,
  readSending,
  readStatuses,
  readToken,
  rowsOf,
  textIn,
} from './answers.js';
import { readAttributes, readServices } from './services.js';

const ok = (text: string) => ({ status: 200, text });

describe('what a city answers to a request', () => {
  for (const [what, text, requestId] of [
    [
      'as specified',
      '[{"service_request_id":"293944","service_notice":"","account_id":null}]',
      '293944',
    ],
    ['with an id that is a number', '[{"service_request_id":293944}]', '293944'],
    ['with leading zeros', '[{"service_request_id": 00293944 , "zipcode": 00940}]', '00293944'],
    [
      'with more digits than a number has',
      '[{"service_request_id":12345678901234567890}]',
      '12345678901234567890',
    ],
    ['with a comma at the end', '[{"service_request_id":"1",},]', '1'],
    ['with a byte order mark and line breaks', '\uFEFF\r\n[{"service_request_id":"1"}]\n', '1'],
    ['without a list', '{"service_request_id":"1"}', '1'],
    ['with a line break in a text', '[{"service_request_id":"1","service_notice":"a\nb"}]', '1'],
    ['in single quotation marks', "[{'service_request_id':'1'}]", '1'],
  ] as const) {
    it(`(${what}) gives the id`, () => {
      assert.deepEqual(readSending(ok(text)), { kind: 'taken', requestId, token: undefined });
    });
  }

  it('may be a token', () => {
    const answer = readSending(ok('[{"token":12345}]'));
    assert.deepEqual(answer, { kind: 'taken', requestId: undefined, token: '12345' });
  });

  for (const [what, status, text] of [
    ['an empty answer', 200, ''],
    ['an empty list', 200, '[]'],
    ['a page', 200, '<html><title>Kiitos</title></html>'],
    ['XML', 200, '<?xml version="1.0"?><service_requests><request/></service_requests>'],
    ['half an answer', 200, '[{"service_request_id":"2939'],
    ['an error that calls itself well', 200, '[{"code":500,"description":"queue is full"}]'],
    ['a fault', 500, ''],
    ['a gateway that waited in vain', 504, ''],
    ['an overload that does not say until when', 503, ''],
    ['a redirection to a page', 303, ''],
  ] as const) {
    it(`(${what}) says nothing of whether it was taken`, () => {
      assert.equal(readSending({ status, text }).kind, 'unknown');
    });
  }

  for (const status of [301, 307, 308, 400, 401, 403, 404, 422, 429]) {
    it(`(${String(status)}) says that it was not taken`, () => {
      assert.equal(readSending({ status, text: '' }).kind, 'refused');
    });
  }

  it('says that it was not taken where it says when to come again', () => {
    assert.equal(readSending({ status: 503, text: '', retryAfter: 5 }).kind, 'refused');
  });
});

describe('what is told of an error', () => {
  for (const [text, error] of [
    ['[{"code":"003","description":"service_code not found"}]', '400 service_code not found'],
    ['{"error":"bad key",}', '400 bad key'],
    [
      '<html><head><title>400 Bad\n Request</title></head><body><p>x</p></html>',
      '400 400 Bad Request',
    ],
    ['<style>p{}</style><p>Virhe <b>1</b></p><script>alert(1)</script>', '400 Virhe 1'],
    ['', '400'],
  ] as const) {
    it(`is its words: ${error}`, () => {
      assert.equal(errorOf({ status: 400, text }), error);
    });
  }

  it('is short', () => {
    assert.equal(errorOf({ status: 500, text: 'x'.repeat(5000) }).length, 300);
  });
});

describe('looking a request up', () => {
  const row =
    '{"service_request_id":007,"status":"open","description":"Reikä\\n\\nPuntari K7M-4PX"}';
  const other = '{"service_request_id":"8","status":"open","description":"Puntari A2A-2AA"}';

  it('finds it by its mark', () => {
    const found = { kind: 'found', requestId: '007' };
    assert.deepEqual(readLookUp(ok(`[${other},${row}]`), 'Puntari K7M-4PX', 50), found);
  });

  it('knows that it is not there only from a whole list', () => {
    assert.equal(readLookUp(ok(`[${other}]`), 'Puntari K7M-4PX', 50).kind, 'absent');
    assert.equal(readLookUp(ok('[]'), 'Puntari K7M-4PX', 50).kind, 'absent');
    assert.equal(readLookUp(ok(`[${other},${other}]`), 'Puntari K7M-4PX', 2).kind, 'unable');
  });

  it('knows nothing from an error', () => {
    for (const [status, text, kind] of [
      [405, '', 'unable'],
      [501, '', 'unable'],
      [500, '', 'later'],
      [404, '<title>404</title>', 'later'],
      [200, '<title>Huolto</title>', 'later'],
      [200, '[{"code":500,"description":"try later"}]', 'later'],
    ] as const)
      assert.equal(readLookUp({ status, text }, 'Puntari K7M-4PX', 50).kind, kind, text);
  });
});

describe('what a city says of requests', () => {
  it('is read with empty texts for nothing and odd times', () => {
    const text =
      '[{"service_request_id":"1","status":"CLOSED","status_notes":" Korjattu. ","agency_responsible":"",' +
      '"expected_datetime":null,"updated_datetime":"2027-02-03T10:00:00+02:00","lat":"60.1","zip_code":"00940"},' +
      '{"service_request_id":"2","status":"pending","updated_datetime":"yesterday"},{"no":"id"}]';
    assert.deepEqual(readStatuses(ok(text)), [
      {
        requestId: '1',
        status: 'closed',
        statusNotes: 'Korjattu.',
        agency: undefined,
        expectedAt: undefined,
        updatedAt: '2027-02-03T08:00:00.000Z',
      },
      {
        requestId: '2',
        status: undefined,
        statusNotes: undefined,
        agency: undefined,
        expectedAt: undefined,
        updatedAt: undefined,
      },
    ]);
  });
});

describe('services of a city', () => {
  it('are read with whatever is missing', () => {
    const text =
      '[{"service_code":0012,"service_name":"Tiet","group":"Kadut","metadata":"true","type":"realtime"},' +
      '{"service_code":"a","description":"Puistot"},{"service_code":"a","service_name":"Puistot"},' +
      '{"service_name":"Ilman koodia"},{"service_code":"b","service_name":"","group":""},]';
    assert.deepEqual(readServices(ok(text)), [
      { code: '0012', label: 'Tiet', group: 'Kadut', hasAttributes: true },
      { code: 'a', label: 'Puistot', hasAttributes: false },
      { code: 'b', label: 'b', hasAttributes: false },
    ]);
  });

  it('have attributes that are asked', () => {
    const text =
      '{"service_code":"a","attributes":[{"variable":true,"code":"SYVYYS","datatype":"number","required":"true",' +
      '"description":"Kuinka syvä?"},{"variable":false,"code":"INFO"},{"description":"ilman koodia"},null]}';
    assert.deepEqual(readAttributes(ok(text)), [
      { code: 'SYVYYS', description: 'Kuinka syvä?', datatype: 'number', isRequired: true },
    ]);
    assert.deepEqual(readAttributes(ok('{"attributes":{}}')), []);
  });
});

/** Text that looks like an answer, with something wrong at any place. */
const broken = fc
  .tuple(fc.json(), fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 4 }))
  .map(([json, at, length, with_]) => {
    const text = `[${json},{"service_request_id":01,"description":${json}}]`;
    const place = at % text.length;
    return text.slice(0, place) + with_ + text.slice(place + length);
  });
const anyText = fc.oneof(fc.string(), fc.json(), broken);
const anyAnswer = fc.record({
  status: fc.integer({ min: 0, max: 599 }),
  text: anyText,
  retryAfter: fc.option(fc.nat(), { nil: undefined }),
  location: fc.option(fc.webUrl(), { nil: undefined }),
});

describe('any answer', () => {
  it('is read without a fault', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const outcomes = [readSending(answer).kind, readLookUp(answer, 'Puntari K7M-4PX', 50).kind];
        assert.ok(outcomes.every((kind) => typeof kind === 'string'));
        readStatuses(answer);
        readToken(answer, 't');
        readServices(answer);
        readAttributes(answer);
        assert.ok(errorOf(answer).length <= 300);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps an id as it was written, however it came', () => {
    const id = fc.stringMatching(/^\d{1,25}$/);
    fc.assert(
      fc.property(id, fc.boolean(), fc.boolean(), (digits, isText, hasComma) => {
        const value = isText ? `"${digits}"` : digits;
        const text = `[{"service_request_id":${value}${hasComma ? ',' : ''}}]`;
        const [row = {}] = rowsOf(text) ?? [];
        assert.equal(textIn(row, 'service_request_id'), digits);
      }),
    );
  });

  it('that is half of one is never an id', () => {
    const whole = '[{"service_request_id":"293944","token":"a"}]';
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), (length) => {
        assert.equal(readSending(ok(whole.slice(0, length))).kind, 'unknown');
      }),
    );
  });
});
