/**
 * Asks for a part of a widget together with what that part imports. A browser learns of those imports only when the part has
 * come, one round trip later: 0.15 s on a slow line.
 */

/** All that a chunk needs before it runs, itself too. */
function withImports(file, bundle, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const imported of bundle[file].imports) withImports(imported, bundle, found);
  return found;
}

/**
 * @param parts - Names of the chunks that a person waits for. It costs each place that imports one some 50 bytes, so what
 * comes in idle time is not among them.
 */
export function askTogether({ parts }) {
  return {
    name: 'ask-together',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const present = chunk.type === 'chunk' && withImports(chunk.fileName, bundle);
        const files = (chunk.dynamicImports ?? []).filter((file) =>
          parts.includes(bundle[file].name),
        );
        for (const file of files) {
          const path = (target) =>
            `import("${chunk.fileName.startsWith('chunks/') ? './' : '../chunks/'}${target.replace('chunks/', '')}")`;
          const missing = [...withImports(file, bundle)].filter(
            (one) => one !== file && !present.has(one),
          );
          if (missing.length === 0) continue;
          if (!chunk.code.includes(path(file)))
            throw new Error(`${chunk.fileName} does not import ${file}.`);
          const all = [file, ...missing].map(path).join();
          chunk.code = chunk.code.replaceAll(
            path(file),
            `Promise.all([${all}]).then(([part])=>part)`,
          );
        }
      }
    },
  };
}
