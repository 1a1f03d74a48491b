import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { addressFor, dispositionOf } from './feedback-block.upload.js';

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
