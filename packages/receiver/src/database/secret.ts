import { randomBytes } from 'node:crypto';

import type { Db } from './database.js';

const NAME = 'secret';

/** The receiver's own secret: made once, kept in the database, the same after a restart. */
export async function getSecret(db: Db): Promise<string> {
  await db
    .insertInto('settings')
    .values({ name: NAME, value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return row.value;
}
