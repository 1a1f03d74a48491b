/**
 * TypeScript writes its helper for decorators into every module that has one. Here they import the same one, so that a
 * page loads it once; and it does no more than ours need, which all stand at a field.
 */

const ID = '\0decorate';
const HELPER =
  /^var __decorate = \(this && this\.__decorate\) \|\| function \(decorators, target, key, desc\) {\n.*?\n};\n/s;
/** One decorator at a field. Fields have no descriptor that it could change, and of several the last would come first. */
const CALL = /\b__decorate\(\[\n +\w+\(.*\)\n\], [\w.]+, "\w+", void 0\);/g;

const FOR_FIELDS = `export const __decorate = ([decorate], target, name) => decorate(target, name);
`;

/** Rollup plugin that does it. */
export function shareHelper() {
  return {
    name: 'share-helper',
    resolveId: (id) => (id === ID ? id : null),
    load: (id) => (id === ID ? FOR_FIELDS : null),
    transform(code, id) {
      const [own] = HELPER.exec(code) ?? [];
      if (!own) return null;
      const rest = code.slice(own.length);
      if (rest.match(CALL)?.length !== rest.split('__decorate(').length - 1)
        throw new Error(`${id} has a decorator that is not the only one of a field.`);
      return { code: `import { __decorate } from '${ID}';\n${rest}`, map: null };
    },
  };
}
