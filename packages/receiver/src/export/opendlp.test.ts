/** Tables of another program that draws, through our form and out again: nothing may get lost or change on the way. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import { asObjects } from '../testing/csv.js';
import { PANEL, SUBMISSION } from '../testing/records.js';
import {
  fileOf,
  OPERATOR_TOKEN,
  PANEL_URL,
  postJson,
  receiptOf,
  startReceiver,
} from '../testing/receiver.js';

type Row = Readonly<Record<string, string>>;

const read = (name: string): Row[] =>
  asObjects(readFileSync(new URL(`../../test/opendlp/${name}`, import.meta.url), 'utf8'));

/** Our codes are ids; theirs are words with spaces. */
const codeOf = (value: string): string => value.replaceAll(/[^\w+-]/g, '_');

interface Tables {
  readonly people: readonly Row[];
  readonly categories: readonly Row[];
  readonly feature: string;
  readonly value: string;
  readonly address: string;
  readonly seats: number;
  /** Their feature that is our age. */
  readonly age?: string;
}

const TABLES: Readonly<Record<string, Tables>> = {
  'of a draw of 22 from 150': {
    people: read('candidates.csv'),
    categories: read('features.csv'),
    feature: 'feature',
    value: 'value',
    address: 'primary_address1',
    seats: 22,
    age: 'age_bracket',
  },
  'with odd columns, of 28 from 100': {
    people: read('monitoring/respondents.csv'),
    categories: read('monitoring/categories.csv'),
    feature: 'category',
    value: 'name',
    address: 'address_line_1',
    seats: 28,
  },
};

const valuesOf = ({ categories, feature, value }: Tables, name: string): string[] =>
  categories.filter((row) => row[feature] === name).map((row) => row[value] ?? '');

const featuresOf = ({ categories, feature }: Tables): string[] => [
  ...new Set(categories.map((row) => row[feature] ?? '')),
];

const questionsOf = (tables: Tables): string[] =>
  featuresOf(tables).filter((name) => name !== tables.age);

function panelOf(tables: Tables): { id: string } {
  const questions = questionsOf(tables).map((id) => ({
    id,
    label: id,
    reason: 'Test',
    options: valuesOf(tables, id).map((value) => ({ code: codeOf(value), label: value })),
  }));
  const panel = { ...PANEL, questions };
  return panel;
}

/** `16-29` and `60+`. */
function bandsOf(tables: Tables): object[] {
  const codes = tables.age === undefined ? ['0+'] : valuesOf(tables, tables.age);
  return codes.map((code) => {
    const [from = 0, to] = code.split(/[-+]/).filter(Boolean).map(Number);
    return { code, from, to };
  });
}

function quotasOf(tables: Tables): object {
  const { categories, feature, value, age, seats } = tables;
  const features = featuresOf(tables).map((name) => {
    const ranges = categories
      .filter((row) => row[feature] === name)
      .map((row) => [
        codeOf(row[value] ?? ''),
        { min: Number(row['min']), max: Number(row['max']) },
      ]);
    return [name === age ? 'age' : name, Object.fromEntries(ranges)];
  });
  return {
    schemaVersion: 1,
    panel: PANEL.id,
    seats,
    ageBands: bandsOf(tables),
    features: Object.fromEntries(features) as object,
  };
}

function submissionOf(tables: Tables, person: Row): object {
  const age = Number(/^\d+/.exec(person[tables.age ?? ''] ?? '40')?.[0]);
  const { ownWords: _ownWords, ...rest } = SUBMISSION;
  return {
    ...rest,
    birthYear: 2027 - age,
    strata: Object.fromEntries(
      questionsOf(tables).map((name) => [name, codeOf(person[name] ?? '')]),
    ),
    address: { line1: person[tables.address], postcode: '00100', city: 'Helsinki' },
  };
}

describe('a table of OpenDLP', () => {
  for (const [what, tables] of Object.entries(TABLES)) {
    it(`${what}, comes out as it went in`, async () => {
      const quotas = {
        folder: 'quotas',
        name: PANEL.id,
        text: JSON.stringify(quotasOf(tables)),
      } as const;
      const receiver = await startReceiver({
        content: contentOf([fileOf('panels', panelOf(tables)), quotas]),
        operatorToken: OPERATOR_TOKEN,
      });
      const references: string[] = [];
      for (const person of tables.people) {
        const response = await postJson(receiver.app, PANEL_URL, submissionOf(tables, person));
        assert.equal(response.statusCode, 201, response.body);
        references.push(receiptOf(response).reference);
      }
      const get = async (file: string): Promise<Row[]> => {
        const response = await receiver.app.inject({
          url: `/api/export/panels/${PANEL.id}/${file}`,
          headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
        });
        return asObjects(response.body);
      };
      const people = new Map((await get('sortition.csv')).map((row) => [row['unique_id'], row]));
      const categories = await get('categories.csv');
      await receiver.close();

      const ours = (name: string): string => (name === tables.age ? 'age' : name);
      for (const [index, person] of tables.people.entries()) {
        const row = people.get(references[index]);
        assert.equal(row?.['address_line1'], person[tables.address]);
        for (const name of featuresOf(tables)) {
          assert.equal(row?.[ours(name)], codeOf(person[name] ?? ''));
        }
      }
      const wanted = tables.categories.map((row) => [
        ours(row[tables.feature] ?? ''),
        codeOf(row[tables.value] ?? ''),
        row['min'],
        row['max'],
      ]);
      const found = categories.map((row) => [row['feature'], row['value'], row['min'], row['max']]);
      assert.deepEqual(found.sort(), wanted.sort());
    });
  }
});
