const NOT_STATED = 'not-stated';
const MOST_RADIOS = 8;

const attribute = (condition, value, nothing) => (condition ? value : nothing);

function errorText(html, name, message, words) {
  return message === undefined
    ? ''
    : html`<span class="field-error" id="field-${name}-error"
        >${words.errorPrefix} ${message}</span
      >`;
}

function radios(tags, question, choices, words, lang, message) {
  const { html, nothing } = tags;
  const { id, label, hint, reason } = question;
  return html`<fieldset class="field ${message ? 'invalid' : ''}">
    <legend>
      <span class="question">${label[lang]}</span>
      <span class="hint" id="field-${id}-hint">${hint[lang]}</span>
      ${errorText(html, id, message, words)}
    </legend>
    <p class="reason">${reason[lang]}</p>
    <div class="choices">
      ${choices.map(
        ([code, text], index) =>
          html`${code === NOT_STATED ? html`<p class="or">${words.or}</p>` : ''}
            <label class="choice">
              <input
                type="radio"
                id="field-${id}${index === 0 ? '' : `-${index}`}"
                name="${id}"
                value="${code}"
                aria-invalid="${attribute(message, 'true', nothing)}"
                aria-describedby="${attribute(message, `field-${id}-error`, nothing)}"
              />
              <span>${text}</span>
            </label>`,
      )}
    </div>
  </fieldset>`;
}

function select(tags, question, choices, words, lang, message) {
  const { html, nothing } = tags;
  const { id, label, hint, reason } = question;
  return html`<div class="field ${message ? 'invalid' : ''}">
    <label for="field-${id}">${label[lang]}</label>
    <span class="hint" id="field-${id}-hint">${hint[lang]}</span>
    <p class="reason">${reason[lang]}</p>
    ${errorText(html, id, message, words)}
    <select
      class="control medium"
      id="field-${id}"
      name="${id}"
      aria-required="true"
      aria-invalid="${attribute(message, 'true', nothing)}"
      aria-describedby="field-${id}-hint${message ? ` field-${id}-error` : ''}"
    >
      <option value="">${words.choose}</option>
      ${choices.map(([code, text]) => html`<option value="${code}">${text}</option>`)}
    </select>
  </div>`;
}

function ownWords(html, { id, label }, words, lang) {
  return html`<div class="field">
    <label for="field-own-${id}">${words.ownWords(label[lang])} ${words.optional}</label>
    <span class="hint" id="field-own-${id}-hint">${words.ownWordsHint}</span>
    <input
      class="control"
      id="field-own-${id}"
      name="own-${id}"
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-describedby="field-own-${id}-hint"
    />
  </div>`;
}

/**
 * The fields of the background step.
 *
 * @param tags - `html` and `nothing`, of Lit or of text.
 * @param errors - Field name to message.
 */
export function formFields(tags, questions, words, lang, errors = {}) {
  const { html } = tags;
  return questions.map((question) => {
    const choices = question.options.map(({ code, label }) => [code, label[lang]]);
    if (question.declinable) choices.push([NOT_STATED, words.preferNotToSay]);
    const group = choices.length > MOST_RADIOS ? select : radios;
    return html`${group(tags, question, choices, words, lang, errors[question.id])}
    ${question.ownWords ? ownWords(html, question, words, lang) : ''}`;
  });
}

/** What stands around the fields: the way back, the title, the button, help. */
export function formFrame(html, words, { summary = '', fields }) {
  return html`<button type="button" class="plain">${words.back}</button>
    ${summary}
    <h2 id="step" tabindex="-1">
      <span class="step-count">${words.step}</span>
      ${words.title}
    </h2>
    <p>${words.intro}</p>
    ${fields}
    <div class="actions"><button type="submit">${words.continue}</button></div>`;
}

export function formHelp(html, words) {
  return html`<div class="help">
    <p>${words.help}</p>
    <ul class="contact">
      <li><span>${words.phone}</span> <a href="tel:0981621" dir="ltr">09 816 21</a></li>
      <li>
        <span>${words.email}</span>
        <a href="mailto:osallisuus@example.fi" dir="ltr">osallisuus@example.fi</a>
      </li>
    </ul>
  </div>`;
}
