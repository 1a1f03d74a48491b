import type { Statement } from '@puntari/contracts';
import type { Locale } from '@puntari/core';

import { OTHER } from './item-filter.js';
import {
  type AnswerState,
  countStates,
  groupByTheme,
  hasEasy,
  type IsOver,
} from './statement-viewer.model.js';

/** What there is to choose from in a statement. */
export interface Outline {
  readonly counts: readonly { readonly state: AnswerState; readonly count: number }[];
  readonly themes: readonly {
    readonly id: string;
    readonly label: string;
    readonly count: number;
  }[];
  readonly total: number;
  readonly hasEasy: boolean;
}

export function outlineOf(statement: Statement, locale: Locale, isOver: IsOver): Outline {
  const { items } = statement;
  return {
    counts: countStates(statement, isOver),
    themes: groupByTheme(statement).map(({ theme, items: own }) => ({
      id: theme?.id ?? OTHER,
      label: theme ? locale.text(theme.label).text : locale.t('otherItems'),
      count: own.length,
    })),
    total: items.length,
    hasEasy: items.some(({ text }) => hasEasy(text, locale.lang)),
  };
}
