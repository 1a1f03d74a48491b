/**
 * Advice on the question that somebody writes: a panel can answer an open one. It looks at the first words of each
 * sentence and nothing else, in any language at once, since people do not always write in that of the page. A miss is
 * better than a false alarm.
 */

/** `closed`: yes or no would be an answer. `either`: one of two things would be. */
export type Advice = 'closed' | 'either';

/**
 * A Finnish verb with the particle that asks for yes or no: pitäisikö, onko, saavatko. After a k it is a noun: kirkko,
 * verkko.
 */
const FINNISH = /^\p{L}+[^k\P{L}]k[oö](?:han|hän)?$/u;
/** End as if they asked, and do not. */
const NO_FINNISH_VERB = ['joko', 'koko', 'letko', 'ulko'];

/** A Swedish or an English question that begins so asks for yes or no; as long as it ends with a question mark. */
const VERBS = new Set(
  (
    'ska skall skulle bör borde kan kunde får måste vill är har hade finns blir behöver behövs går vore räcker tycker ' +
    'should is are was were do does did can could will would shall must has have had ' +
    "shouldn't isn't aren't don't doesn't can't couldn't won't wouldn't"
  ).split(' '),
);
const ARABIC = 'هل';

/** "Or" between the two things that a question offers. Finnish and Arabic have a word for that alone. */
const ONLY_EITHER = /^(vai|أم)$/;
const OR = /^(eller|or)$/;
const WHICH_OF_TWO = /^kum(pi|man|paa|paan|massa|pana)/;

const MARK = /[?؟]$/;

/** Sentences with their marks. */
const sentencesOf = (text: string): string[] =>
  (text.match(/[^.!?؟\n]+[.!?؟]*/gu) ?? []).map((part) => part.trim()).filter(Boolean);

const wordsOf = (sentence: string): string[] =>
  sentence
    .toLocaleLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}']+/gu) ?? [];

function adviceOnSentence(sentence: string): Advice | undefined {
  const words = wordsOf(sentence);
  const [first = ''] = words;
  const isMarked = MARK.test(sentence);
  const isFinnish = FINNISH.test(first) && !NO_FINNISH_VERB.includes(first);
  const asksYesOrNo = isFinnish || (isMarked && (VERBS.has(first) || first === ARABIC));
  const offersTwo =
    words.some((word) => ONLY_EITHER.test(word)) || words.some((word) => OR.test(word));
  if (WHICH_OF_TWO.test(first) && isMarked) return 'either';
  if (!asksYesOrNo) return undefined;
  return offersTwo ? 'either' : 'closed';
}

/**
 * What could be better about a question; nothing as long as one of its sentences asks openly.
 *
 * @param text - What has been written so far.
 */
export function adviceOn(text: string): Advice | undefined {
  const sentences = sentencesOf(text);
  const asked = sentences.filter((sentence) => MARK.test(sentence));
  // Without any question mark only the first sentence can be meant as the question.
  const found = (asked.length > 0 ? asked : sentences.slice(0, 1)).map(adviceOnSentence);
  return found.includes(undefined) ? undefined : found[0];
}
