/**
 * Stories that are also looked at in other ways, and those ways. All stories in all of them would take ten times as long
 * and show the same thing ten times: a theme reaches every story by the same tokens. So each widget has the states that
 * between them hold all of its kinds of parts.
 */

/** One width is enough: what these change does not depend on it. */
export const EXTRA_WIDTHS = [768];

/** `globals` are those of the toolbar, `.storybook/preview.ts`. */
export const EXTRA_LOOKS = [
  { name: 'neutral-dark', globals: { scheme: 'dark' } },
  { name: 'neutral-more-contrast', globals: { contrast: 'more' } },
  { name: 'espoo', globals: { theme: 'espoo' } },
  { name: 'espoo-dark', globals: { theme: 'espoo', scheme: 'dark' } },
  { name: 'keusote', globals: { theme: 'keusote' } },
  { name: 'keusote-dark', globals: { theme: 'keusote', scheme: 'dark' } },
  // The browser's own, not the toolbar's, which only comes close.
  { name: 'forced-colors', isForced: true },
  { name: 'rtl', globals: { direction: 'rtl' } },
  { name: 'sv', globals: { lang: 'sv' } },
  { name: 'en', globals: { lang: 'en' } },
];

export const EXTRA_STORIES = [
  { id: 'widgets-volunteer-form--first-page', why: 'long text, facts and a button' },
  { id: 'widgets-volunteer-form--background-with-errors', why: 'groups, hints, errors, summary' },
  { id: 'widgets-volunteer-form--check-answers', why: 'answers and how to change them' },
  { id: 'widgets-topic-card--whole', why: 'a card with all its parts' },
  { id: 'widgets-topic-card--every-status', why: 'each color of a status' },
  {
    id: 'widgets-statement-viewer--every-answer',
    why: 'each color of an answer, votes, follow-up',
  },
  { id: 'widgets-statement-viewer--filtered', why: 'the filter, and what it says' },
  { id: 'widgets-feedback-block--with-errors', why: 'a form of one page, with its errors' },
  { id: 'widgets-feedback-block--receipt', why: 'what is shown when all went well' },
  { id: 'widgets-topic-form--advice-and-similar-topics', why: 'help beside a field' },
  { id: 'foundations-focus--on-field', why: 'the focus' },
  { id: 'foundations-colors--text-on-surfaces', why: 'every pair of colors' },
];
