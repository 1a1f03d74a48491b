/** What comes after the first rendering: nobody needs it before something was written. */
import { type FieldError, type FieldValues, personalDataIn } from '@puntari/contracts';
import { valueOf } from '@puntari/core';

import type { Files } from './feedback-block.files.js';
import type { BlockHost, Place } from './feedback-block.forms.js';
import { FILES, FILES_LOST } from './feedback-block.model.js';
import { type FoundNumber, renderNumbers } from './feedback-block.numbers.js';
import { DevicePlace } from './feedback-block.place.js';
import { rulesFor, warnOfSubject } from './feedback-block.rules.js';

/** Where somebody writes whatever they like. Contacts are asked for, and are looked at by nobody but who replies. */
const WORDS = ['text', 'where', 'tool', 'location/address'];

/** As the receiver answers to what is sent to a channel that takes nothing any more. */
const CLOSED = { title: 'Closed', status: 409, code: 'closed' };

export class Later {
  readonly rules: ReturnType<typeof rulesFor>;

  readonly #host: BlockHost;
  readonly #place: DevicePlace;
  #files: Files | undefined;
  #loadingFiles: Promise<Files> | undefined;
  #numbers: readonly FoundNumber[] = [];
  #hasAsked = false;

  constructor(host: BlockHost) {
    this.#host = host;
    warnOfSubject(host.tag, host.subject());
    this.rules = rulesFor(() => ({ subject: host.subject(), form: host.form() }));
    this.#place = new DevicePlace({
      ...host,
      setPlace: (place) => {
        this.setPlace(place);
      },
    });
  }

  /** A file that did not arrive keeps the rest from being sent until somebody says what becomes of it. */
  get errors(): readonly FieldError[] {
    return this.#files?.errors ?? [];
  }

  /** After each rendering. */
  updated(): void {
    // Not at once: this is the end of an update.
    queueMicrotask(() => {
      if (this.#host.closes(CLOSED))
        this.#host.announce(this.#host.locale().t('send.problem.closed'));
    });
    // The files that were kept for Back.
    if (!this.#loadingFiles && FILES in this.#host.values())
      this.#withFiles().catch(() => undefined);
  }
  setPlace(place: Place): void {
    const named = Object.entries(place).map(([name, value]) => [`location/${name}`, String(value)]);
    this.#host.setValues(Object.fromEntries(named) as FieldValues);
  }

  async addFiles(chosen: readonly File[]): Promise<void> {
    try {
      (await this.#withFiles()).add(chosen);
    } catch {
      this.#host.showErrors([{ pointer: '/attachments', code: 'notAdded' }]);
    }
  }

  /** Once no file is on its way any more. */
  async settled(): Promise<void> {
    await this.#files?.settled();
  }

  /** Asks, once, whether a number that looks like personal data shall be sent. */
  asks(): boolean {
    this.#numbers = this.#hasAsked ? [] : this.#found;
    if (this.#numbers.length === 0) return false;
    this.#hasAsked = true;
    this.#host.focusAfterUpdate('#numbers');
    return true;
  }

  startAnew(): void {
    this.#files?.clear();
    this.#numbers = [];
    this.#hasAsked = false;
  }

  renderPlace(): unknown {
    return this.#place.render();
  }

  renderFiles(): unknown {
    return this.#files?.render();
  }

  renderNumbers(): unknown {
    const { focusField, level, locale, send } = this.#host;
    return renderNumbers(locale(), this.#numbers, {
      level: level() + 1,
      goTo: ({ field, start, end }) => {
        this.#numbers = [];
        this.#host.changed();
        (focusField(field) as HTMLTextAreaElement | null)?.setSelectionRange(start, end);
      },
      send,
    });
  }

  get #found(): FoundNumber[] {
    const { channel, form, values } = this.#host;
    const data = channel();
    const shown = (data && form()?.fieldsOf(data, values())) ?? [];
    return shown
      .filter((field) => WORDS.includes(field))
      .flatMap((field) =>
        personalDataIn(valueOf(values(), field)).map((number) => ({ ...number, field })),
      );
  }

  #withFiles(): Promise<Files> {
    this.#loadingFiles ??= this.#loadFiles().catch((error: unknown) => {
      this.#loadingFiles = undefined;
      throw error;
    });
    return this.#loadingFiles;
  }

  async #loadFiles(): Promise<Files> {
    const module = await import('./feedback-block.files.js');
    this.#host.adopt([module.filesStyles]);
    this.#files = new module.Files({
      ...this.#host,
      save: (arrived, lost) => {
        this.#host.setValues({ [FILES]: arrived, [FILES_LOST]: lost });
      },
      focusInput: () => {
        this.#host.focusField('attachments');
      },
    });
    this.#host.changed();
    return this.#files;
  }
}
