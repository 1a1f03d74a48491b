/** Requests of files in place of the network: what was asked, how far it is, and what comes back. */
import { waitUntil } from '@open-wc/testing';

export class FakeRequest extends EventTarget {
  static made: FakeRequest[] = [];

  readonly upload = new EventTarget();
  readonly headers: Record<string, string> = {};
  url = '';
  method = '';
  body: unknown;
  status = 0;
  responseText = '';
  wasAborted = false;

  constructor() {
    super();
    FakeRequest.made.push(this);
  }

  open(method: string, url: string): void {
    this.method = method;
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(body: unknown): void {
    this.body = body;
  }

  abort(): void {
    this.wasAborted = true;
    this.dispatchEvent(new Event('abort'));
  }

  progress(loaded: number, total: number): void {
    this.upload.dispatchEvent(
      new ProgressEvent('progress', { loaded, total, lengthComputable: true }),
    );
  }

  answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.dispatchEvent(new Event('load'));
  }

  /** As the receiver answers to a file that it took. */
  take(id: string): void {
    const { name, type, size } = this.body as File;
    this.answer(201, { id, name, type, size });
  }

  fail(): void {
    this.dispatchEvent(new Event('error'));
  }
}

/** The requests that were made, once there are as many. */
export async function requests(count: number): Promise<FakeRequest[]> {
  await waitUntil(() => FakeRequest.made.length >= count, `${String(count)} requests`);
  return FakeRequest.made;
}

/** Puts it in the place of the network; returns how to put that back. */
export function stubRequests(): () => void {
  const original = globalThis.XMLHttpRequest;
  FakeRequest.made = [];
  globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
  return () => {
    globalThis.XMLHttpRequest = original;
  };
}
