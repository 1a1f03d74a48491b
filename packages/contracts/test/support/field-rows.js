/** The fields of a JSON Schema as rows of a table: what `docs/records.md` must say of them. */

const WORDS = {
  Id: 'id',
  IsoDate: 'date',
  Instant: 'instant',
  LanguageTag: 'language',
  Url: 'URL',
  LocalizedUrl: 'URL, or one per language',
  LocalizedText: 'text',
  PlainText: 'plain text',
};

/** Parts and records that have a section of their own. */
const link = (name) => `[${name}](#${name.toLowerCase()})`;

function unionType(options) {
  return [...new Set(options.map((option) => typeOf(option)))].join(' or ');
}

/** The type of a field in words. */
export function typeOf(schema) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1);
    return WORDS[name] ?? link(name);
  }
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return 'code';
  // An id with a restriction of its own is written out.
  if (schema.pattern?.startsWith('^[A-Za-z0-9][')) return 'id';
  if (schema.anyOf) return unionType(schema.anyOf);
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  if (schema.additionalProperties) {
    return `map from ${typeOf(schema.propertyNames)} to ${typeOf(schema.additionalProperties)}`;
  }
  return schema.type === 'integer' ? 'whole number' : schema.type;
}

/**
 * A row for each field, those of inner objects after their own: `registration.opens`, `process[].element`.
 *
 * @returns {{ field: string, type: string, required: boolean }[]}
 */
export function fieldRows(schema, prefix = '') {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const isList = property.type === 'array';
    const field = prefix + name;
    const row = { field, type: typeOf(property), required: required.has(name) };
    const inner = isList ? property.items : property;
    return [row, ...fieldRows(inner, `${field}${isList ? '[]' : ''}.`)];
  });
}
