import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { addressFor, dispositionOf, upload, type UploadError } from './feedback-block.upload.js';
import { FakeRequest, stubRequests } from './testing/requests.js';

const BASE = 'https://example.fi/sivu/';

describe('the address for files', () => {
  it('stands beside that of the feedback', () => {
    expect(addressFor('/api/feedback/osallisuus', 'osallisuus', BASE)).to.equal(
      'https://example.fi/api/feedback/osallisuus/attachments',
    );
  });

  it('tells the common address of all channels which one it is', () => {
    expect(addressFor('/api/feedback', 'osallisuus', BASE)).to.equal(
      'https://example.fi/api/feedback/attachments?channelId=osallisuus',
    );
    expect(addressFor('/api/feedback/?channelId=osallisuus', 'osallisuus', BASE)).to.equal(
      'https://example.fi/api/feedback/attachments?channelId=osallisuus',
    );
  });
});

describe('the name of a file in a header', () => {
  it('can be any, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = text.normalize('NFC');
        const header = dispositionOf(name);
        const [, encoded = ''] = header.split("''");
        expect(header).to.match(/^attachment; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/);
        expect(decodeURIComponent(encoded)).to.equal(name);
      }),
    );
  });
});

describe('a file on a line that is dead', () => {
  let restore: () => void;

  beforeEach(() => {
    restore = stubRequests();
  });

  afterEach(() => {
    restore();
  });

  const sent = (patience: number) =>
    upload(new File(['x'], 'kuva.png', { type: 'image/png' }), {
      action: '/api/feedback/osallisuus',
      channelId: 'osallisuus',
      key: 'k',
      lang: 'fi',
      signal: new AbortController().signal,
      onProgress: () => undefined,
      patience,
    });

  it('is given up when nothing moves, so that another try can be made', async () => {
    const code = await sent(10).catch((error: unknown) => (error as UploadError).code);
    expect(code).to.equal('network');
    expect(FakeRequest.made[0]?.wasAborted).to.equal(true);
  });

  it('is waited for as long as something moves', async () => {
    const file = sent(50);
    for (let loaded = 1; loaded <= 4; loaded += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      FakeRequest.made[0]?.progress(loaded, 5);
    }
    FakeRequest.made[0]?.take('f1');
    expect((await file).id).to.equal('f1');
    expect(FakeRequest.made[0]?.wasAborted).to.equal(false);
  });
});
