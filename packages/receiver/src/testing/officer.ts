/** An officer at a browser: signs in by a name and the token, and fills in the forms of the desks. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

import { fieldsOf } from './forms.js';
import { openPage, OPERATOR_TOKEN, postForm } from './receiver.js';

export type Fields = Record<string, string>;

/** What a browser sends along once somebody has signed in. */
export const signedInAs = (name: string, token = OPERATOR_TOKEN): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(`${name}:${token}`).toString('base64')}`,
});

export const AINO = signedInAs('Aino Äyräs');

/** Opens, fills in and sends pages; as Aino unless told otherwise. */
export class Officer {
  readonly #app: () => FastifyInstance;

  /** @param app - Of the receiver of the test that runs. */
  constructor(app: () => FastifyInstance) {
    this.#app = app;
  }

  readonly open = (
    path: string,
    headers: Record<string, string> = AINO,
  ): Promise<LightMyRequestResponse> => openPage(this.#app(), path, headers);

  readonly send = (
    path: string,
    fields: Fields,
    headers: Record<string, string> = AINO,
  ): Promise<LightMyRequestResponse> =>
    postForm(this.#app(), path, Object.entries(fields), headers);

  /** Opens a form, writes in it and sends it. */
  readonly fillIn = async (
    path: string,
    written: Fields,
    headers: Record<string, string> = AINO,
  ): Promise<LightMyRequestResponse> => {
    const page = await this.open(path, headers);
    return this.send(path, { ...fieldsOf(page.body), ...written }, headers);
  };
}
