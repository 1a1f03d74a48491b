import type { FieldContext } from './field-context.js';

/** "You have 20 characters left", or how many are too many. */
export function countMessage(
  { t, locale }: Pick<FieldContext, 't' | 'locale'>,
  left: number,
): string {
  const number = Math.abs(left);
  return t(left < 0 ? 'count.over' : 'count.left', {
    count: number,
    number: locale.number(number),
  });
}
