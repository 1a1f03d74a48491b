import { button } from './button.js';
import { card } from './card.js';
import { control } from './control.js';
import { ground, tokens } from './ground.js';
import { links } from './links.js';
import { notice } from './notice.js';
import { text } from './text.js';

/** What every widget has. In one module, since small ones apart are larger than together. */
export const base = [tokens, ground, text, links, card, control, button, notice];
