/**
 * All words of all widgets, in one i18next instance. Languages are modules of their own and load when a widget first
 * speaks them. `lang` is always an argument: several languages live on one page.
 */
import { fallbackChain, SOURCE_LANGUAGE } from '@puntari/contracts';
import { createInstance, type i18n } from 'i18next';

export interface Words {
  readonly [key: string]: string | Words;
}
type Loader = () => Promise<{ readonly default: Words }>;
/** One loader per language; `fi` always, since everything falls back to it. */
export type WordLoaders = Readonly<Record<string, Loader>> & { readonly fi: Loader };

/** What stands in a text for the names in it. Dates and numbers come in words. */
export type Values = Readonly<Record<string, string | number | undefined>>;

export type Translate = (key: string | readonly string[], values?: Values) => string;

const loaders = new Map<string, WordLoaders>();
const pending = new Map<string, Promise<void>>();
/**
 * Languages in which nothing is missing, so that no other needs to stand behind them: whoever reads Swedish does not load
 * Finnish too. `scripts/check-locales.js` sees to it.
 */
export const COMPLETE_LANGUAGES: readonly string[] = [SOURCE_LANGUAGE, 'sv', 'en'];

/** By namespaces, which each widget names by one and the same array, and language. */
let translators = new WeakMap<readonly string[], Map<string, Translate>>();
const forgetTranslators = (): void => {
  translators = new WeakMap();
};

const followers = new Set<(namespace: string, language: string) => void>();

const instance: i18n = createInstance();
void instance.init({
  initAsync: false,
  lng: SOURCE_LANGUAGE,
  // Text by text along the chain: what Easy Finnish lacks is said in Finnish.
  fallbackLng: (code: string) => [...fallbackChain(code)],
  ns: [],
  // Keys may be made of what a receiver says; none names its namespace, and none stands flat with dots in it.
  nsSeparator: false,
  ignoreJSONStructure: false,
  resources: {},
});

/** What stands for a value in a text: `{{name}}`. */
const PLACE = /\{\{(\w+)}}/g;

/** A text with its values. i18next, which does more, takes several times as long, and a list has thousands. */
function filled(text: string, values: Values): string {
  return text.replace(PLACE, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name] ?? '') : place,
  );
}

/**
 * Makes the words of a namespace known; nothing loads yet. Called by the module that owns them. Where several widgets bring
 * the same words along, one may bring them in more languages than another.
 */
export function registerWords(namespace: string, languages: WordLoaders): void {
  loaders.set(namespace, { ...loaders.get(namespace), ...languages });
}

/** The languages a namespace has words in; a reworded copy, `{namespace}@{url}`, has those of its namespace. */
export function languagesOf(namespace: string): string[] {
  return Object.keys(loaders.get(namespace.split('@', 1)[0] ?? '') ?? {});
}

function load(namespace: string, language: string): Promise<void> {
  const id = `${namespace} ${language}`;
  const found = pending.get(id);
  if (found) return found;
  const loader = loaders.get(namespace)?.[language];
  if (!loader) return Promise.resolve();
  const loading = loader().then(
    (module) => {
      instance.addResourceBundle(language, namespace, module.default);
      for (const follow of followers) follow(namespace, language);
      forgetTranslators();
    },
    (error: unknown) => {
      // A lost connection must not decide for the rest of the visit.
      pending.delete(id);
      throw error;
    },
  );
  pending.set(id, loading);
  return loading;
}

/** What it takes to speak a language: the chain's languages that exist, up to the first that lacks nothing. */
function neededFor(lang: string, namespace: string): string[] {
  const has = fallbackChain(lang).filter((code) => loaders.get(namespace)?.[code]);
  return has.slice(0, has.findIndex((code) => COMPLETE_LANGUAGES.includes(code)) + 1);
}

/** Whether all that it takes to speak a language has been loaded for these namespaces. */
export function areLoaded(lang: string, namespaces: readonly string[]): boolean {
  return namespaces.every((namespace) =>
    neededFor(lang, namespace).every((code) => instance.hasResourceBundle(code, namespace)),
  );
}

/**
 * Loads what a widget needs to speak a language. Await it before rendering on a server.
 *
 * @throws when some of it could not be loaded.
 */
export async function loadLanguages(lang: string, namespaces: readonly string[]): Promise<void> {
  await Promise.all(
    namespaces.flatMap((namespace) =>
      neededFor(lang, namespace).map((code) => load(namespace, code)),
    ),
  );
}

/**
 * The language in which a widget's words are really shown: the wish where we have it, else the language it falls back
 * to. This is what `lang` must say on the screen.
 */
export function spokenLanguage(lang: string, namespace: string): string {
  const has = languagesOf(namespace);
  const code = fallbackChain(lang).find((tag) => has.includes(tag)) ?? SOURCE_LANGUAGE;
  return code.split('-')[0] === lang.split('-')[0] ? lang : code;
}

/** Translator for a language and namespaces, first namespace first. Texts that no number decides on are kept: lists are long. */
export function translator(lang: string, namespaces: readonly string[]): Translate {
  const known = translators.get(namespaces) ?? new Map<string, Translate>();
  translators.set(namespaces, known);
  const found = known.get(lang);
  if (found) return found;
  const fixed = instance.getFixedT(lang, [...namespaces]);
  const kept = new Map<string, string>();
  const find = (key: string | readonly string[], count?: Values[string]): string =>
    fixed(key as string, { count, skipInterpolation: true });
  const translate: Translate = (key, values) => {
    if (values && 'count' in values) return filled(find(key, values['count']), values);
    const id = String(key);
    let text = kept.get(id);
    if (text === undefined) {
      text = find(key);
      kept.set(id, text);
    }
    return values ? filled(text, values) : text;
  };
  known.set(lang, translate);
  return translate;
}

/**
 * The words for a code of a vocabulary. A record may bring a code that is newer than this widget: it is shown in neutral
 * words, never as a code and never as a guess.
 */
export function codeWord(t: Translate, vocabulary: string, code: string | number): string {
  return t([`${vocabulary}.${String(code)}`, 'unknownCode']);
}

/** Whether a text exists under this key, in this language or one it falls back to. */
export function hasWord(key: string, lang: string, namespaces: readonly string[]): boolean {
  return instance.exists(key, { lng: lang, ns: [...namespaces] });
}

/** What the rewording of a page needs of the words; see `rewording.ts`. */
export const dictionary = {
  instance,
  /** @param follow - Called with each namespace and language that loads later. */
  follow(follow: (namespace: string, language: string) => void): void {
    followers.add(follow);
  },
  /** Texts have changed: what was kept of them holds no more. */
  changed: forgetTranslators,
};
