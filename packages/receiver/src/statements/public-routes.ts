import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Statement } from '@puntari/contracts';

import { servedRecord } from '../content/content.js';
import { languageOf, prefersHtml, spokenLanguage } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { openToAll, sendServed } from '../http/records.js';
import { addPageHeaders } from '../http/security-headers.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import { renderAtom } from './atom.js';
import { changesOf, type DatedChange, publicChange, sinceOf } from './changes.js';
import { renderChangesPage } from './changes-page.js';
import type { StatementContext } from './context.js';
import { PublishedStatements } from './published.js';
import { entriesOf } from './store.js';

const RECORD = /^(.+)\.json$/;

interface Asked {
  readonly statement: Statement;
  readonly changes: readonly DatedChange[];
  readonly since: string | undefined;
  readonly lang: string;
}

const langOf = (request: FastifyRequest): string =>
  spokenLanguage(languageOf(request, OFFICIAL_LANGUAGES), OFFICIAL_LANGUAGES);

async function ask(request: FastifyRequest, { db, content }: StatementContext): Promise<Asked> {
  const { file } = request.params as { file: string };
  const statement = content.statements.get(file);
  if (!statement) throw new HttpProblem('not-found');
  const since = sinceOf(request.query);
  const changes = changesOf(statement, await entriesOf(db, file), since);
  return { statement, changes, since, lang: langOf(request) };
}

/** What everybody can read: statements with their answers, and what changed about them. */
export function publicRoutes(app: FastifyInstance, context: StatementContext): void {
  const { db, content, policy, secret } = context;
  const published = new PublishedStatements(db, content);

  app.get('/statements/:file', async (request, reply) => {
    openToAll(reply);
    const [, id = ''] = RECORD.exec((request.params as { file: string }).file) ?? [];
    const record = await published.find(id);
    if (!record) throw new HttpProblem('not-found');
    return sendServed(request, reply, record);
  });

  app.get('/statements/:file/changes', async (request, reply): Promise<FastifyReply> => {
    openToAll(reply).header('Vary', 'Accept, Accept-Language');
    const asked = await ask(request, context);
    if (prefersHtml(request.headers.accept)) {
      const page = servedRecord(renderChangesPage(asked));
      return sendServed(request, addPageHeaders(reply, policy), page, 'text/html');
    }
    const { statement, since, changes } = asked;
    const body = {
      statement: statement.id,
      ...(since === undefined ? {} : { since }),
      items: changes.map(publicChange),
    };
    return sendServed(request, reply, servedRecord(JSON.stringify(body)));
  });

  app.get('/statements/:file/changes.atom', async (request, reply) => {
    openToAll(reply).header('Vary', 'Accept-Language');
    const asked = await ask(request, context);
    const origin = `${request.protocol}://${request.host}`;
    const feed = servedRecord(renderAtom({ ...asked, origin, secret }));
    return sendServed(request, reply, feed, 'application/atom+xml');
  });
}
