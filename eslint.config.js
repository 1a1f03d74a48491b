/** Lint rules. Where a rule is our own, its message says what to write instead. */

import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import sortClassMembers from 'eslint-plugin-sort-class-members';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

import { ALL_PACKAGES, MAY_USE } from './scripts/lib/arrows.js';

const TESTS = ['**/*.test.ts', 'test/**/*.ts', 'packages/*/src/testing/**/*.ts'];
const STORIES = ['stories/**/*.ts', '.storybook/**/*.ts'];
const SOURCES = ['packages/*/src/**/*.ts'];
const ELEMENTS = ['packages/{core,widgets}/src/**/*.ts'];

/**
 * A class reads from what it is to how it does it: what it is, what may be set, what it remembers,
 * when it runs, what may be asked of it, what is seen, how.
 */
const memberOrder = {
  accessorPairPositioning: 'getThenSet',
  order: [
    '[statics]',
    '[properties]',
    '[states]',
    '[fields]',
    'constructor',
    '[accessors]',
    '[lifecycle]',
    '[methods]',
    'render',
    '[privates]',
  ],
  groups: {
    statics: [{ static: true }],
    properties: [{ type: 'property', groupByDecorator: 'property' }],
    states: [{ type: 'property', groupByDecorator: 'state' }],
    fields: [{ type: 'property' }],
    accessors: [{ kind: 'accessor', private: false }],
    lifecycle: [
      {
        type: 'method',
        name: '/^((connected|disconnected|adopted|attributeChanged)Callback|form\\w+Callback|requestUpdate|shouldUpdate|willUpdate|update|firstUpdated|updated)$/',
      },
    ],
    methods: [{ type: 'method', private: false }],
    privates: [{ private: true }],
  },
};

const OUTDATED_LIT = ['lit-html', 'lit-element', '@lit/reactive-element'];

/** The patterns that a package may not import; `extra` adds to them. */
function importRules(packageName, extra = []) {
  const allowed = new Set([...MAY_USE[packageName], packageName === 'embed' ? 'puntari' : '']);
  const forbidden = ALL_PACKAGES.filter((name) => !allowed.has(name));
  return [
    'error',
    {
      patterns: [
        {
          regex: `^(${forbidden.join('|')})(/|$)`,
          message: `${packageName} may use ${MAY_USE[packageName].join(', ') || 'no other package'}.`,
        },
        {
          regex: '^(\\.\\./)+(packages/)?(contracts|tokens|core|widgets|embed|receiver)/',
          message: 'Import another package by its name.',
        },
        { regex: '^@puntari/[^/]+/(src|dist)/', message: 'Import what the package exports.' },
        { regex: `^(${OUTDATED_LIT.join('|')})(/|$)`, message: "Import from 'lit'." },
        {
          regex: '^lit/decorators/(query|event|custom)',
          message:
            'Write a private getter in place of @query, define.ts in place of @customElement.',
        },
        ...extra,
      ],
      paths: [
        {
          name: 'lit/decorators.js',
          allowImportNames: ['property', 'state'],
          message: 'Only @property and @state: a private getter does what @query does.',
        },
      ],
    },
  ];
}

const arrows = Object.keys(MAY_USE).flatMap((name) => [
  {
    files: [`packages/${name}/src/**/*.ts`],
    ignores: TESTS,
    rules: { 'no-restricted-imports': importRules(name) },
  },
  {
    files: [`packages/${name}/src/**/*.model.ts`],
    rules: {
      'no-restricted-imports': importRules(name, [
        { regex: '^lit(/|$)', message: 'A model knows no Lit: it is tested without a browser.' },
      ]),
    },
  },
]);

const inTemplate = (pattern) =>
  `TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/${pattern}/]`;

