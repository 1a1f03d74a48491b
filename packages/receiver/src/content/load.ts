import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  type Content,
  ContentError,
  type ContentFile,
  contentOf,
  type Folder,
  FOLDERS,
} from './content.js';

const EXTENSION = '.json';

async function namesIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    // A receiver that only takes feedback has no panels folder.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function filesOf(root: string, folder: Folder): Promise<ContentFile[]> {
  const names = await namesIn(join(root, folder));
  const strangers = names.filter((name) => !name.endsWith(EXTENSION));
  if (strangers.length > 0) {
    throw new ContentError(
      strangers.map(
        (name) => `${folder}/${name}: expected a file named <id>.json, received "${name}"`,
      ),
    );
  }
  return Promise.all(
    names.map(async (name) => ({
      folder,
      name: name.slice(0, -EXTENSION.length),
      text: await readFile(join(root, folder, name), 'utf8'),
    })),
  );
}

/**
 * Reads and checks a content folder: `panels/`, `topics/`, `topic-calls/`, `statements/`, `feedback/`, one JSON file a
 * record, named by its id.
 *
 * @throws ContentError - When any file has any problem.
 */
export async function loadContent(root: string): Promise<Content> {
  const folders = Object.keys(FOLDERS) as Folder[];
  const entries = await readdir(root, { withFileTypes: true });
  // A misspelled folder would otherwise be published as nothing, without a word.
  const unknown = entries.filter(
    (entry) =>
      entry.isDirectory() &&
      !entry.name.startsWith('.') &&
      !(folders as string[]).includes(entry.name),
  );
  if (unknown.length > 0) {
    throw new ContentError(
      unknown.map(
        ({ name }) => `${name}/: expected a folder named ${folders.join(', ')}, received "${name}"`,
      ),
    );
  }
  const files = await Promise.all(folders.map((folder) => filesOf(root, folder)));
  return contentOf(files.flat());
}
