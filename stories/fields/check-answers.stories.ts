import { type Answer, checkAnswers, type FieldContext } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { LONG_WORD } from '../fixtures/words.js';
import { form } from '../support/story-form.js';
import { BIRTH_YEAR, EMAIL, FIRST_NAME, LIVES_HERE, say, SUPPORT } from './labels.js';

const meta: Meta = { title: 'Fields/Check answers' };
export default meta;

const answers = (context: FieldContext): Answer[] => [
  {
    name: 'eligibility/livesInArea',
    question: say(context, LIVES_HERE),
    answer: context.t('yes'),
  },
  { name: 'birthYear', question: say(context, BIRTH_YEAR), answer: '1984' },
  { name: 'contact/firstName', question: say(context, FIRST_NAME), answer: 'Aino' },
  {
    name: 'support/needs',
    question: say(context, SUPPORT),
    answer: context.locale.list([
      context.t('supportNeed.transport'),
      context.t('supportNeed.diet'),
    ]),
  },
  { name: 'contact/email', question: say(context, EMAIL), answer: '' },
];

export const Answered: StoryObj = {
  render: () => form((context) => checkAnswers(context, answers(context), () => {})),
};

export const LongWords: StoryObj = {
  render: () =>
    form((context) =>
      checkAnswers(
        context,
        [
          {
            name: 'contact/email',
            question: LONG_WORD,
            answer: `${LONG_WORD.toLowerCase()}@example.fi`,
          },
          { name: 'text', question: say(context, EMAIL), answer: 'Rivi 1\nRivi 2' },
        ],
        () => {},
      ),
    ),
};