/** Our own regrets, executable. */
const regrets = [
  {
    selector: inTemplate('\\.(checked|disabled|selected)="?$'),
    message:
      'Bind ?checked here and write the property in updated(): lit-ssr renders .checked=${false} as checked="false".',
  },
  {
    selector:
      "ClassDeclaration[superClass.type='CallExpression'][superClass.arguments.0.type='CallExpression']",
    message: 'At most one mixin: use a controller.',
  },
  {
    selector: "NewExpression[callee.name='CustomEvent']",
    message: 'Subclass Event with typed fields.',
  },
  {
    selector: inTemplate('\\s(placeholder|autofocus|required|style|aria-errormessage)='),
    message:
      'No placeholder, autofocus, native required or inline style, and no aria-errormessage, which Chromium does not expose in a shadow root.',
  },
  {
    selector: inTemplate('\\srole="(button|link|checkbox|radio)"'),
    message: 'Use the native element.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Pages with Trusted Types block this; render with Lit or build nodes.',
  },
  {
    selector: "AssignmentExpression[left.object.name='document'][left.property.name='title']",
    message: 'The title belongs to the page.',
  },
  {
    selector: 'TSEnumDeclaration',
    message: 'Use an `as const` array and the type derived from it.',
  },
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name can be searched for.',
};

/** See docs/decisions/0017-long-texts-in-one-piece.md. */
const onlyPlainParts = {
  selector: 'TemplateElement[value.raw=/\\s[@.?][\\w-]+="?$/]',
  message: 'A long text is written as HTML: no listeners, properties or boolean attributes.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      'storybook-static/',
      'coverage/',
      'var/',
      'docs/',
      'test/bench/contestants/**',
    ],
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { ...globals.node } },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'error',
      'no-unused-vars': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['demo/pages/**/*.js'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: [...SOURCES, ...TESTS, ...STORIES],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Lit binds the methods that templates name.
      '@typescript-eslint/unbound-method': 'off',
      // `process.env['PORT']` says that the key may be missing.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Lengths that people see are counted in code points; spreading a string is how.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: SOURCES,
    ignores: TESTS,
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...regrets, noDefaultExport],
    },
  },
  {
    files: ['packages/widgets/src/**/*.document.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...regrets, noDefaultExport, onlyPlainParts],
    },
  },
  {
    files: ELEMENTS,
    extends: [
      lit['flat/recommended'],
      wc['flat/recommended'],
      wc['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    plugins: { 'sort-class-members': sortClassMembers },
    settings: {
      wc: { elementBaseClasses: ['LitElement', 'Widget', 'AskingWidget', 'SubmittingWidget'] },
    },
    rules: {
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      // Lit types isServer as a constant, so that each use of it looks like a condition without need.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Types know that there is something to call.
      'wc/guard-super-call': 'off',
      // It takes a handler on a custom element for one on a native one.
      'lit-a11y/click-events-have-key-events': 'off',
      'wc/file-name-matches-element': ['error', { transform: 'kebab' }],
      'sort-class-members/sort-class-members': ['error', memberOrder],
    },
  },
  {
    files: ELEMENTS,
    ignores: ['packages/core/src/log.ts', ...TESTS],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing is stored on the device.' },
        { name: 'sessionStorage', message: 'Nothing is stored on the device.' },
      ],
    },
  },
  {
    // What a person or the page asked to be kept there, and only that.
    files: [
      'packages/core/src/form/saved-form.ts',
      'packages/widgets/src/topic-card/support.memory.ts',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'sessionStorage', message: 'Nothing is stored on the device.' },
      ],
    },
  },
  ...arrows,
  {
    files: [...TESTS, ...STORIES],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Tests look at elements and events of any kind, by the types they expect.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'lit/no-invalid-html': 'off',
      'lit-a11y/accessible-name': 'off',
      'wc/file-name-matches-element': 'off',
      'wc/no-invalid-element-name': 'off',
      'sort-class-members/sort-class-members': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name=/^(it|describe|test)$/][callee.property.name=/^(only|skip|todo)$/]',
          message: 'A test that is skipped, or that skips the others, is not committed.',
        },
      ],
    },
  },
);
