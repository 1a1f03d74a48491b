/** Hands what `scripts/state.js` counts to the pages, and writes it beside them as `state.json`. */
import type { Plugin } from 'vite';

import { stateOfThings } from '../scripts/state.js';

const NAME = 'virtual:puntari-state';

export function statePlugin(): Plugin {
  const text = (): string => JSON.stringify(stateOfThings(), null, 2);
  return {
    name: 'puntari:state',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${text()};` : undefined),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'state.json', source: text() });
    },
  };
}
