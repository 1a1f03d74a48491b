/**
 * `node scripts/set-version.js 0.2.0`: the one version of all packages, also where they name each other. They are made for
 * each other to the letter, so each wants exactly its own release of the rest. `npm run check -- package` finds one left behind.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { fromRoot } from './lib/paths.js';

const VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

const files = () => [
  fromRoot('package.json'),
  ...readdirSync(fromRoot('packages')).map((name) => fromRoot('packages', name, 'package.json')),
];

/** Every place in a manifest where a version of ours stands: the object and the key. */
function* placesIn(manifest, ours) {
  yield [manifest, 'version'];
  for (const kind of ['dependencies', 'devDependencies', 'peerDependencies'])
    for (const name of Object.keys(manifest[kind] ?? {})) {
      if (ours.has(name)) yield [manifest[kind], name];
    }
}

const readAll = () => files().map((file) => [file, JSON.parse(readFileSync(file, 'utf8'))]);

const namesOf = (all) => new Set(all.map(([, { name }]) => name));

/** What does not have the version of the root, in words. */
export function otherVersions() {
  const all = readAll();
  const ours = namesOf(all);
  const [[, { version }]] = all;
  return all.flatMap(([, manifest]) =>
    [...placesIn(manifest, ours)]
      .filter(([place, key]) => place[key] !== version)
      .map(([place, key]) => `${manifest.name}: ${key} is ${place[key]}, not ${version}.`),
  );
}

function setVersion(version) {
  const all = readAll();
  const ours = namesOf(all);
  for (const [file, manifest] of all) {
    for (const [place, key] of placesIn(manifest, ours)) place[key] = version;
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [version = ''] = process.argv.slice(2);
  if (VERSION.test(version)) setVersion(version);
  else {
    console.error(`Expected a version such as 0.2.0, received "${version}".`);
    process.exitCode = 1;
  }
}
