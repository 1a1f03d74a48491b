/** The comments in the sources, as the descriptions of the schemas: written once, and none of it shipped to a browser. */
import { readdirSync, readFileSync } from 'node:fs';

import ts from 'typescript';

/** The comment above something; nothing when there is none. */
function commentOf(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = comment && ts.getTextOfJSDocComment(comment.comment);
  // Code marks are for readers of the source.
  return text?.replaceAll(/\s*\n\s*/g, ' ').trim();
}

/** `v.optional(v.array(v.object({ … })))` to the object literal in it. Other schemas are references. */
function literalIn(node) {
  if (ts.isObjectLiteralExpression(node)) return node;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  const isSchema = ['object', 'optional', 'array', 'pipe'].includes(node.expression.name.text);
  const [first] = node.arguments;
  return isSchema && first ? literalIn(first) : undefined;
}

/** `{ comment, properties: { name: { comment, properties } } }` of an object literal. */
function propertiesIn(literal, spreads) {
  const properties = {};
  for (const member of literal?.properties ?? []) {
    if (ts.isSpreadAssignment(member)) {
      Object.assign(properties, spreads.get(member.expression.getText()));
    } else if (member.name) {
      const inner = ts.isPropertyAssignment(member) ? literalIn(member.initializer) : undefined;
      properties[member.name.getText()] = {
        comment: commentOf(member),
        properties: propertiesIn(inner, spreads),
      };
    }
  }
  return properties;
}

/**
 * Reads the comments of every exported constant.
 *
 * @param {URL} folder - The sources.
 * @returns {Map<string, { comment?: string, properties: object }>} By the name of the constant.
 */
export function readComments(folder) {
  const statements = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return [...ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true).statements];
    })
    .filter(ts.isVariableStatement);
  const comments = new Map();
  const spreads = new Map();
  const read = () => {
    for (const statement of statements) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const properties = initializer ? propertiesIn(literalIn(initializer), spreads) : {};
        comments.set(name.getText(), { comment: commentOf(statement), properties });
        spreads.set(name.getText(), properties);
      }
    }
  };
  // Twice: a spread may name a constant of a file that is read later.
  read();
  read();
  return comments;
}

/** Puts the comments into a schema as descriptions. */
export function describeSchema(schema, { comment, properties }) {
  if (comment) schema.description ??= comment;
  const target = schema.items ?? schema;
  for (const [name, inner] of Object.entries(properties)) {
    const property = target.properties?.[name];
    if (property) describeSchema(property, inner);
  }
}
