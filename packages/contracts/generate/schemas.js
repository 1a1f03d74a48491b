/** The records as JSON Schema. */
import { toJsonSchemaDefs } from '@valibot/to-json-schema';

import * as contracts from '../dist/index.js';
import { describeSchema, readComments } from './comments.js';

/** The schemas that get a file of their own. */
export const TOP_LEVEL = [
  'Panel',
  'TopicCall',
  'Topic',
  'TopicList',
  'Statement',
  'FeedbackChannel',
  'FeedbackAnswers',
  'PanelComposition',
  'PanelProcess',
  'ParticipationLevel',
  'Submission',
  'Registration',
  'FeedbackSubmission',
  'Feedback',
  'TopicProposal',
  'StoredProposal',
  'TopicSupport',
  'Receipt',
  'FormStatus',
  'Problem',
];

/** Parts that are written once and referred to. */
const PARTS = [
  'Id',
  'IsoDate',
  'Instant',
  'LanguageTag',
  'Url',
  'LocalizedUrl',
  'LocalizedText',
  'PlainText',
  'Link',
  'Body',
  'Contact',
  'Purpose',
  'TopicArea',
  'ComingDecision',
  'FeedbackService',
  'FeedbackAttachment',
  'AnsweredFeedback',
  'Privacy',
  'PanelQuestion',
  'PanelSession',
  'ProcessStep',
  'PanelFigures',
  'CompositionRow',
  'StatementItem',
  'Vote',
  'Response',
  'Handling',
  'HistoryEntry',
  'FieldError',
];

const exportName = (name) => name[0].toLowerCase() + name.slice(1);

/** What JSON Schema cannot say is told in words. */
function addRemark(jsonSchema, remark) {
  const before = jsonSchema.$comment ? `${jsonSchema.$comment}; ` : 'Also checked: ';
  return { ...jsonSchema, $comment: before + remark };
}

function overrideAction({ valibotAction, jsonSchema }) {
  const { type, message, requirement } = valibotAction;
  if (type === 'check') return addRemark(jsonSchema, message);
  // Code points are what JSON Schema counts.
  if (type === 'max_code_points') return { ...jsonSchema, maxLength: requirement };
  return undefined;
}

/**
 * Every schema by its name.
 *
 * @param {string} prefix - Where references lead: `#/$defs/`, `#/components/schemas/`.
 */
export function allSchemas(prefix) {
  const names = [...TOP_LEVEL, ...PARTS];
  const missing = names.filter((name) => !(exportName(name) in contracts));
  if (missing.length > 0) throw new Error(`Not exported by contracts: ${missing.join(', ')}`);
  const schemas = toJsonSchemaDefs(
    Object.fromEntries(names.map((name) => [name, contracts[exportName(name)]])),
    {
      target: 'draft-2020-12',
      // What may be written, before defaults are filled in.
      typeMode: 'input',
      overrideAction,
      overrideRef: ({ referenceId }) => prefix + referenceId,
    },
  );
  const comments = readComments(new URL('../src/', import.meta.url));
  for (const name of names) {
    const comment = comments.get(exportName(name));
    if (comment) describeSchema(schemas[name], comment);
    schemas[name] = { title: name, ...schemas[name] };
  }
  return schemas;
}

/** The names that a schema refers to, directly or through others. */
function namesIn(schema, schemas, found = new Set()) {
  for (const match of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([A-Za-z]+)"/g)) {
    if (found.has(match[1])) continue;
    found.add(match[1]);
    namesIn(schemas[match[1]], schemas, found);
  }
  return found;
}

/** A file for each top-level schema, complete in itself: `panel.schema.json` and so on. */
export function schemaFiles() {
  const schemas = allSchemas('#/$defs/');
  return TOP_LEVEL.map((name) => {
    const file = `${name.replaceAll(/(?!^)[A-Z]/g, '-$&').toLowerCase()}.schema.json`;
    const used = [...namesIn(schemas[name], schemas)].sort();
    const content = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: file,
      ...schemas[name],
      ...(used.length > 0
        ? { $defs: Object.fromEntries(used.map((key) => [key, schemas[key]])) }
        : {}),
    };
    return { file, content };
  });
}
