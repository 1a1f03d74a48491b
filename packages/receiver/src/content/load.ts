import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { decodeUtf8 } from '../utf8.js';
import { type Content, type ContentFile, contentOf, FOLDERS, QUOTAS_FOLDER } from './content.js';

const EXTENSION = '.json';
type Folder = ContentFile['folder'];
const FOLDER_NAMES = [...Object.keys(FOLDERS), QUOTAS_FOLDER] as Folder[];

/** Either what was read, or why it was not, in words: all of these are told at once. */
type Found = ContentFile | string;

/**
 * What a name leads to, through links: a ConfigMap of Kubernetes is a folder of them. What leads nowhere is nothing, and
 * so is a pipe, which would be waited for without end.
 */
async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing that can be read'> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    if (found.isFile()) return 'file';
  } catch {
    // Said by the answer.
  }
  return 'nothing that can be read';
}

/** Without names that begin with a dot: version control and Kubernetes keep things of their own there. */
async function namesIn(path: string): Promise<string[]> {
  const names = await readdir(path);
  return names.filter((name) => !name.startsWith('.')).sort();
}

async function readRecord(root: string, folder: Folder, file: string): Promise<Found> {
  const shown = `${folder}/${file}`;
  const path = join(root, folder, file);
  const kind = await kindOf(path);
  if (kind !== 'file')
    return `${shown}: expected a file, received ${kind === 'folder' ? 'a folder' : kind}`;
  if (!file.endsWith(EXTENSION)) {
    return `${shown}: expected a file named <id>${EXTENSION}, received "${file}"`;
  }
  try {
    const text = decodeUtf8(await readFile(path));
    if (text === undefined) return `${shown}: expected UTF-8, received another encoding`;
    return { folder, name: file.slice(0, -EXTENSION.length), text };
  } catch (error) {
    return `${shown}: expected a file that can be read, received ${String((error as NodeJS.ErrnoException).code)}`;
  }
}

/** What stands in the content folder itself. Notes of its keeper may; records and folders of another name are misplaced. */
async function readEntry(root: string, name: string): Promise<Found[]> {
  const kind = await kindOf(join(root, name));
  const folder = FOLDER_NAMES.find((known) => known === name);
  if (folder !== undefined && kind === 'folder') {
    const files = await namesIn(join(root, folder));
    return Promise.all(files.map((file) => readRecord(root, folder, file)));
  }
  if (kind === 'folder') {
    // A misspelled folder would otherwise be published as nothing, without a word.
    return [`${name}/: expected a folder named ${FOLDER_NAMES.join(', ')}, received "${name}"`];
  }
  if (folder !== undefined)
    return [`${name}: expected a folder, received ${kind === 'file' ? 'a file' : kind}`];
  if (name.endsWith(EXTENSION)) {
    return [
      `${name}: expected a place in one of the folders ${FOLDER_NAMES.join(', ')}, received none`,
    ];
  }
  return kind === 'file' ? [] : [`${name}: expected a file or a folder, received ${kind}`];
}

/**
 * Reads and checks a content folder: `panels/`, `topics/`, `topic-calls/`, `statements/`, `feedback/`, one JSON file a
 * record, named by its id, and `quotas/`, one a panel. A receiver that only takes feedback has no panels folder.
 *
 * @throws ContentError - When any file has any problem.
 */
export async function loadContent(root: string): Promise<Content> {
  const names = await namesIn(root);
  const found = (await Promise.all(names.map((name) => readEntry(root, name)))).flat();
  return contentOf(
    found.filter((entry) => typeof entry !== 'string'),
    found.filter((entry) => typeof entry === 'string'),
  );
}
