import type { Content } from '../content/content.js';
import type { Queryable } from '../database/database.js';

/**
 * What is expected in the place of a channel that nobody knows; nothing where it is known. Of one whose record has left the
 * content folder there may still be feedback.
 */
export async function expectedChannel(
  db: Queryable,
  content: Content,
  channelId: string,
): Promise<string | undefined> {
  if (content.channels.has(channelId)) return undefined;
  const rows = await db.selectFrom('feedback').select('channelId').distinct().execute();
  const ids = [...new Set([...content.channels.keys(), ...rows.map((row) => row.channelId)])];
  if (ids.includes(channelId)) return undefined;
  return ids.length > 0 ? `one of ${ids.sort().join(', ')}` : 'none, since there are no channels';
}
