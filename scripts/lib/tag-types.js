/**
 * What TypeScript knows of each tag, taken from the custom elements manifest: the source of the types for JSX and Vue. No
 * framework is named here, so that one list serves them all.
 */

import { format, resolveConfig } from 'prettier';

const isName = (text) => /^[a-z]+$/.test(text);
const key = (name) => (isName(name) ? name : `'${name}'`);

const comment = (text) => (text ? `/** ${text.replaceAll(/\s+/g, ' ').trim()} */\n` : '');

const fileOf = (path) => path.replace(/^packages\/widgets\/src\//, '').replace(/\.ts$/, '');

/** Of the class and not of the words in the manifest, which may name a type that only the class's file imports. */
const attributeOf = (className) => (attribute) =>
  `${comment(attribute.description)}${key(attribute.name)}?: Attribute<${className}['${attribute.fieldName}']>;`;

/** By the name under which `addEventListener` knows it, wherever its class stands. */
const eventOf = ({ name, description }) =>
  `${comment(description)}'${name}': HTMLElementEventMap['${name}'];`;

const entryOf = (declaration) => `
${comment(declaration.summary)}'${declaration.tagName}': {
  element: ${declaration.name};
  attributes: {
    ${declaration.attributes.map(attributeOf(declaration.name)).join('\n')}
  };
  events: {
    ${declaration.events.map(eventOf).join('\n')}
  };
};`;

/** The text of packages/embed/src/tags.ts. */
export async function tagTypes({ modules }, path) {
  const tags = modules.flatMap(({ path: file, declarations }) =>
    declarations.filter(({ tagName }) => tagName).map((entry) => ({ ...entry, file })),
  );
  const source = `
/** What each tag takes and tells. Written by \`node scripts/manifest.js\`; change the comments in the classes. */
${tags.map(({ name, file }) => `import type { ${name} } from '@puntari/widgets/${fileOf(file)}';`).join('\n')}

/** How the value of a property may be written as an attribute. */
type Attribute<T> =
  | T
  | (boolean extends T ? '' : never)
  | (number extends T ? \`\${number}\` : never)
  | undefined;

export interface Tags {${tags.map(entryOf).join('\n')}
}
`;
  return format(source, { ...(await resolveConfig(path)), filepath: path });
}
