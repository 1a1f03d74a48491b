import { expect } from '@open-wc/testing';

import { toPointer } from './problem.js';

describe('toPointer', () => {
  it('is empty for the whole', () => {
    expect(toPointer([])).to.equal('');
  });

  it('writes each key after a slash', () => {
    expect(toPointer(['items', 0, 'text'])).to.equal('/items/0/text');
  });

  it('escapes what a pointer uses itself', () => {
    expect(toPointer(['a/b', 'c~d', '~1'])).to.equal('/a~1b/c~0d/~01');
  });
});
