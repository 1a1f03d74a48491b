/**
 * Lit's support for server-sent roots. By itself it is of use only to a Lit that is evaluated after it; here it is handed to the
 * one that is there already, so that Lit need not stand in a file of its own. Before any widget is defined it is early enough.
 */
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { LitElement } from 'lit';

declare global {
  /** Set by the import above. */
  var litElementHydrateSupport: (lit: { readonly LitElement: typeof LitElement }) => void;
}

globalThis.litElementHydrateSupport({ LitElement });
