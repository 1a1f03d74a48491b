import { pathToFileURL } from 'node:url';

/** Lets a check also be run by itself: `node scripts/check-css.js`. */
export async function standalone(url, check) {
  if (url !== pathToFileURL(process.argv[1] ?? '').href) return;
  const { ok, output, note } = await check();
  if (output) console.log(output);
  if (ok) console.log(note ?? 'Nothing to mend.');
  process.exitCode = ok ? 0 : 1;
}
