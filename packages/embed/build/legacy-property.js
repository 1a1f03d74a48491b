/**
 * Lit's `property` serves decorators of two kinds, and ours are all of the one that TypeScript calls experimental
 * (docs/decisions/0008). The bundles have that half of it; the other weighs a third of a kilobyte.
 */

const MODULE = /\/@lit\/reactive-element\/decorators\/property\.js$/;

/** What Lit does for a decorator that is called with a class and the name of a field. */
const LEGACY = `export const property = (options) => (target, name) => {
  target.constructor.createProperty(name, options);
};
`;

/** Rollup plugin that puts it in place. */
export function legacyProperty() {
  return {
    name: 'legacy-property',
    transform(code, id) {
      if (!MODULE.test(id)) return null;
      const isAsKnown = /hasOwnProperty\(\w\);return \w\.constructor\.createProperty\(/.test(code);
      if (!isAsKnown) throw new Error(`${id} is not as it was: look at it again.`);
      return { code: LEGACY, map: null };
    },
  };
}
