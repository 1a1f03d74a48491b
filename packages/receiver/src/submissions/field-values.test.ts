import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import {
  cleanText,
  isAnswer,
  type Panel,
  parseRecord,
  type Submission,
  submissionFromFields,
} from '@puntari/contracts';

import { PANEL, SUBMISSION } from '../testing/records.js';
import { fieldValuesOf } from './field-values.js';

const { record } = parseRecord('panel', PANEL);
const panel = record as unknown as Panel;

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((written) => cleanText(written).trim())
  .filter((written) => isAnswer(written) && !/\s/.test(written));

const changes = fc.record(
  {
    birthYear: fc.integer({ min: 1900, max: 2012 }),
    eligibility: fc.record({ livesInArea: fc.boolean(), excluded: fc.boolean() }),
    strata: fc.record({
      gender: fc.constantFrom('woman', 'not-stated'),
      area: fc.constantFrom('north', 'south'),
    }),
    ownWords: fc.record({ gender: text }),
    availability: fc.uniqueArray(fc.constantFrom('s1', 's2'), { minLength: 1 }),
    address: fc.oneof(
      fc.constant({ protected: true }),
      fc.record({ line1: text, postcode: fc.constant('02100'), city: text }),
    ),
    helper: fc.record({ name: text }),
    support: fc.record({
      needs: fc.uniqueArray(fc.constantFrom('interpretation', 'diet'), { minLength: 1 }),
      note: text,
    }),
  },
  { requiredKeys: [] },
);

describe('what stands in the fields of a form that is corrected', () => {
  it('is read back as the same submission, whatever was answered', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        // As the database keeps it.
        const json = JSON.stringify({ ...SUBMISSION, ...changed });
        const submission = JSON.parse(json) as Submission;
        const fields = fieldValuesOf(submission);
        assert.deepEqual(submissionFromFields(panel, fields, 'fi'), submission);
      }),
    );
  });
});
