/**
 * Arrows between packages, as their package.json files draw them: no package depends upwards, and
 * each names what it imports. The imports themselves are also checked by the linter. And what a newcomer types first needs
 * nothing that it has yet to install.
 */

import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

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

function specifiersOf(file, { dynamic }) {
  const found = new Set();
  walk(parse(file), (node) => {
    const isStatic = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const isDynamic =
      dynamic && ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const specifier = isStatic ? node.moduleSpecifier : isDynamic ? node.arguments[0] : undefined;
    if (specifier !== undefined && ts.isStringLiteral(specifier)) found.add(specifier.text);
  });
  return [...found];
}

const isOfAPackage = (name) => !/^(\.|#|node:)/.test(name) && !builtinModules.includes(name);

const importsOf = (file) => specifiersOf(file, { dynamic: true }).filter(isOfAPackage);

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

/** What a newcomer types first: run before anything is installed. */
const ON_A_BARE_CLONE = ['start.js', 'test.js'];

/** A package that is imported before it can have been installed. */
function problemsBeforeInstall(name) {
  const seen = new Set();
  const problems = [];
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const specifier of specifiersOf(file, { dynamic: false })) {
      if (isOfAPackage(specifier))
        problems.push(
          `${shown(file)}: ${specifier} is not there yet when scripts/${name} installs it; import it where it is needed`,
        );
      if (specifier.startsWith('.')) visit(path.resolve(path.dirname(file), specifier));
    }
  };
  visit(fromRoot('scripts', name));
  return problems;
}

export function checkArrows() {
  const problems = [
    ...Object.keys(MAY_USE).flatMap(problemsOf),
    ...new Set(ON_A_BARE_CLONE.flatMap(problemsBeforeInstall)),
  ];
  return { ok: problems.length === 0, output: problems.join('\n') };
}

await standalone(import.meta.url, checkArrows);
