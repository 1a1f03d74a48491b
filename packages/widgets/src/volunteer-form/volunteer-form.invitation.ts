/** The code of an invitation: out of the link in the letter, and asked about before anybody has filled in six pages. */
import type { FieldError } from '@puntari/contracts';
import type { ReactiveController } from 'lit';

/** How long the answer may take, in milliseconds. It is a help; the receiver looks again when the form is sent. */
const PATIENCE = 4000;

/** What can be wrong with a code, by the names of the errors of the field. */
const REFUSED = ['unknown', 'used', 'expired'] as const;
type RefusedInvitation = (typeof REFUSED)[number];

const IN_FRAGMENT = /(^#|&)invitation=([^&]*)&?/;

/**
 * Takes the code out of a link such as `/paneeli#invitation=K7M4-PX2Q`, and out of the address bar, where others would read
 * or copy it. A fragment reaches no server and no log. Everything else of the address stays.
 */
export function takeInvitation(): string | undefined {
  // The whole address: a part of one would be resolved against the `<base>` of the page, which may be another site's.
  const address = new URL(location.href);
  const found = IN_FRAGMENT.exec(address.hash);
  if (!found) return undefined;
  address.hash = address.hash.replace(IN_FRAGMENT, '$1').replace(/[#&]$/, '');
  history.replaceState(history.state, '', address);
  return decoded(found);
}

function decoded(found: RegExpExecArray | null | undefined): string | undefined {
  try {
    return decodeURIComponent(found?.[2] ?? '');
  } catch {
    return undefined;
  }
}

/** It is the same as long as the page is there, and so is looked at once. */
let isOpeningNew = true;

/**
 * The code in the address by which the page was opened. A link to a part of the page, such as the one that skips to its
 * content, may have taken its place in the address bar before we came.
 */
function invitationOfOpening(): string | undefined {
  const [opening] = isOpeningNew ? performance.getEntriesByType('navigation') : [];
  return opening && decoded(IN_FRAGMENT.exec(/#.*/.exec(opening.name)?.[0] ?? ''));
}

/**
 * Asks the receiver about a code.
 *
 * @param action - The absolute address that the form is sent to.
 * @param key - The key under which the form was or will be sent: a code that it took itself is no fault.
 * @returns What is wrong with the code; `undefined` when nothing is, and when nobody says: silence never blocks.
 */
async function ask(
  action: string,
  code: string,
  key: string | undefined,
): Promise<RefusedInvitation | undefined> {
  const address = new URL(action);
  address.pathname = `${address.pathname.replace(/\/$/, '')}/invitation`;
  const aborter = new AbortController();
  const timer = setTimeout(() => {
    aborter.abort();
  }, PATIENCE);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      credentials: 'omit',
      headers: {
        'Content-Type': 'application/json',
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      body: JSON.stringify({ code }),
      signal: aborter.signal,
    });
    const { state } = (await answer.json()) as { readonly state?: unknown };
    return answer.ok ? REFUSED.find((refused) => refused === state) : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** What an invitation needs of the form that it is for, asked each time anew. */
export interface InvitationHost {
  action(): string | undefined;
  key(): string | undefined;
  /** Whether a code can be filled in now. */
  asks(): boolean;
  code(): string;
  fillIn(code: string): void;
}

/** Fills in the code of the link by which somebody came, and says what the receiver says of the one that is filled in. */
export class Invitation implements ReactiveController {
  readonly #host: InvitationHost;

  /** Also from a link that was opened where the page stood open already: nothing but the fragment changes then. */
  readonly take = (): void => {
    if (!this.#host.asks()) return;
    const code = takeInvitation() ?? invitationOfOpening();
    isOpeningNew = false;
    // Whoever opens the link of another letter means that one.
    if (code) this.#host.fillIn(code);
  };

  constructor(host: InvitationHost) {
    this.#host = host;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.take);
    this.take();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.take);
  }

  /** What is wrong with the code. */
  async refused(): Promise<readonly FieldError[]> {
    const action = this.#host.action();
    const code = this.#host.code();
    if (action === undefined || code === '') return [];
    const refused = await ask(new URL(action, document.baseURI).href, code, this.#host.key());
    return refused === undefined ? [] : [{ pointer: '/invitationCode', code: refused }];
  }
}
