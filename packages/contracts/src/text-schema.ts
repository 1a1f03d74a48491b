/** Schemas of texts, apart from what is done with them: a widget does not load schemas before it shows something. */
import * as v from 'valibot';

import { isSaid, LANGUAGE_TAG, UNSAFE } from './text.js';

/** Longest language tag, RFC 5646 section 4.4.1. */
const MAX_TAG_LENGTH = 35;

/** The language something was written in. */
export const languageTag = v.pipe(
  v.string(),
  v.regex(LANGUAGE_TAG, 'a language tag such as "fi"'),
  v.maxLength(MAX_TAG_LENGTH),
);

/** A text from a resident. */
export const plainText = v.pipe(
  v.string(),
  v.check((text) => text.search(UNSAFE) === -1, 'a text without control characters'),
);

/** A text in one language, or one text per language. */
export const localizedText = v.union(
  [
    v.pipe(v.string(), v.regex(/\S/, 'a text that is not empty')),
    v.pipe(
      v.record(languageTag, v.string()),
      v.check((map) => Object.values(map).some(isSaid), 'a text in at least one language'),
    ),
  ],
  'a text, or a map from languages to texts',
);
export type LocalizedText = v.InferOutput<typeof localizedText>;
