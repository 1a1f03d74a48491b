/** The commit to compare with, and its files with packages of their own. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { fromRoot, ROOT } from '../lib/paths.js';
import { run, runNpm } from '../lib/run.js';
import { BASE_TREE } from './paths.js';

async function git(...commandArguments) {
  const { ok, output } = await run('git', commandArguments, { quiet: true });
  return ok ? output.trim() : undefined;
}

const commitOf = (ref) => git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);

/** Where this branch left main; a clone that never had main knows it by its origin. */
async function forkPoint() {
  for (const main of ['main', 'origin/main']) {
    const fork = (await commitOf(main)) && (await git('merge-base', 'HEAD', main));
    if (fork) return fork;
  }
  return undefined;
}

const isClean = async () => (await git('status', '--porcelain')) === '';

/**
 * The commit that is meant, and why that one, in words.
 *
 * @param wish - What was asked for, if anything was.
 */
export async function chooseBase(wish) {
  const head = await commitOf('HEAD');
  if (head === undefined) throw new Error('This is no Git repository, or it has no commit yet.');
  if (wish !== undefined) {
    const commit = await commitOf(wish);
    if (commit === undefined) throw new Error(`--base is "${wish}"; there is no such commit here.`);
    return { commit, why: wish };
  }
  const commit = (await forkPoint()) ?? head;
  if (commit !== head) return { commit, why: 'where this branch left main' };
  const nothing =
    'the last commit, and nothing was changed since: --base HEAD~1 shows what it changed';
  return { commit, why: (await isClean()) ? nothing : 'the last commit' };
}

const readLock = (folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8');

/** The packages of a repository that are its own: their paths in node_modules, and where they stand. */
export function workspacesIn(lock) {
  return Object.entries(JSON.parse(lock).packages)
    .filter(([, { link }]) => link === true)
    .map(([path, { resolved }]) => [path, resolved]);
}

/** Paths of all installed packages, from the root, scoped ones too. What begins with a dot is a tool's cache. */
function installedPackages() {
  const visible = (folder) => readdirSync(folder).filter((name) => !name.startsWith('.'));
  const inScope = (scope) =>
    visible(fromRoot('node_modules', scope)).map((name) => `${scope}/${name}`);
  return visible(fromRoot('node_modules'))
    .flatMap((name) => (name.startsWith('@') ? inScope(name) : [name]))
    .map((name) => `node_modules/${name}`);
}

function link(from, to) {
  mkdirSync(dirname(from), { recursive: true });
  // A junction, for Windows, needs no rights; elsewhere the type means nothing.
  symlinkSync(to, from, 'junction');
}

/**
 * Each package by a link of its own. One link to the whole folder would be shorter and wrong: its links to our own
 * packages lead to the working tree, and the base would show the code that it is compared with.
 */
function linkPackages(folder, lock) {
  const own = new Map(workspacesIn(lock));
  for (const path of installedPackages()) {
    if (!own.has(path)) link(join(folder, path), fromRoot(path));
  }
  for (const [path, workspace] of own) {
    link(join(folder, path), resolve(folder, workspace));
    const nested = join(workspace, 'node_modules');
    if (existsSync(fromRoot(nested))) link(join(folder, nested), fromRoot(nested));
  }
}

async function install(folder) {
  const lock = readLock(folder);
  if (lock === readLock(ROOT)) {
    linkPackages(folder, lock);
    return { ok: true, note: 'packages as here' };
  }
  const { ok, output } = await runNpm(['ci'], { cwd: folder, quiet: true });
  return { ok, output, note: 'packages of its own' };
}

/** Takes the base's files away again, also those that a run that was broken off left behind. */
export async function removeBase() {
  await git('worktree', 'remove', '--force', BASE_TREE);
  rmSync(BASE_TREE, { recursive: true, force: true });
}

/** Puts the files of a commit into a folder of their own, with all packages they need. */
export async function checkOutBase(commit) {
  await removeBase();
  const add = ['worktree', 'add', '--force', '--detach', BASE_TREE, commit];
  const { ok, output } = await run('git', add, { quiet: true });
  return ok ? install(BASE_TREE) : { ok, output };
}
