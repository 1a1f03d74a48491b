/** Modules that a plugin makes, or that are written in JavaScript. */

/** What `scripts/state.js` counts. */
declare module 'virtual:puntari-state' {
  export interface Language {
    readonly code: string;
    /** Who has read these words, in words; from the `_review` line of the file. */
    readonly review: string;
    readonly texts: number;
    readonly keys: number;
  }

  export interface WidgetState {
    readonly name: string;
    readonly title: string;
    readonly tag: string;
    readonly version: string;
    /** Bytes of a first rendering, compressed; not there where nothing was built. */
    readonly size?: number;
    readonly budget?: number;
    readonly tokens: readonly string[];
    readonly languages: readonly Language[];
  }

  export interface PrimitiveState {
    readonly name: string;
    readonly title: string;
    readonly version: string;
    readonly size: number;
    readonly tokens: readonly string[];
  }

  export interface WordsState {
    readonly name: string;
    readonly folder: string;
    readonly languages: readonly Language[];
  }

  export interface State {
    readonly version: string;
    readonly loader?: { readonly size: number; readonly budget: number };
    readonly widgets: readonly WidgetState[];
    readonly primitives: readonly PrimitiveState[];
    readonly words: readonly WordsState[];
  }

  const state: State;
  export default state;
}

declare module '*/scripts/state.js' {
  export function stateOfThings(): import('virtual:puntari-state').State;
}

declare module '*/tokens/src/contrast.js' {
  export interface Pair {
    readonly front: string;
    readonly back: string;
    readonly needed: number;
  }
  export const PAIRS: readonly Pair[];
  export function contrast(one: string, other: string): number;
}
