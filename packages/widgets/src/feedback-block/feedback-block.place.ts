import type { Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import type { Place } from './feedback-block.forms.js';

/** About a metre; more digits would tell more than the device knows. */
const DIGITS = 5;
/** How long a device may look for where it is, in milliseconds. */
const PATIENCE = 20_000;
/** The codes of `GeolocationPositionError`, in words. */
const PROBLEMS: Readonly<Record<number, string>> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' };

const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS));

export interface PlaceHost {
  readonly locale: () => Locale;
  readonly setPlace: (place: Place) => void;
  readonly announce: (text: string) => void;
  readonly changed: () => void;
}

/** Says where the device is, when somebody asks it to and not before. */
export class DevicePlace {
  readonly #host: PlaceHost;
  /** What came of it: a key of the words. */
  #said = '';

  constructor(host: PlaceHost) {
    this.#host = host;
  }

  render(): TemplateResult | typeof nothing {
    // Only pages with a secure address may ask, and not every device knows.
    if (!('geolocation' in navigator) || !globalThis.isSecureContext) return nothing;
    const { t } = this.#host.locale();
    return html`<div data-needs-script>
      <div class="puntari-actions">
        <button type="button" class="puntari-button" data-kind="secondary" @click=${this.#onClick}>
          ${t('place.device')}
        </button>
      </div>
      ${this.#said ? html`<p class="puntari-hint">${t(this.#said)}</p>` : nothing}
    </div>`;
  }

  readonly #onClick = (): void => {
    this.#say('place.looking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#host.setPlace({
          latitude: rounded(coords.latitude),
          longitude: rounded(coords.longitude),
        });
        this.#say('place.found');
      },
      ({ code }) => {
        this.#say(`place.${PROBLEMS[code] ?? 'unavailable'}`);
      },
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  };

  #say(key: string): void {
    this.#said = key;
    this.#host.announce(this.#host.locale().t(key));
    this.#host.changed();
  }
}
