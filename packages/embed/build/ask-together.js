/**
 * Asks for a part of a widget together with what that part imports. A browser learns of those imports only when the part has
 * come, one round trip later: 0.15 s on a slow line.
 */

import { posix } from 'node:path';

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
        for (const file of chunk.dynamicImports ?? []) {
          if (!parts.includes(bundle[file].name)) continue;
          const missing = [...withImports(file, bundle)].filter(
            (one) => one !== file && !present.has(one),
          );
          if (missing.length === 0) continue;
          const folder = posix.dirname(chunk.fileName);
          const pathOf = (one) => posix.relative(folder, one).replace(/^(?!\.)/, './');
          const [call] = new RegExp(`import\\((['"])${pathOf(file)}\\1\\)`).exec(chunk.code) ?? [];
          if (!call) throw new Error(`${chunk.fileName} does not import ${file}.`);
          const all = [file, ...missing].map((one) => `import("${pathOf(one)}")`).join();
          chunk.code = chunk.code.replaceAll(call, `Promise.all([${all}]).then(t=>t[0])`);
        }
      }
    },
  };
}
