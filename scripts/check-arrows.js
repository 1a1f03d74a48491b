/**
 * Arrows between packages, as their package.json files draw them: no package depends upwards, and
 * each names what it imports. The imports themselves are also checked by the linter.
 */

import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';

import { ALL_PACKAGES, MAY_USE } from './lib/arrows.js';
import { filesBelow, fromRoot, shown } from './lib/paths.js';
import { standalone } from './lib/standalone.js';
import { parse, ts, walk } from './lib/syntax.js';

const SHIPPED = /^(?!.*(\.test\.|\/testing\/)).*\.(ts|js)$/;

/** `@scope/name/path` and `name/path` belong to the package before the path. */
const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function importsOf(file) {
  const found = new Set();
  walk(parse(file), (node) => {
    const isStatic = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const isDynamic =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const specifier = isStatic ? node.moduleSpecifier : isDynamic ? node.arguments[0] : undefined;
    if (specifier !== undefined && ts.isStringLiteral(specifier)) found.add(specifier.text);
  });
  return [...found].filter((name) => !/^(\.|#|node:)/.test(name) && !builtinModules.includes(name));
}

function problemsOf(name) {
  const manifest = JSON.parse(readFileSync(fromRoot('packages', name, 'package.json'), 'utf8'));
  const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = manifest;
  const declared = { ...dependencies, ...devDependencies, ...peerDependencies };
  const upwards = Object.keys(declared)
    .filter(
      (dependency) => ALL_PACKAGES.includes(dependency) && !MAY_USE[name].includes(dependency),
    )
    .map((dependency) => `packages/${name}/package.json: must not depend on ${dependency}`);
  const undeclared = filesBelow(fromRoot('packages', name, 'src'))
    .filter((file) => SHIPPED.test(shown(file)))
    .flatMap((file) =>
      importsOf(file)
        .map(packageOf)
        .filter((imported) => imported !== manifest.name && !(imported in declared))
        .map(
          (imported) => `${shown(file)}: ${imported} is missing in packages/${name}/package.json`,
        ),
    );
  return [...upwards, ...new Set(undeclared)];
}

export function checkArrows() {
  const problems = Object.keys(MAY_USE).flatMap(problemsOf);
  return { ok: problems.length === 0, output: problems.join('\n') };
}

await standalone(import.meta.url, checkArrows);
