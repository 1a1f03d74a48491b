import type { Receipt, RecordKind, RecordOf } from '@puntari/contracts';
import { isServer, nothing, type PropertyValues } from 'lit';

import type { Late } from './asking-widget.js';
import type { DeviceSaving } from './form/device-saving.js';
import { SubmittingWidget } from './submitting-widget.js';

/** A form so long that a person may leave the answers on the device, and go on another day. */
export abstract class SavingWidget<K extends RecordKind, S> extends SubmittingWidget<K, S> {
  #saving: DeviceSaving | undefined;

  readonly #onStorage = (event: StorageEvent): void => {
    this.#saving?.changedElsewhere(event);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isServer) globalThis.addEventListener('storage', this.#onStorage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!isServer) globalThis.removeEventListener('storage', this.#onStorage);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#saving?.writeChoice(this.renderRoot);
  }

  /** Whether somebody has begun to fill it in since the page was opened. */
  protected get isBegun(): boolean {
    return this.receipt !== undefined || Object.keys(this.values).length > 0;
  }

  /** The choice to leave the answers on the device. */
  protected renderSaving(): unknown {
    return this.#saving?.renderChoice() ?? nothing;
  }

  /** What an earlier visit left on the device; nothing where there is none, and once somebody has begun. */
  protected renderSaved(level: number): unknown {
    return this.#saving?.renderFound(level) ?? nothing;
  }

  protected override recordTaken(data: RecordOf<K>): void {
    super.recordTaken(data);
    this.#saving?.look();
  }

  protected override startAnew(): void {
    super.startAnew();
    this.#saving?.stop();
  }

  protected override keep(): void {
    super.keep();
    if (!this.receipt) this.#saving?.keep();
  }

  protected override arrived(receipt: Receipt): void {
    this.#saving?.forget();
    super.arrived(receipt);
  }

  protected override lateLoaded(late: Late): void {
    super.lateLoaded(late);
    if (this.noRestore) return;
    this.#saving = new late.DeviceSaving({
      name: () => this.data && `${this.localName.replace('puntari-', '')}:${this.data.id}`,
      locale: () => this.locale,
      kept: () => {
        // Whoever goes on with it in two tabs, and sends it in both, is stored once.
        this.key ??= late.newKey();
        return this.kept;
      },
      isBegun: () => this.isBegun,
      announce: (message) => {
        this.announce(message);
      },
      requestUpdate: () => {
        this.requestUpdate();
      },
      resume: (kept) => {
        this.fillIn(kept);
        this.focusAfterUpdate('#step');
      },
      focusFirst: () => {
        this.focusAfterUpdate('button');
      },
    });
  }
}
