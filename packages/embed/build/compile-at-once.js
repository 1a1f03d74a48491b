/** V8's own: https://v8.dev/blog/explicit-compile-hints. Other engines read a comment. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Rollup plugin of an output: lets Chrome compile all functions of some chunks while they come, on a thread of its own. Without
 * being told it compiles each when it is first called, on the thread that draws. For chunks of which most is called
 * before anything is drawn; of others it would only compile more.
 *
 * Comes after the minifier, which drops comments. Fails when a chunk is not there.
 *
 * @param {{ chunks: readonly string[] }} options - By their names.
 */
export function compileAtOnce({ chunks }) {
  const left = new Set(chunks);
  return {
    name: 'compile-at-once',
    renderChunk(code, { name }) {
      if (!chunks.includes(name)) return null;
      left.delete(name);
      return { code: HINT + code, map: null };
    },
    generateBundle() {
      if (left.size > 0) throw new Error(`There is no chunk ${[...left].join(', ')}.`);
    },
  };
}
