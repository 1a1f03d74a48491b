/** What Vue's compiler of templates asks about the tags: compiled by the check of types, never run. */
import type {} from 'puntari/vue';
import type { GlobalComponents } from 'vue';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

type Emit<Tag extends 'puntari-volunteer-form' | 'puntari-topic-card'> = InstanceType<
  GlobalComponents[Tag]
>['$emit'];

export const form: Props<'puntari-volunteer-form'> = {
  class: 'wide',
  src: '/panels/liikenne-2027.json',
  action: '/api/panels/liikenne-2027/registrations',
  headingLevel: '3',
  noRestore: '',
  channel: 'phone',
  record: {},
};

export const level: Props<'puntari-participation-level'> = { level: 3 };

// @ts-expect-error -- A level is a number.
export const wrongLevel: Props<'puntari-topic-card'> = { headingLevel: 'two' };

// @ts-expect-error -- There is no such attribute.
export const wrongName: Props<'puntari-topic-card'> = { source: '/topics/keskustan-liikenne.json' };

// @ts-expect-error -- There is no such widget.
export type WrongTag = Props<'puntari-topic-crad'>;

export function listen(emit: Emit<'puntari-topic-card'>, event: Event): void {
  // @ts-expect-error -- It tells of a support, with an event of its own.
  emit('puntari-supported', event);
  // @ts-expect-error -- A card asks nothing and sends no form.
  emit('puntari-before-submit', event);
}
