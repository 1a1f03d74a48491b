/**
 * What Lit asks of the page about itself: whether there are polyfills for browsers that are older than ours
 * (docs/decisions/0002), and the version list that only its development build reads. It weighs a tenth of a kilobyte in
 * every widget.
 *
 * Fails when a module of Lit no longer is what the rules speak of.
 */

const NAME = String.raw`[\w$]+`;

/** By the end of a module's path: what goes, each exactly once. */
const RULES = {
  '/lit-html/lit-html.js': [
    new RegExp(String.raw`,(${NAME})=${NAME}\.litHtmlPolyfillSupport;\1\?\.\([\w$,]+\),`),
    new RegExp(String.raw`\(${NAME}\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);`),
  ],
  '/@lit/reactive-element/reactive-element.js': [
    new RegExp(String.raw`,${NAME}=${NAME}\.reactiveElementPolyfillSupport`),
    new RegExp(String.raw`,${NAME}\?\.\(\{ReactiveElement:${NAME}\}\)`),
    new RegExp(String.raw`,\(${NAME}\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)`),
  ],
  '/lit-element/lit-element.js': [
    new RegExp(
      String.raw`const (${NAME})=${NAME}\.litElementPolyfillSupport;\1\?\.\(\{LitElement:${NAME}\}\);`,
    ),
    new RegExp(String.raw`\(${NAME}\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);`),
  ],
};

/** Rollup plugin that does it. */
export function trimLit() {
  return {
    name: 'trim-lit',
    transform(code, id) {
      const [, rules] = Object.entries(RULES).find(([end]) => id.endsWith(end)) ?? [];
      if (!rules) return null;
      return {
        code: rules.reduce((text, rule) => {
          if (!rule.test(text)) throw new Error(`${id} is not as it was: ${rule.source}`);
          // What stood before goes on, or ends here.
          return text.replace(rule, (found) => (/^,.*,$/.test(found) ? ';' : ''));
        }, code),
        map: null,
      };
    },
  };
}
