/** Files on their way: each is sent by itself, as soon as it is chosen, so that a failing one takes nothing along. */
import type {
  FeedbackAttachment,
  FeedbackChannel,
  FieldError,
  FieldValues,
} from '@puntari/contracts';
import { type Locale, newKey, valueOf, valuesOf } from '@puntari/core';
import { css, html, nothing, type TemplateResult } from 'lit';

import { upload, type UploadError } from './feedback-block.upload.js';
import { FILES, FILES_LOST } from './feedback-block.model.js';

type Channel = Pick<FeedbackChannel, 'id' | 'attachments'>;

export interface FilesHost {
  readonly locale: () => Locale;
  readonly channel: () => Channel | undefined;
  readonly action: () => string | undefined;
  readonly values: () => FieldValues;
  /** @param arrived - The files that the receiver has, each as JSON. */
  readonly save: (arrived: readonly string[], lost: string) => void;
  readonly announce: (text: string) => void;
  readonly focusInput: () => void;
}

interface Sent {
  readonly name: string;
  readonly file?: File;
  /** The same for each try, so that a file is stored once. */
  readonly key: string;
  readonly aborter: AbortController;
  state: 'sending' | 'arrived' | 'failed' | 'refused';
  /** From 0 to 1. */
  progress: number;
  problem?: string;
  attachment?: FeedbackAttachment;
}

/** Problems that another try would not mend, in words of their own. */
const FINAL = ['tooLarge', 'tooMany', 'wrongType', 'unreadable', 'unsafe'];

const isAttachment = (data: unknown): data is FeedbackAttachment =>
  typeof data === 'object' && data !== null && 'id' in data && 'name' in data;

