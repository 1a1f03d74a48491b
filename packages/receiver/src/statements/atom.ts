/** What changed about a statement, as a feed. */
import type { Statement } from '@puntari/contracts';

import { localized, noonOf, permanentId, renderFeed } from '../pages/feed.js';
import { wordsIn } from '../pages/words.js';
import type { DatedChange } from './changes.js';
import { changeTitle } from './words.js';

export interface Feed {
  readonly statement: Statement;
  readonly changes: readonly DatedChange[];
  readonly lang: string;
  /** Where the receiver is reached, without a slash at the end. */
  readonly origin: string;
  /** Makes ids that no other receiver makes, and that stay. */
  readonly secret: string;
}

export function renderAtom({ statement, changes, lang: tag, origin, secret }: Feed): string {
  const { lang, t } = wordsIn(tag);
  const title = localized(statement.title, lang).text;
  const path = `${origin}/statements/${statement.id}/changes`;
  const page = `${path}?lang=${lang}`;
  return renderFeed({
    id: permanentId(secret, `${statement.id}\n${lang}`),
    lang,
    title: t('changes.title', { title }),
    author: localized(statement.handedOverTo?.name ?? statement.title, lang).text,
    begun: noonOf(statement.adoptedOn),
    self: `${path}.atom?lang=${lang}`,
    page,
    entries: changes.map((change) => ({
      id: permanentId(secret, `${statement.id}\n${change.key}`),
      title: changeTitle(change, lang),
      updated: change.at ?? noonOf(change.on),
      page: `${page}#${change.item}`,
      texts: change.texts,
    })),
  });
}
