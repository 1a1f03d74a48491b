import { expect } from '@open-wc/testing';

import { documentKey } from './panel-composition.model.js';
import { compositionWith } from './testing/composition.js';

describe('the key of a comparison', () => {
  const record = compositionWith();

  it('changes with version, language and heading level', () => {
    const keys = [
      documentKey(record, 'fi', 2),
      documentKey({ ...record, version: '2' }, 'fi', 2),
      documentKey(record, 'sv', 2),
      documentKey(record, 'fi', 3),
    ];
    expect(new Set(keys).size).to.equal(keys.length);
  });
});
