import type { PanelComposition } from '@puntari/contracts';

/** Equal as long as the text would be the same. */
export function documentKey(
  { id, version }: PanelComposition,
  lang: string,
  level: number,
): string {
  return `${id}@${version}@${lang}@h${String(level)}`;
}
