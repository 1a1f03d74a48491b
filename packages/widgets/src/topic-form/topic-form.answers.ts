import type { TopicCall } from '@puntari/contracts';
import { type Answer, type FieldContext, inline, valueOf, valuesOf } from '@puntari/core';
import { html, type TemplateResult } from 'lit';

import { decisionLabel } from './topic-form.fields.js';
import { kindsOf, REASONS } from './topic-form.model.js';

/** As it was written, with its line breaks; nothing where nothing was. */
const written = ({ values }: FieldContext, name: string): TemplateResult[] => {
  const value = valueOf(values, name).trim();
  return value === '' ? [] : [html`<bdi class="lines">${value}</bdi>`];
};

/** What belongs to one question, as a list where it is more than one thing. */
function together(parts: readonly unknown[]): unknown {
  if (parts.length < 2) return parts[0] ?? '';
  return html`<ul>
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;
}

const reasonsIn = (context: FieldContext): string[] =>
  REASONS.filter((code) => valuesOf(context.values, 'suitability/reasons').includes(code)).map(
    (code) => context.t(`reason.${code}`),
  );

const areasIn = ({ areas = [] }: TopicCall, { values, locale }: FieldContext): unknown[] =>
  areas
    .filter(({ id }) => valuesOf(values, 'area/ids').includes(id))
    .map(({ label }) => inline(label, locale.lang));

function decisionIn({ decisions = [] }: TopicCall, context: FieldContext): unknown[] {
  const { values, t } = context;
  const id = values['decision/id'];
  const decision = decisions.find((one) => one.id === id);
  if (decision) return [decisionLabel(decision, context)];
  return id === '' && written(context, 'decision/text').length === 0 ? [t('decision.unknown')] : [];
}

/** What somebody proposes, question by question, in words. Codes become words only here, never in what is sent. */
export function answersOf(call: TopicCall, context: FieldContext): Answer[] {
  const { t, values } = context;
  const kind = valueOf(values, 'proposer/kind');
  const own = (name: string, key = name.replace('/', '.')): Answer => ({
    name,
    question: t(`field.${key}`),
    answer: together(written(context, name)),
  });
  const group = (name: string, key: string, parts: readonly unknown[]): Answer => ({
    name,
    question: t(`field.${key}`),
    answer: together(parts),
  });
  return [
    own('title'),
    own('question'),
    own('background'),
    group('suitability/reasons', 'suitability.reasons', [
      ...reasonsIn(context),
      ...written(context, 'suitability/text'),
    ]),
    group(call.areas?.length ? 'area/ids' : 'area/text', 'area.ids', [
      ...areasIn(call, context),
      ...written(context, 'area/text'),
    ]),
    group(call.decisions?.length ? 'decision/id' : 'decision/text', 'decision.id', [
      ...decisionIn(call, context),
      ...written(context, 'decision/text'),
    ]),
    ...(kindsOf(call).length > 1
      ? [group('proposer/kind', 'proposer.kind', kind ? [t(`kind.${kind}`)] : [])]
      : []),
    own('proposer/name'),
    own('proposer/email'),
    own('proposer/phone'),
    group('nameMayBePublished', 'nameMayBePublished', [
      t(valueOf(values, 'nameMayBePublished') === 'true' ? 'yes' : 'no'),
    ]),
  ];
}
