import { countCharacters } from '@puntari/contracts';

import { countMessage } from './count-message.js';
import type { FieldContext } from './field-context.js';

/** How long after the last key the remaining characters are said, in milliseconds. */
const SAY_AFTER = 1000;
/** From how much of the limit on the count is said aloud. */
const SAY_FROM = 0.8;

export interface CountHost {
  context(): FieldContext;
  announce(message: string): void;
}

/** Says, from now on, how much room a long text has left, once somebody who is near its limit stops typing. */
export function followCounts(root: Node, host: CountHost): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement) || !target.dataset['max']) return;
    const max = Number(target.dataset['max']);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const length = countCharacters(target.value);
      // One that was sent or taken off the page meanwhile has no room to speak of.
      if (target.isConnected && length >= max * SAY_FROM)
        host.announce(countMessage(host.context(), max - length));
    }, SAY_AFTER);
  };
  for (const type of ['input', 'change']) root.addEventListener(type, follow);
}
