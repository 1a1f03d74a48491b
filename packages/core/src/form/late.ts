/** What a form needs only once somebody has tried to go on: a module that comes after the first rendering. */
export { followCounts } from './count-said.js';
export { DeviceSaving } from './device-saving.js';
export { keepFocus } from './focus-kept.js';
export { newKey } from './key.js';
export { followKeys } from './keyboard.js';
export { errorSummary } from './error-summary.js';
export { lateStyles } from './late-styles.js';
export { renderReceipt } from './receipt-view.js';
export { SecondPress } from './second-press.js';
export { renderSendProblem } from './send-problem.js';
export { fetchStatus, send } from './sending.js';
