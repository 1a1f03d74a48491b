import type { RecordOf } from '@puntari/contracts';

export type LevelRecord = RecordOf<'participationLevel'>;

/** A record of a level that is only an attribute. */
export const recordOf = (level: number): unknown => ({
  schemaVersion: 1,
  version: String(level),
  id: 'level',
  level,
});

/** Equal as long as the text would be the same. */
export function documentKey({ id, version }: LevelRecord, lang: string, level: number): string {
  return `${id}@${version}@${lang}@h${String(level)}`;
}