function readKept(json: string): FeedbackAttachment | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return isAttachment(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** The looks of the list, which comes with the first file. */
export const filesStyles = css`
  .files-list {
    margin-block: var(--_space-3) 0;
    padding: 0;
    list-style-type: '';
  }

  .files-list > li {
    padding-block: var(--_space-2);
    border-block-start: var(--_border-width) solid var(--_color-border);
  }

  .files-list p {
    margin: 0;
  }

  .files-list progress {
    display: block;
    inline-size: 100%;
    accent-color: var(--_color-action);
  }
`;

export class Files {
  readonly #host: FilesHost;
  #list: readonly Sent[] = [];
  #lost: number;
  #running = new Set<Promise<void>>();

  constructor(host: FilesHost) {
    this.#host = host;
    // What the browser kept for Back.
    const kept = host.values();
    this.#lost = Number(valueOf(kept, FILES_LOST));
    this.#list = valuesOf(kept, FILES).flatMap((json): Sent[] => {
      const attachment = readKept(json);
      if (!attachment) return [];
      const { id, name } = attachment;
      return [
        {
          name,
          key: id,
          aborter: new AbortController(),
          state: 'arrived',
          progress: 1,
          attachment,
        },
      ];
    });
  }

  /** A file that did not arrive is tried again or taken away before the rest is sent: nobody shall think that it came. */
  get errors(): FieldError[] {
    const hasFailed = this.#list.some(({ state }) => state === 'failed');
    return hasFailed ? [{ pointer: '/attachments', code: 'failed' }] : [];
  }

  add(chosen: readonly File[]): void {
    this.#lost = 0;
    const { maxFiles = 0 } = this.#limits ?? {};
    const added = chosen.map((file): Sent => {
      const count = this.#list.filter(({ state }) => state !== 'refused').length;
      const problem = count < maxFiles ? this.#problemOf(file) : 'tooMany';
      const one: Sent = {
        name: file.name,
        file,
        key: newKey(),
        aborter: new AbortController(),
        state: problem ? 'refused' : 'sending',
        progress: 0,
        ...(problem ? { problem } : {}),
      };
      this.#list = [...this.#list, one];
      return one;
    });
    const sending = added.filter(({ state }) => state === 'sending');
    const { t } = this.#host.locale();
    if (sending.length > 0) this.#host.announce(t('files.sending', { count: sending.length }));
    else this.#host.announce(t('files.notAdded'));
    for (const one of sending) this.#send(one);
    this.#changed();
  }

  /** Once nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Lets go of all of them, as after a receipt. */
  clear(): void {
    for (const { aborter } of this.#list) aborter.abort();
    this.#list = [];
    this.#lost = 0;
  }

  render(): TemplateResult | typeof nothing {
    const { t } = this.#host.locale();
    if (this.#list.length === 0 && this.#lost === 0) return nothing;
    return html`${this.#lost > 0 ? html`<p class="puntari-notice">${t('files.lost', { count: this.#lost })}</p>` : nothing}
      <ul class="files-list" data-needs-script>
        ${this.#list.map((one) => this.#renderOne(one))}
      </ul>`;
  }

  get #limits(): FeedbackChannel['attachments'] {
    return this.#host.channel()?.attachments;
  }

  #renderOne(one: Sent): TemplateResult {
    const { t } = this.#host.locale();
    const { name, state, progress, problem } = one;
    const button = (key: string, onClick: () => void): TemplateResult =>
      html`<button type="button" class="puntari-button" data-kind="plain" @click=${onClick}>
        ${t(key, { name })}
      </button>`;
    return html`<li ?data-invalid=${problem !== undefined}>
      <p><bdi>${name}</bdi></p>
      <p class="puntari-hint">
        ${problem ? t(`files.problem.${problem}`) : t(`files.state.${state}`)}
      </p>
      ${state === 'sending' ? html`<progress aria-label=${t('files.progress', { name })} max="1" value=${progress}></progress>` : nothing}
      ${
        state === 'failed'
          ? button('files.again', () => {
              this.#again(one);
            })
          : nothing
      }
      ${button('files.remove', () => {
        this.#remove(one);
      })}
    </li>`;
  }

  #problemOf({ type, size }: File): string | undefined {
    const { types = [], maxSize = 0 } = this.#limits ?? {};
    // Of some files a device does not know the type; the receiver looks into them.
    if (type !== '' && !(types as readonly string[]).includes(type)) return 'wrongType';
    return size > maxSize ? 'tooLarge' : undefined;
  }

  #send(one: Sent): void {
    const running = this.#upload(one).finally(() => {
      this.#running.delete(running);
      this.#changed();
      if (this.#running.size === 0) this.#sayHowItWent();
    });
    this.#running.add(running);
  }

  async #upload(one: Sent): Promise<void> {
    const { file, key, aborter } = one;
    const channelId = this.#host.channel()?.id;
    if (!file || channelId === undefined) return;
    try {
      one.attachment = await upload(file, {
        action: this.#host.action() ?? '',
        channelId,
        key,
        lang: this.#host.locale().lang,
        signal: aborter.signal,
        onProgress: (progress) => {
          one.progress = progress;
          this.#changed();
        },
      });
      one.state = 'arrived';
    } catch (error) {
      const { code } = error as Partial<UploadError>;
      one.problem = code !== undefined && FINAL.includes(code) ? code : 'other';
      one.state = one.problem === 'other' ? 'failed' : 'refused';
    }
  }

  #again(one: Sent): void {
    one.state = 'sending';
    one.progress = 0;
    delete one.problem;
    // The button that was pressed goes.
    this.#host.focusInput();
    this.#send(one);
    this.#changed();
  }

  #remove(one: Sent): void {
    one.aborter.abort();
    this.#list = this.#list.filter((other) => other !== one);
    this.#host.focusInput();
    this.#host.announce(this.#host.locale().t('files.removed', { name: one.name }));
    this.#changed();
  }

  /** Once for all of them: a message for each would talk over what the person writes meanwhile. */
  #sayHowItWent(): void {
    const { t } = this.#host.locale();
    const open = this.#list.filter(({ state }) => state === 'failed' || state === 'refused');
    const arrived = this.#list.filter(({ state }) => state === 'arrived').length;
    if (open.length > 0) this.#host.announce(t('files.someFailed', { count: open.length }));
    else if (arrived > 0) this.#host.announce(t('files.arrived', { count: arrived }));
  }

  #changed(): void {
    const arrived = this.#list.flatMap(({ attachment }) =>
      attachment ? [JSON.stringify(attachment)] : [],
    );
    const lost = this.#list.filter(({ state }) => state === 'sending' || state === 'failed').length;
    this.#host.save(arrived, lost > 0 ? String(lost) : '');
  }
}
