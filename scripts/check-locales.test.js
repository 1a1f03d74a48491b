/** What the check finds in broken words, tried on copies. */

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { COMPLETE_LANGUAGES } from '@puntari/core';

import { checkFolder, namespaces } from './check-locales.js';
import { fromRoot } from './lib/paths.js';
import { differencesIn, otherWordsIn } from './lib/same-words.js';

describe('the check of words', () => {
  let root;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'locales-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const copyOf = (namespace) => {
    const folder = join(root, namespace);
    cpSync(fromRoot('packages/core/src/locales', namespace), folder, { recursive: true });
    return folder;
  };

  const problemsOf = (folder) => {
    const problems = [];
    checkFolder(folder, problems);
    return problems;
  };

  const change = (folder, language, edit) => {
    const file = join(folder, `${language}.json`);
    const words = JSON.parse(readFileSync(file, 'utf8'));
    edit(words);
    writeFileSync(file, JSON.stringify(words));
  };

  it('has nothing to say about ours', () => {
    for (const namespace of ['core', 'form', 'saving', 'vocabulary']) {
      assert.deepEqual(problemsOf(copyOf(namespace)), []);
    }
  });

  for (const language of COMPLETE_LANGUAGES.filter((one) => one !== 'fi')) {
    it(`finds in each namespace what ${language} lacks, since no other language stands behind it`, () => {
      for (const namespace of ['core', 'form', 'saving', 'vocabulary']) {
        const folder = copyOf(namespace);
        let lost;
        change(folder, language, (words) => {
          [lost] = Object.keys(words).filter((key) => !key.startsWith('_'));
          delete words[lost];
        });
        assert.match(problemsOf(folder).join(), new RegExp(`${lost}.* is missing`), namespace);
      }
    });
  }

  for (const language of ['sv', 'fi-simple', 'ar']) {
    it(`finds a word that ${language} lacks in a namespace that it claims`, () => {
      const folder = copyOf('form');
      change(folder, language, (words) => delete words.receipt.keep);
      assert.match(problemsOf(folder).join(), /receipt\.keep is missing$/);
    });

    it(`finds a namespace that ${language} claims and does not have`, () => {
      const folder = copyOf('form');
      rmSync(join(folder, `${language}.json`));
      assert.match(problemsOf(folder).join(), new RegExp(`${language}\\.json is missing$`));
    });

    it(`finds a placeholder that ${language} lost`, () => {
      const folder = copyOf('core');
      change(
        folder,
        language,
        (words) => (words.dateTime = words.dateTime.replace('{{time}}', '')),
      );
      assert.match(problemsOf(folder).join(), /dateTime has the placeholders \[date\]/);
    });

    it(`finds a word of ${language} that the source does not have`, () => {
      const folder = copyOf('core');
      change(folder, language, (words) => (words.old = 'x'));
      assert.match(problemsOf(folder).join(), /old is not in fi\.json$/);
    });
  }

  it('finds a group of a namespace that is claimed, and asks for no other', () => {
    const folder = copyOf('vocabulary');
    change(folder, 'ar', (words) => delete words.supportNeed.diet);
    assert.match(problemsOf(folder).join(), /^[^,]*supportNeed\.diet is missing$/);
  });

  it('finds a form of a plural that Arabic has and its words lack', () => {
    const folder = copyOf('form');
    change(folder, 'ar', (words) => delete words.errorSummary_two);
    assert.match(
      problemsOf(folder).join(),
      /errorSummary has the forms few, many, one, other, zero;/,
    );
  });
});

describe('what is said in several places', () => {
  it('is said in the same words', () => {
    assert.deepEqual(differencesIn(), []);
  });

  it('is told with both places where it is not', () => {
    const vocabulary = 'packages/core/src/locales/vocabulary';
    const problems = differencesIn([
      [
        [vocabulary, 'topicStatus'],
        ['packages/receiver/src/topics/locales', 'topicStatusInShort'],
      ],
    ]);
    assert.ok(
      problems.some((problem) =>
        /fi\.json: .*on-list is "Listalla", in .*vocabulary/.test(problem),
      ),
    );
  });

  it('is called the same in every file', () => {
    const problems = namespaces().flatMap((folder) => {
      const file = join(folder, 'sv.json');
      return existsSync(file) ? otherWordsIn(file, readFileSync(file, 'utf8')) : [];
    });
    assert.deepEqual(problems, []);
    assert.match(otherWordsIn('locales/sv.json', 'Fyll i formuläret').join(), /blankett/);
  });

  it('is missed where a place no longer has it', () => {
    const place = ['packages/core/src/locales/vocabulary', 'gone'];
    assert.match(differencesIn([[place, place]]).join(), /fi: .*vocabulary has no gone/);
  });
});
