/** Tells the panel "HTML" which tag is shown and with which attributes, so that it can write what a page pastes. */
import { STORY_RENDERED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';

import type { Shown } from '../stories/support/snippets.js';
import { SHOWN } from './channel.js';

/** What a page decides; addresses are made up in the snippet, and the direction follows the toolbar. */
const NAMES = ['variant', 'heading-level', 'subject', 'no-restore', 'lang', 'dir'];

function shownNow(): Shown[] {
  const root = document.querySelector('#storybook-root');
  const widgets = [...(root?.querySelectorAll('*') ?? [])].filter(({ localName }) =>
    localName.startsWith('puntari-'),
  );
  return widgets.map((widget) => ({
    tag: widget.localName,
    attributes: Object.fromEntries(
      NAMES.flatMap((name) => {
        const value = widget.getAttribute(name);
        return value === null ? [] : [[name, value]];
      }),
    ),
  }));
}

export function tellWhatIsShown(): void {
  const channel = addons.getChannel();
  channel.on(STORY_RENDERED, () => {
    channel.emit(SHOWN, shownNow());
  });
}
