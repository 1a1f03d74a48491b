/** Reading sources as syntax, with the compiler's own parser. */

import { readFileSync } from 'node:fs';

import ts from 'typescript';

export { ts };

/** The syntax tree of a TypeScript or JavaScript file. */
export const parse = (file) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

/** Calls `visit` with every node below a node, itself included. */
export function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** The line of a node, counted from one. */
export const lineOf = (node) =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
