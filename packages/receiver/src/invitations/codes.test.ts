import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { normalizeInvitationCode } from '@puntari/contracts';

import { checkCharacter, createCode, isCode } from './codes.js';

const code = fc.constant(undefined).map(createCode);
const isWhole = (signs: string): boolean => checkCharacter(signs.slice(0, -1)) === signs.at(-1);

describe('a code of invitation', () => {
  it('can be read and typed: groups, and no letter that looks like another or a digit', () => {
    fc.assert(
      fc.property(code, (text) => {
        assert.match(
          text,
          /^[2-9ACDEFHJKMNPRTXY]{4}-[2-9ACDEFHJKMNPRTXY]{4}-[2-9ACDEFHJKMNPRTXY]{2}$/,
        );
        assert.equal(normalizeInvitationCode(text.toLowerCase()), text.replaceAll('-', ''));
        assert.ok(isWhole(normalizeInvitationCode(text)));
      }),
    );
  });

  it('is never that of somebody else by one wrong character', () => {
    const sign = fc.nat(22).map((at) => '23456789ACDEFHJKMNPRTXY'.charAt(at));
    fc.assert(
      fc.property(code, fc.nat(9), sign, (text, place, wrong) => {
        const signs = normalizeInvitationCode(text);
        fc.pre(signs[place] !== wrong);
        assert.equal(isWhole(signs.slice(0, place) + wrong + signs.slice(place + 1)), false);
      }),
    );
  });

  it('is never that of somebody else by two characters that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(8), (text, place) => {
        const signs = [...normalizeInvitationCode(text)];
        const [first = '', second = ''] = signs.slice(place, place + 2);
        fc.pre(first !== second);
        signs.splice(place, 2, second, first);
        assert.equal(isWhole(signs.join('')), false);
      }),
    );
  });

  it('is no code when nothing of it is kept, or too much', () => {
    for (const text of ['', '---', ' ', 'X'.repeat(41)]) assert.equal(isCode(text), false);
    assert.equal(isCode('k7m4 px2y 9t'), true);
  });
});
