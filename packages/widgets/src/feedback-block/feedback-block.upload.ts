import type { FeedbackAttachment } from '@puntari/contracts';

export interface UploadOptions {
  /** Where the feedback itself is sent to. */
  readonly action: string;
  readonly channelId: string;
  readonly key: string;
  readonly lang: string;
  readonly signal: AbortSignal;
  /** Told how much of it has gone out, from 0 to 1. */
  readonly onProgress: (progress: number) => void;
  /** After how many milliseconds without any progress it is given up: a line can be dead and never say so. */
  readonly patience?: number;
}

/** As long as a phone may be in a lift, or the receiver busy with a large file. */
const PATIENCE = 60_000;

/** What kept a file from arriving; `code` is the receiver's, or `network`. */
export class UploadError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'UploadError';
    this.code = code;
  }
}

/** What a status says where its answer says nothing. */
const CODE_OF: Readonly<Record<number, string>> = { 413: 'tooLarge', 415: 'wrongType' };

/** The address for files, beside that of the feedback. The common one of all channels is told which it is. */
export function addressFor(action: string, channelId: string, base: string): string {
  const url = new URL(action, base);
  const path = url.pathname.replace(/\/+$/, '');
  const isOfChannel = path.endsWith(`/${encodeURIComponent(channelId)}`);
  url.pathname = `${path}/attachments`;
  if (!isOfChannel) url.searchParams.set('channelId', channelId);
  return url.href;
}

/** A name of any script in a header, RFC 8187. */
export function dispositionOf(name: string): string {
  const encoded = encodeURIComponent(name.normalize('NFC')).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

function codeOf({ status, responseText }: XMLHttpRequest): string {
  try {
    const { code, errors = [] } = JSON.parse(responseText) as {
      code?: string;
      errors?: { code?: string }[];
    };
    return errors[0]?.code ?? CODE_OF[status] ?? code ?? 'other';
  } catch {
    return CODE_OF[status] ?? 'other';
  }
}

/** Ends a request that has not moved for a while. */
function watch(
  request: XMLHttpRequest,
  patience: number,
): { readonly isAlive: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
  };
  const isAlive = (): void => {
    stop();
    timer = setTimeout(() => {
      request.abort();
    }, patience);
  };
  return { isAlive, stop };
}

/**
 * Sends one file. By XMLHttpRequest, since fetch tells nothing of how much has gone out.
 *
 * @throws UploadError
 */
export function upload(file: File, options: UploadOptions): Promise<FeedbackAttachment> {
  const { action, channelId, key, lang, signal, onProgress, patience = PATIENCE } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressFor(action, channelId, document.baseURI));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', lang);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('Content-Disposition', dispositionOf(file.name));
    request.setRequestHeader('Idempotency-Key', key);
    const { isAlive, stop } = watch(request, patience);
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      isAlive();
      if (lengthComputable && total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      stop();
      try {
        if (request.status < 200 || request.status >= 300) throw new UploadError(codeOf(request));
        resolve(JSON.parse(request.responseText) as FeedbackAttachment);
      } catch (error) {
        reject(error instanceof UploadError ? error : new UploadError('other'));
      }
    });
    const onFailure = (): void => {
      stop();
      reject(new UploadError('network'));
    };
    for (const type of ['error', 'abort', 'timeout']) request.addEventListener(type, onFailure);
    signal.addEventListener(
      'abort',
      () => {
        request.abort();
      },
      { once: true },
    );
    isAlive();
    request.send(file);
  });
}
