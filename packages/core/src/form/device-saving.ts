import type { Locale } from '../locale/locale.js';
import type { KeptForm } from './kept-form.js';
import { deleteSaved, readSaved, type SavedForm, storageKey, writeSaved } from './saved-form.js';
import { renderSaved, renderSaving, type SavingOptions } from './saving-view.js';

/** What the saving needs of the form it belongs to. */
export interface SavingHost {
  /** The name of the form and the id of its record; nothing as long as there is no record. */
  name(): string | undefined;
  locale(): Locale;
  /** What may be left on a device of the answers as they are now; nothing where there are none. */
  kept(): KeptForm | undefined;
  /** Whether somebody has begun to fill it in since the page was opened. */
  isBegun(): boolean;
  announce(message: string): void;
  requestUpdate(): void;
  /** Fills in what was kept, and takes the person to it. */
  resume(kept: KeptForm): void;
  /** Takes the focus to what is left when the thing that had it is gone. */
  focusFirst(): void;
}

/** Leaves answers on the device where a person chose that, and finds them again. */
export class DeviceSaving {
  readonly #host: SavingHost;
  #state: SavingOptions['state'] = 'off';
  #isUnfolded = false;
  #found: SavedForm | undefined;

  constructor(host: SavingHost) {
    this.#host = host;
    this.look();
  }

  /** Looks for what an earlier visit left here. */
  look(): void {
    const name = this.#host.name();
    this.#found = name === undefined ? undefined : readSaved(name, Date.now());
    if (this.#found) this.#host.requestUpdate();
  }

  /** Another record is another form, for which nobody chose it. What is stored stays. */
  stop(): void {
    this.#state = 'off';
    this.#isUnfolded = false;
    this.#found = undefined;
  }

  /** After each change, as long as it was chosen. */
  keep(): void {
    if (this.#state === 'saved') this.#write();
  }

  /** Everything off the device: it was sent, or the person wants it. */
  forget(): void {
    const name = this.#host.name();
    if (name !== undefined && (this.#state !== 'off' || this.#found)) deleteSaved(name);
    this.#state = 'off';
    this.#found = undefined;
  }

  /** Another tab deleted what is on the device, or sent it: this one must not put it back unasked. */
  changedElsewhere({ key, newValue }: StorageEvent): void {
    const name = this.#host.name();
    if (name === undefined || newValue !== null) return;
    // A page that empties its whole storage names no key.
    if (key !== null && key !== storageKey(name)) return;
    this.#state = 'off';
    this.#found = undefined;
    this.#host.requestUpdate();
  }

  /** What is ticked is what is stored. A box that a person has used no longer follows its attribute. */
  writeChoice(root: ParentNode): void {
    const box = root.querySelector<HTMLInputElement>('#saving-choice');
    if (box) box.checked = this.#state === 'saved';
  }

  renderChoice(): unknown {
    return renderSaving(this.#host.locale(), {
      state: this.#state,
      isUnfolded: this.#isUnfolded,
      onChoose: this.#choose,
      onFold: (isUnfolded) => {
        this.#isUnfolded = isUnfolded;
        this.#host.requestUpdate();
      },
    });
  }

  /** @param level - Of the heading. */
  renderFound(level: number): unknown {
    const saved = this.#found;
    if (!saved || this.#host.isBegun()) return undefined;
    return renderSaved(this.#host.locale(), {
      saved,
      level,
      onResume: this.#resume,
      onDelete: () => {
        this.forget();
        this.#say('saving.deleted');
        this.#host.focusFirst();
      },
    });
  }

  /** As it is on the device by now: another tab may have gone on with it, sent it, or deleted it. */
  readonly #resume = (): void => {
    this.look();
    const saved = this.#found;
    this.#found = undefined;
    if (saved) {
      this.#state = 'saved';
      this.#host.resume(saved);
    } else {
      this.#say('saving.deleted');
      this.#host.focusFirst();
    }
  };

  readonly #choose = (isChosen: boolean): boolean => {
    if (isChosen) this.#write();
    else this.forget();
    const isSaved = this.#state === 'saved';
    this.#say(isSaved ? 'saving.saved' : isChosen ? 'saving.refused' : 'saving.deleted');
    return isSaved;
  };

  #write(): void {
    const name = this.#host.name();
    const kept = this.#host.kept();
    if (name === undefined) return;
    // Nothing to keep yet is no refusal.
    const isWritten = kept === undefined || writeSaved(name, kept, Date.now());
    this.#state = isWritten ? 'saved' : 'refused';
  }

  #say(key: string): void {
    this.#host.announce(this.#host.locale().t(key));
    this.#host.requestUpdate();
  }
}
