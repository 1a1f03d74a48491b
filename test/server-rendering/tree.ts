/** The accessibility tree of a page as lines: role, name, level and state, without anything that rendering alone changes. */
import type { Page, SerializedAXNode } from 'puppeteer-core';

const KEPT = [
  'level',
  'checked',
  'pressed',
  'expanded',
  'selected',
  'invalid',
  'value',
  'description',
  'disabled',
] as const;

/** Roles that only tell how boxes were cut. */
const IGNORED = new Set(['generic', 'InlineTextBox', 'none', 'LineBreak']);

function* linesOf(node: SerializedAXNode, depth: number): Generator<string> {
  const isShown = !IGNORED.has(node.role);
  if (isShown) {
    const states = KEPT.filter((key) => node[key] !== undefined).map(
      (key) => ` ${key}=${String(node[key])}`,
    );
    yield `${'  '.repeat(depth)}${node.role} "${(node.name ?? '').replaceAll(/\s+/g, ' ').trim()}"${states.join('')}`;
  }
  for (const child of node.children ?? []) yield* linesOf(child, isShown ? depth + 1 : depth);
}

/** Neighbouring pieces of text are one to a reader, however many nodes they are. */
function joinTexts(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const text = /^(\s*)StaticText "(.*)"$/.exec(line);
    const before = /^(\s*)StaticText "(.*)"$/.exec(joined.at(-1) ?? '');
    const isNext = text !== null && text[1] === before?.[1];
    if (isNext) {
      const words = `${before?.[2] ?? ''} ${text[2] ?? ''}`.trim();
      joined[joined.length - 1] = `${text[1] ?? ''}StaticText "${words}"`;
    } else if (text?.[2] !== '') joined.push(line);
  }
  return joined;
}

export async function accessibilityTree(page: Page): Promise<string> {
  const root = await page.accessibility.snapshot({ interestingOnly: false });
  if (!root) throw new Error('The page has no accessibility tree.');
  return joinTexts([...linesOf(root, 0)]).join('\n');
}
