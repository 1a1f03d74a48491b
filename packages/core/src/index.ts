import './words.js';

export type { Late, SubmissionRules } from './asking-widget.js';
export { calendarFile, type CalendarEvent } from './calendar.js';
export * from './contact.js';
export { define } from './define.js';
export { type DocumentParts, isAuthored, longTextOf } from './document.js';
export { download } from './download.js';
export { FailedEvent, type FailedPhase, ReadyEvent } from './events.js';
export * from './form/check-answers.js';
export * from './form/error-summary.js';
export * from './form/events.js';
export * from './form/summary-heading.js';
export * from './form/field-context.js';
export { contactHelp } from './form/help.js';
export {
  birthYearField,
  checkbox,
  checkboxes,
  errorText,
  type GroupOptions,
  longTextField,
  type LongTextOptions,
  radios,
  textField,
  type TextFieldOptions,
} from './form/fields.js';
export { newKey } from './form/key.js';
export * from './form/messages.js';
export { privacyText } from './form/privacy.js';
export { SAVING } from './form/saving-words.js';
export { type ReceiptOptions, renderReceipt } from './form/receipt-view.js';
export { lateStyles } from './form/late-styles.js';
export { fetchStatus, send, type SendOptions } from './form/sending.js';
export * from './form/send-problem.js';
export * from './form/send-error.js';
export * from './heading.js';
export * from './icons.js';
export { whenIdle } from './idle.js';
export { loadProblem } from './load-problem.js';
export { type AskedEarly, loadJson } from './loading.js';
export * from './locale/formats.js';
export { Locale } from './locale/locale.js';
export { LocaleController } from './locale/locale-controller.js';
export * from './locale/words.js';
export * from './log.js';
export { patchText } from './patch-text.js';
export { base } from './primitives/base.js';
export { field } from './primitives/field.js';
export { help } from './primitives/help.js';
export { steps } from './primitives/steps.js';
export { tag } from './primitives/tag.js';
export { SavingWidget } from './saving-widget.js';
export { type SendState, SubmittingWidget } from './submitting-widget.js';
export * from './texts.js';
export { Widget } from './widget.js';
