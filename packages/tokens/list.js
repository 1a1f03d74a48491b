/** Writes the list of tokens for readers, docs/tokens.md: `node packages/tokens/list.js`, after the build. A test compares. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { themes, tokens } from './dist/themes.js';

const LAYERS = {
  system: 'Roles. A theme changes these, and everything that plays the role follows.',
  component: 'Parts. Each follows a role until a theme says otherwise for this part alone.',
};

const row = (name, description, value) =>
  `| \`--puntari-${name}\` | ${description} | \`${value}\` |`;

/** The page, with everything that a theme or a page may set and nothing else. */
export function tokenList() {
  const { light } = themes.neutral;
  const parts = Object.entries(LAYERS).flatMap(([layer, about]) => {
    const named = Object.entries(tokens).filter(([, token]) => token.layer === layer);
    if (named.length === 0) return [];
    const rows = named.map(([name, { description }]) => row(name, description, light.tokens[name]));
    const title = layer[0].toUpperCase() + layer.slice(1);
    return [
      `## ${title}\n\n${about}\n\n| property | for | neutral, light |\n|---|---|---|\n${rows.join('\n')}`,
    ];
  });
  return `# Tokens

Everything that a theme or a page may set. What is not here is nobody's promise and may change at any release. Written by
\`node packages/tokens/list.js\` from the token files; how to use them: [Theming](theming.md).

The raw colors of a theme (the group \`palette\` of its file) are its own and are not published: name the role, not the
color.

${parts.join('\n\n')}

## For design tools

\`packages/tokens/dist/design/<theme>.<light or dark>.tokens.json\` holds the same tokens of one theme in one scheme, in the
Design Tokens format (2025.10) and without aliases. A design tool that reads the format imports each file as a mode.
Which tools do was not tried here.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('../../docs/tokens.md', import.meta.url), tokenList());
}
