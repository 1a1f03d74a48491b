import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TestFolder {
  readonly path: string;
  remove(): void;
}

/** A folder of its own, with these files in it, by path. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): TestFolder {
  // The space is meant: every path of a real machine may have one.
  const path = mkdtempSync(join(tmpdir(), 'puntari test-'));
  for (const [name, text] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
