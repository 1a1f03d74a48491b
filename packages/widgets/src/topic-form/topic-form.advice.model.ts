/**
 * Advice on the question that somebody writes: a panel can answer an open one. It looks at the first words of each
 * sentence and nothing else, in any language at once, since people do not always write in that of the page. A miss is
 * better than a false alarm.
 */

/** `closed`: yes or no would be an answer. `either`: one of two things would be. */
export type Advice = 'closed' | 'either';

/**
 * A Finnish verb with the particle that asks for yes or no: pitäisikö, onko, saavatko. Nouns end in the same letters, as
 * verkko, pelko, työnjako, Hanko and sähkökatko do: so only what stands before the particle in the commonest forms of
 * verbs counts, and a question that begins with another word is missed.
 */
const FINNISH =
  /^([oe]n|et|vielä|\p{L}*(?:aa|ää|ee|oo|öö|uu|yy|[jlst]uo|yö|ie|äy|i|mme|tte|v[aä]t|isi[nt]|[aeiouyäö]{2}[nt]))k([oö])(?:han|hän)?$/u;

/** The vowel of the particle goes by those of the verb: tuleeko, meneekö. In Niko and Meksiko it does not. */
function asksInFinnish(word: string): boolean {
  const [, verb = '', vowel] = FINNISH.exec(word) ?? [];
  return verb !== '' && /[aou]/.test(verb) === (vowel === 'o');
}

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
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}']+/gu) ?? [];

function adviceOnSentence(sentence: string): Advice | undefined {
  const words = wordsOf(sentence);
  const [first = ''] = words;
  const isMarked = MARK.test(sentence);
  const asksYesOrNo = asksInFinnish(first) || (isMarked && (VERBS.has(first) || first === ARABIC));
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
