/** What the analyzer writes into packages/widgets/custom-elements.json: the public surface alone. */

const isPublic = (member) =>
  !member.name?.startsWith('#') && member.privacy !== 'private' && member.privacy !== 'protected';

const byName = (first, second) => (first.name ?? '').localeCompare(second.name ?? '', 'en');

/** Sorted and without what is private, so that a review of the API is a look at the difference. */
function publicAndSorted() {
  return {
    name: 'public-and-sorted',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          for (const list of [
            'members',
            'attributes',
            'events',
            'slots',
            'cssParts',
            'cssProperties',
          ]) {
            const entries = declaration[list];
            if (entries !== undefined) declaration[list] = entries.filter(isPublic).sort(byName);
          }
          // The analyzer takes the first word it finds in the constructor of an event for a name.
          declaration.events = declaration.events?.filter(({ name }) =>
            name?.startsWith('puntari-'),
          );
        }
        const tags = (module.declarations ?? []).filter((entry) => entry.customElement === true);
        module.declarations = tags;
        module.exports = (module.exports ?? []).filter(
          (entry) =>
            entry.kind === 'custom-element-definition' ||
            tags.some(({ name }) => name === entry.name),
        );
      }
      customElementsManifest.modules = customElementsManifest.modules
        .filter(({ declarations, exports }) => declarations.length > 0 || exports.length > 0)
        .sort((first, second) => first.path.localeCompare(second.path, 'en'));
    },
  };
}

export default {
  globs: [
    'packages/widgets/src/**/*.ts',
    'packages/core/src/{widget,asking-widget,submitting-widget,saving-widget}.ts',
  ],
  exclude: ['**/*.test.ts', '**/*.d.ts', '**/dist/**'],
  outdir: 'packages/widgets',
  litelement: true,
  packagejson: false,
  plugins: [publicAndSorted()],
};
