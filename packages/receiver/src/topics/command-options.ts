/** The options of the commands about topics, and what stands in them. */
import { type LocalizedText, SOURCE_LANGUAGE } from '@puntari/contracts';

import { CommandError, demandOwn, misspelled, readOptions } from '../command/command.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';

/** Texts, each also for one language: `--summary-sv`. */
export const TEXTS = [
  'title',
  'question',
  'summary',
  'background',
  'unit',
  'body',
  'text',
  'reasons',
] as const;
export type TextName = (typeof TEXTS)[number];

const PLAIN = [
  'by',
  'version',
  'file',
  'from',
  'status',
  'on',
  'section',
  'minutes',
  'year',
  'level',
  'planned-on',
  'comment',
] as const;
export type PlainName = (typeof PLAIN)[number];

/** What a command was given besides its words. */
export class TopicOptions {
  readonly words: readonly string[];
  readonly #given: Readonly<Partial<Record<string, string>>>;

  constructor(args: readonly string[]) {
    const names = TEXTS.flatMap((name) => [
      name,
      ...OFFICIAL_LANGUAGES.map((lang) => `${name}-${lang}`),
    ]);
    const { texts, words } = readOptions(args, [...PLAIN, ...names]);
    this.words = words;
    this.#given = texts;
  }

  plain(name: PlainName): string | undefined {
    return this.#given[name];
  }

  /** @throws CommandError - When there are options that the command does not take. */
  only(own: readonly (PlainName | TextName)[]): void {
    demandOwn(this.#given, own);
  }

  /** @throws CommandError - When there is none. */
  needed(name: PlainName, expected: string): string {
    const value = this.plain(name)?.trim();
    if (value === undefined || value === '') throw misspelled(`--${name}`, expected);
    return value;
  }

  /** @throws CommandError - When it is none. */
  number(name: PlainName): number | undefined {
    const value = this.plain(name);
    if (value === undefined) return undefined;
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw misspelled(`--${name}`, 'a whole number', `"${value}"`);
  }

  /** A text without a language is Finnish. */
  text(name: TextName): LocalizedText | undefined {
    const said = OFFICIAL_LANGUAGES.flatMap((lang) => {
      const bare = lang === SOURCE_LANGUAGE ? this.#given[name] : undefined;
      const text = this.#given[`${name}-${lang}`] ?? bare;
      return text === undefined ? [] : [[lang, text] as const];
    });
    return said.length > 0 ? Object.fromEntries(said) : undefined;
  }

  /** @throws CommandError - When there is another number of words. */
  exactly(...names: readonly string[]): string[] {
    const [extra] = this.words.slice(names.length);
    if (extra !== undefined) throw new CommandError(`Received also "${extra}"`, true);
    return names.map((name, place) => {
      const word = this.words[place];
      if (word === undefined) throw misspelled(`<${name}>`, `a ${name}`);
      return word;
    });
  }
}
