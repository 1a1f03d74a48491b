/**
 * What Lit asks of the page about itself: whether there are polyfills for browsers that are older than ours
 * (docs/decisions/0002), whether style sheets can be adopted, which all of ours can, and the version list that only its
 * development build reads. It weighs a fifth of a kilobyte in every widget.
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
  // With the answer in hand the minifier takes out what Lit does where it is no.
  '/@lit/reactive-element/css-tag.js': [
    new RegExp(
      String.raw`(?<=,${NAME}=)${NAME}\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype`,
    ),
  ],
  '/lit-element/lit-element.js': [
    new RegExp(
      String.raw`const (${NAME})=${NAME}\.litElementPolyfillSupport;\1\?\.\(\{LitElement:${NAME}\}\);`,
    ),
    new RegExp(String.raw`\(${NAME}\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);`),
  ],
};

/** What stood before goes on, or ends here; a question is answered. */
function inItsPlace(found) {
  if (/^,.*,$/.test(found)) return ';';
  return found.includes('&&') ? 'true' : '';
}

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
          return text.replace(rule, inItsPlace);
        }, code),
        map: null,
      };
    },
  };
}
