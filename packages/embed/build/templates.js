/** Lit's templates in a module, to be written anew. */

/** Calls back with every node of a syntax tree. */
function walk(node, visit) {
  if (typeof node?.type === 'string') visit(node);
  for (const value of Object.values(node ?? {})) {
    if (typeof value === 'object' && value !== null) walk(value, visit);
  }
}

/**
 * @param rewrite - Gets the texts of one template, between its expressions, and gives back as many.
 * @returns the code with other texts in the templates that have this tag.
 */
export function rewriteTemplates(code, ast, tag, rewrite) {
  const changes = [];
  walk(ast, (node) => {
    if (node.type !== 'TaggedTemplateExpression' || node.tag.name !== tag) return;
    const { quasis } = node.quasi;
    const texts = rewrite(quasis.map(({ start, end }) => code.slice(start, end)));
    changes.push(...quasis.map(({ start, end }, index) => ({ start, end, text: texts[index] })));
  });
  return changes
    .sort((first, second) => second.start - first.start)
    .reduce((all, { start, end, text }) => all.slice(0, start) + text + all.slice(end), code);
}
