/** What a server must survive. In Node, because that is where the slow way of these was slow. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  checkSubmission,
  fallbackChain,
  feedbackFromFields,
  normalizeInvitationCode,
  parseRecord,
} from '../dist/index.js';

const LENGTH = 200_000;
/** The slow ways took seconds to minutes; the right ones a few milliseconds. */
const AT_ONCE = 5000;

function takesNoTime(act) {
  const started = performance.now();
  const result = act();
  const ms = performance.now() - started;
  assert.ok(ms < AT_ONCE, `took ${ms.toFixed(0)} ms`);
  return result;
}

describe('hostile input is answered at once', () => {
  const channel = { id: 'a', kinds: ['idea'], offersReply: true, limits: {} };
  const panel = { id: 'a', registration: {}, questions: [], sessions: [] };

  it('an e-mail address of dots', () => {
    const values = { wantsReply: 'true', 'contact/email': `${'.'.repeat(LENGTH)}x` };
    const draft = takesNoTime(() => feedbackFromFields(channel, values, 'fi'));
    assert.equal(draft.contact.email.length, LENGTH + 1);
  });

  it('a phone number of spaces, an invitation code of dashes', () => {
    const values = { wantsReply: 'true', 'contact/phone': `${'( '.repeat(LENGTH)}1` };
    const draft = takesNoTime(() => feedbackFromFields(channel, values, 'fi'));
    assert.equal(draft.contact.phone, '1');
    assert.equal(
      takesNoTime(() => normalizeInvitationCode('-'.repeat(LENGTH))),
      '',
    );
  });

  it('a language of many parts', () => {
    assert.ok(takesNoTime(() => fallbackChain(`fi${'-ab'.repeat(LENGTH)}`)).length < 10);
  });

  it('answers to a hundred thousand questions that were not asked', () => {
    const strata = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, ' ']));
    const errors = takesNoTime(() => checkSubmission(panel, { strata }));
    assert.ok(errors.some(({ pointer, code }) => pointer === '/strata' && code === 'unknown'));
  });

  it('a record of one long value', () => {
    const { problems } = takesNoTime(() => parseRecord('topic', { id: '-'.repeat(10 * LENGTH) }));
    assert.ok(JSON.stringify(problems).length < 2000);
  });
});
