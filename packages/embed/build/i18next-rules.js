/**
 * What we use of i18next, written down as what we never use. Core makes one instance and sets little (see
 * `instance.init` in core/src/locale/words.ts); it gives every text a language, a list of namespaces and an object of
 * values, and keys that are strings.
 *
 * By the class it stands in. Whatever is named here has to be found in i18next.
 */

/** The settings of core. Every other one is worth what i18next itself says, and is put in as a constant. */
export const SET_BY_CORE = [
  'initAsync',
  'lng',
  'fallbackLng',
  'ns',
  'nsSeparator',
  'ignoreJSONStructure',
  'resources',
];

/** What stands for the end of the module, which exports every method of one instance. */
export const EXPORTS = 'export const createInstance = () => new I18n();';

/** Methods nobody calls, or whose answer nobody reads. */
export const REMOVED = {
  I18n: [
    'changeLanguage',
    'cloneInstance',
    'createInstance',
    'dir',
    'hasLoadedNamespace',
    'hydrate',
    'loadLanguages',
    'loadNamespaces',
    'loadResources',
    'reloadResources',
    'setDefaultNamespace',
    'setResolvedLanguage',
    'toJSON',
    'use',
  ],
  LanguageUtil: ['clearCache', 'deprecateBareCode', 'getBestMatchFromCodes', 'isSupportedCode'],
  PluralResolver: ['clearCache', 'getPluralFormsOfKey', 'getSuffixes', 'needsPlural'],
  ResourceStore: [
    'addNamespaces',
    'addResources',
    'deprecateDottedLng',
    'getDataByLanguage',
    'hasLanguageSomeTranslations',
    'removeNamespaces',
    'removeResourceBundle',
    'toJSON',
  ],
  Translator: ['changeLanguage', 'getUsedParamsDetails', 'hasDefaultValue'],
};

/**
 * Methods of which little is left, with the beginning of the SHA-256 of what they are in i18next: when that changes,
 * somebody has to look.
 */
export const REWRITTEN = {
  I18n: {
    constructor: { of: '625d3878', body: '{}' },
    /** Without plug-ins, events, and a language that is loaded and changed to. */
    init: {
      of: '5d731006',
      body: `{
        const languageUtils = new LanguageUtil(options);
        this.store = new ResourceStore(options.resources, options);
        this.translator = new Translator({
          resourceStore: this.store,
          languageUtils,
          pluralResolver: new PluralResolver(languageUtils),
        }, options);
        this.translator.language = options.lng;
        for (const name of ['addResource', 'addResourceBundle', 'getResourceBundle', 'hasResourceBundle'])
          this[name] = (...args) => this.store[name](...args);
      }`,
    },
    /** Without prefixes of keys, and keys that are functions. */
    getFixedT: {
      of: '2c8c27fc',
      body: '{ return (key, values) => this.t(key, { ...values, lng, ns }); }',
    },
  },
};

/** Statements that serve only what is not used: advice in the console, events, caches. By how they begin. */
export const DROPPED = {
  I18n: ['if (!this.translator)'],
  LanguageUtil: ['this.logger', 'this.resolveHierarchyCache', 'this.supportedLngs'],
  PluralResolver: ['this.logger'],
  ResourceStore: ['super()', 'this.logger', 'this.addNamespaces(', 'if (!options.silent)'],
  Translator: ['super()', 'this.logger', 'this.checkedLoadedFor'],
};

/** What an expression, or the variable of that name, is worth. */
export const KNOWN = {
  LanguageUtil: {
    'this.options.lowerCaseLng': 'undefined',
    'this.options.cleanCode': 'undefined',
    'this.logger.debug': 'false',
    'this.isSupportedCode(c)': 'true',
    '!fallbacks': 'false',
    'let fallbackLngKey': 'undefined',
    'let usesUncacheableOptionsFallback': 'true',
    'let cacheable': 'false',
    'fallbackLngKey !== this._cachedFallbackLng': 'false',
    '(fallbackCode === false ? [] : fallbackCode) || this.options.fallbackLng || []':
      'this.options.fallbackLng',
    "typeof fallbacks === 'function'": 'true',
    'isString(fallbacks)': 'false',
    'Array.isArray(fallbacks)': 'true',
  },
  PluralResolver: {
    "code === 'dev'": 'false',
    'options.ordinal': 'undefined',
    'this.options.prepend': "'_'",
    "typeof Intl === 'undefined'": 'false',
  },
  ResourceStore: {
    "lng.includes('.')": 'false',
    'options.keySeparator': 'undefined',
    'options.ignoreJSONStructure': 'undefined',
    'this.options.ignoreJSONStructure': 'false',
    'options.skipCopy': 'undefined',
    'Array.isArray(key)': 'false',
    "result == null && !ns && !key && lng.includes('.')": 'false',
    'result != null || !ignoreJSONStructure || !isString(key)': 'true',
    deep: 'false',
  },
  Translator: {
    'opt.appendNamespaceToCIMode': 'undefined',
    'opt.applyPostProcessor': 'undefined',
    'opt.context': 'undefined',
    'opt.fallbackLng': 'undefined',
    'opt.joinArrays': 'undefined',
    'opt.keySeparator': 'undefined',
    'opt.lngs': 'undefined',
    'opt.missingKeyNoValueFallbackToKey': 'undefined',
    'opt.ordinal': 'undefined',
    'opt.returnDetails': 'undefined',
    'opt.returnObjects': 'undefined',
    'opt.skipInterpolation': 'true',
    'this.options.missingKeyNoValueFallbackToKey': 'undefined',
    'this.i18nFormat': 'undefined',
    'this.i18nFormat?.addLookupKeys': 'undefined',
    'this.i18nFormat?.parse': 'undefined',
    'this.i18nFormat?.getResource': 'undefined',
    'let nsSeparator': 'false',
    'nsSeparator === undefined': 'false',
    'let wouldCheckForNsInKey': 'false',
    'let seemsNaturalLanguage': 'true',
    'opt.ns || this.options.defaultNS || []': 'opt.ns',
    'isString(namespaces) ? [namespaces] : namespaces': 'namespaces',
    'let isObject': 'false',
    "typeof o === 'object'": 'true',
    "typeof opt !== 'object'": 'false',
    "typeof opt === 'object'": 'false',
    '!opt': 'false',
    'keys == null': 'false',
    'key == null': 'false',
    "typeof keys === 'function'": 'false',
    "typeof k === 'function'": 'false',
    "lng?.toLowerCase() === 'cimode'": 'false',
    'let hasDefaultValue': 'false',
    'let defaultValueSuffix': "''",
    'let defaultValueSuffixOrdinalFallback': "''",
    'let defaultValue': 'undefined',
    'noObject.includes(resType)': 'false',
    'isString(joinArrays)': 'false',
    'this.options.returnDetails': 'undefined',
    'let resType': "''",
    'usedKey || usedDefault || updateMissing': 'false',
    'let postProcessorNames': 'undefined',
    '!this.checkedLoadedFor[`${codes[0]}-${ns}`] && this.utils?.hasLoadedNamespace && !this.utils?.hasLoadedNamespace(usedNS)':
      'false',
  },
};
