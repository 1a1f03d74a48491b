/** `docs/records.md` says of every field what the schemas say, and its examples are valid. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import * as v from 'valibot';

import * as contracts from '../dist/index.js';
import { allSchemas } from '../generate/schemas.js';
import { fieldRows } from './support/field-rows.js';

const DOCUMENT = readFileSync(new URL('../../../docs/records.md', import.meta.url), 'utf8');
const SCHEMAS = allSchemas('#/$defs/');

/** What stands under a heading, up to the next one of any level. */
function section(name) {
  const [, text] = new RegExp(`^#+ ${name}\n([^]*?)(?=^#|(?![^]))`, 'm').exec(DOCUMENT) ?? [];
  assert.ok(text, `docs/records.md has no heading "${name}"`);
  return text;
}

/** The rows of the first table in a text, as lists of cells. */
const tableIn = (text) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')));

const examples = [...DOCUMENT.matchAll(/^```json (\w+)\n([^]*?)^```$/gm)].map(([, kind, text]) => ({
  kind,
  text,
}));

describe('docs/records.md', () => {
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    if (!schema.properties) continue;

    it(`lists the fields of ${name}, each with its type and whether it is required`, () => {
      const rows = tableIn(section(name)).map(([field, type, required]) => [field, type, required]);
      const expected = fieldRows(schema).map(({ field, type, required }) => [
        `\`${field}\``,
        type,
        required ? 'yes' : '–',
      ]);
      assert.deepEqual(rows, expected);
    });

    it(`says what each field of ${name} means`, () => {
      const silent = tableIn(section(name)).filter(([, , , meaning]) => !meaning?.trim());
      assert.deepEqual(silent, []);
    });
  }

  it('lists every vocabulary with all its codes', () => {
    const rows = tableIn(section('Vocabularies')).map(([name, codes]) => [name, codes]);
    const isVocabulary = ([name, value]) =>
      Array.isArray(value) && !['STATUSES_WITH_REASON', 'PANEL_STATES'].includes(name);
    const expected = Object.entries(contracts)
      .filter(isVocabulary)
      .map(([name, codes]) => [`\`${name}\``, codes.map((code) => `\`${code}\``).join(' ')]);
    assert.deepEqual(rows.sort(), expected.sort());
  });

  it('has an example of every record', () => {
    const kinds = examples.map(({ kind }) => kind);
    const missing = [
      ...Object.keys(contracts.RECORD_SCHEMAS),
      ...['submission', 'registration', 'feedbackSubmission', 'feedback'],
      ...['receipt', 'formStatus', 'problem'],
    ].filter((kind) => !kinds.includes(kind));
    assert.deepEqual(missing, []);
  });

  for (const { kind, text } of examples) {
    it(`has a valid example of ${kind}`, () => {
      const data = JSON.parse(text);
      if (kind in contracts.RECORD_SCHEMAS) {
        assert.deepEqual(contracts.publishingProblems(kind, data), []);
      } else {
        const { issues } = v.safeParse(contracts[kind], data);
        assert.deepEqual(issues?.map(({ message, path }) => [message, path]) ?? [], []);
      }
    });
  }

  it('has examples that belong together', () => {
    const example = (kind) => JSON.parse(examples.find((found) => found.kind === kind).text);
    const panel = contracts.parseRecord('panel', example('panel')).record;
    assert.deepEqual(contracts.checkSubmission(panel, example('submission')), []);
    const channel = contracts.parseRecord('feedbackChannel', example('feedbackChannel')).record;
    assert.deepEqual(contracts.checkFeedback(channel, example('feedbackSubmission')), []);
  });

  it('links only to headings that exist', () => {
    const anchors = [...DOCUMENT.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    const links = [...DOCUMENT.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    assert.deepEqual(
      links.filter((anchor) => !anchors.includes(anchor)),
      [],
    );
  });
});
