/**
 * TypeScript writes its helper for decorators into every module that has one. Here they import the same one, so that a
 * page loads it once.
 */

const ID = '\0decorate';
const HELPER =
  /^var __decorate = \(this && this\.__decorate\) \|\| (function \(decorators, target, key, desc\) {\n.*?\n});\n/s;

/** Rollup plugin that does it. */
export function shareHelper() {
  let helper;
  return {
    name: 'share-helper',
    resolveId: (id) => (id === ID ? id : null),
    load: (id) => (id === ID ? `export const __decorate = ${helper};` : null),
    transform(code) {
      const [text, own] = HELPER.exec(code) ?? [];
      if (!own) return null;
      helper ??= own;
      if (own !== helper) throw new Error('There are two helpers for decorators.');
      return { code: `import { __decorate } from '${ID}';\n${code.slice(text.length)}`, map: null };
    },
  };
}
