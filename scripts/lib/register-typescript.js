/** `node --import` this to run TypeScript as it stands, without a build. */

import { register } from 'node:module';

register('./typescript-hooks.js', import.meta.url);
