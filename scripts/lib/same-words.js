/** What is said in several places in the same words, since somebody who reads both must know that it is one thing. */

import { existsSync, readFileSync } from 'node:fs';

import { fromRoot } from './paths.js';

const TOPIC_STATUS = ['packages/core/src/locales/vocabulary', 'topicStatus'];

/** A folder of words with a group of its keys, and another that says the same. The receiver may use nothing of core. */
export const SAME = [
  [TOPIC_STATUS, ['packages/widgets/src/topic-form/locales/topic-later', 'status']],
  [TOPIC_STATUS, ['packages/receiver/src/topics/locales', 'topicStatus']],
  [
    ['packages/core/src/locales/vocabulary', 'level'],
    ['packages/receiver/src/topics/locales', 'level.name'],
  ],
  [
    ['packages/core/src/locales/vocabulary', 'supportNeed'],
    ['packages/receiver/src/locales', 'need'],
  ],
  [
    ['packages/widgets/src/topic-card/locales', 'proposerKind'],
    ['packages/receiver/src/topics/locales', 'proposerKind'],
  ],
  [
    ['packages/widgets/src/statement-viewer/locales', 'responseStatus'],
    ['packages/receiver/src/statements/locales', 'responseStatus'],
  ],
];

/** Those in which all of them are said; Easy Finnish and Arabic have words for some. */
const LANGUAGES = ['fi', 'sv', 'en'];

function groupIn(folder, group, language) {
  const file = fromRoot(folder, `${language}.json`);
  if (!existsSync(file)) return undefined;
  return group
    .split('.')
    .reduce((part, name) => part?.[name], JSON.parse(readFileSync(file, 'utf8')));
}

/** Words that are good ones, but not ours: see the terms in docs/contributing/words.md. */
const OTHER_WORDS = { sv: [[/formulär/i, 'blankett']] };

/** What calls a thing by another name than the rest does. */
export function otherWordsIn(file, text) {
  const language = file.replace(/^.*\//, '').replace('.json', '');
  return (OTHER_WORDS[language] ?? [])
    .filter(([other]) => other.test(text))
    .map(([other, ours]) => `${file}: "${other.exec(text)[0]}" is called "${ours}" elsewhere`);
}

/** Where a long word may break is a matter of the place. */
const plain = (text) => text?.replaceAll('\u00AD', '');

/** What is said in other words than elsewhere. */
export function differencesIn(same = SAME) {
  const problems = [];
  for (const [[folder, group], [otherFolder, otherGroup]] of same) {
    for (const language of LANGUAGES) {
      const [words, others] = [
        groupIn(folder, group, language),
        groupIn(otherFolder, otherGroup, language),
      ];
      if (!words || !others) {
        problems.push(
          `${language}: ${words ? otherFolder : folder} has no ${words ? otherGroup : group}`,
        );
        continue;
      }
      for (const [code, text] of Object.entries(words)) {
        if (plain(text) === plain(others[code])) continue;
        problems.push(
          `${otherFolder}/${language}.json: ${otherGroup}.${code} is "${others[code]}", in ${folder} "${plain(text)}"`,
        );
      }
    }
  }
  return problems;
}
