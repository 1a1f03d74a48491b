import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Field' };
export default meta;

/** Label, hint, control; the width tells how long an answer is. */
export const Text: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-field">
        <label class="puntari-label" for="postcode">Postinumero</label>
        <span class="puntari-hint" id="postcode-hint">Viisi numeroa</span>
        <input
          class="puntari-control"
          data-width="short"
          id="postcode"
          name="postcode"
          type="text"
          inputmode="numeric"
          autocomplete="postal-code"
          aria-describedby="postcode-hint"
        />
      </div>`,
    ),
};

/** The word, the mark, the line and the color. */
export const Wrong: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-field" data-invalid>
        <label class="puntari-label" for="wrong-postcode">Postinumero</label>
        <span class="puntari-field-error" id="wrong-postcode-error"
          >Virhe: Kirjoita postinumero</span
        >
        <input
          class="puntari-control"
          data-width="short"
          id="wrong-postcode"
          name="postcode"
          type="text"
          inputmode="numeric"
          autocomplete="postal-code"
          aria-invalid="true"
          aria-describedby="wrong-postcode-error"
        />
      </div>`,
    ),
};

/** As wide as a line of text. */
export const LongText: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-field">
        <label class="puntari-label" for="text">Kirjoita palautteesi</label>
        <span class="puntari-hint" id="text-hint">Älä kirjoita henkilötunnuksia.</span>
        <textarea
          class="puntari-control"
          id="text"
          name="text"
          rows="4"
          aria-describedby="text-hint"
        ></textarea>
      </div>`,
    ),
};

/** For more than seven answers. */
export const Select: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-field">
        <label class="puntari-label" for="district">Suuralue, jolla asut</label>
        <select class="puntari-control" data-width="medium" id="district" name="district">
          <option value="">Valitse</option>
          <option>Suur-Leppävaara</option>
          <option>Suur-Tapiola</option>
        </select>
      </div>`,
    ),
};

/** The whole row can be pressed. */
export const Choices: StoryObj = {
  render: () =>
    plain(
      html`<fieldset class="puntari-field">
        <legend>
          <span class="puntari-label">Miten saavut?</span>
          <span class="puntari-hint">Valitse yksi</span>
        </legend>
        <div class="puntari-choices">
          <label class="puntari-choice"
            ><input type="radio" name="way" value="bus" /><span>Bussilla</span></label
          >
          <label class="puntari-choice"
            ><input type="radio" name="way" value="bike" /><span>Pyörällä</span></label
          >
          <p class="puntari-or">tai</p>
          <label class="puntari-choice"
            ><input type="radio" name="way" value="" /><span>En osaa sanoa</span></label
          >
        </div>
      </fieldset>`,
    ),
};
