/** The steps: what comes after the first page, in a module of its own. */
export { Invitation } from './volunteer-form.invitation.js';
export { foundMessage, keepApart, stepFields } from './volunteer-form.steps.js';
