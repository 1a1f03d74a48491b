/**
 * Topics that are like what somebody writes. Words are compared by their beginnings, which is enough for a language that
 * puts its endings on: liikenne, liikenteen, liikennesuunnittelu.
 */
import type { LocalizedText, Topic } from '@puntari/contracts';

/** Shorter words say little of what a text is about. */
const SHORTEST = 4;
/** How much of the shorter and of the longer word has to be the same. */
const OF_SHORTER = 0.7;
const OF_LONGER = 0.4;
/** More than this would not be read while one writes. */
const MOST = 4;
/** A word that more of the topics have than this share tells them not apart. */
const COMMON = 0.5;
/** Fewer topics than this are too few to say what is common. */
const FEW = 4;

/** Of questions in general, and of what each proposal speaks of. Without their marks. */
const EMPTY = new Set(
  (
    'miten mita miksi millainen millaista missa milla kuinka kenen pitaisi pitaisiko voitaisiin voidaan voisi olisi ' +
    'onko ovat kaikki kaikkien myos eri kesken jotta tulee aihe paneeli paneelin asukas asukkaat asukkaiden ' +
    'espoo espoon espoossa kaupunki kaupungin kaupungissa ' +
    'vilka vilken vilket varfor skulle borde kunna finns eller mellan amne panel stad kommun invanare ' +
    'what which where when should could would there their about with from that this between topic city ' +
    'residents'
  ).split(' '),
);

const MARKS = /\p{M}/gu;

/** The words of a text, as somebody may write them who has no Finnish keyboard. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(MARKS, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length >= SHORTEST && !EMPTY.has(word));
}

/** Whether two words begin alike, so that they are probably forms of one, or one is a part of the other. */
export function areAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  const longer = Math.max(a.length, b.length);
  return same >= SHORTEST && same >= shorter * OF_SHORTER && same >= longer * OF_LONGER;
}

/** In every language that the record has: people do not always write in that of the page. */
const textsOf = (text: LocalizedText | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : Object.values(text).join(' ');

interface Words {
  readonly title: readonly string[];
  readonly rest: readonly string[];
}

const hasAlike = (words: readonly string[], word: string): boolean =>
  words.some((other) => areAlike(word, other));

/**
 * The topics most like a text, best first.
 *
 * @param text - Title and question as far as they are written.
 */
export function similarTopics(topics: readonly Topic[], text: string): Topic[] {
  const written = wordsOf(text);
  const known = topics.map(({ title, question, summary }): Words => {
    const rest = `${textsOf(question)} ${textsOf(summary)}`;
    return { title: wordsOf(textsOf(title)), rest: wordsOf(rest) };
  });
  const isTelling = (word: string): boolean => {
    const having = known.filter(
      ({ title, rest }) => hasAlike(title, word) || hasAlike(rest, word),
    ).length;
    return having > 0 && (topics.length < FEW || having <= topics.length * COMMON);
  };
  const telling = written.filter(isTelling);
  return topics
    .map((topic, index) => ({ topic, score: scoreOf(known[index], telling) }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ topic }) => topic);
}

/** A word of the title counts twice; one word somewhere in the text alone is not enough. */
function scoreOf(words: Words | undefined, telling: readonly string[]): number {
  if (!words) return 0;
  return telling.reduce((score, word) => {
    if (hasAlike(words.title, word)) return score + 2;
    return hasAlike(words.rest, word) ? score + 1 : score;
  }, 0);
}
