import type { FieldErrorCode } from '@puntari/contracts';

export type RefusalCode = Extract<FieldErrorCode, 'wrongType' | 'unreadable' | 'unsafe'>;

/** Why a file is not kept. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

/** Enough for every camera of today; decoded it takes 200 MB of somebody's memory. */
const MAX_PIXELS = 50_000_000;

/** Far above what a picture is made of; an empty part takes its time all the same, and everybody else waits. */
export const MAX_PARTS = 20_000;

/** @throws FileRefusal - For a picture that is in more parts than it has anything to say. */
export function demandFewParts(count: number): void {
  if (count > MAX_PARTS) throw new FileRefusal('unsafe');
}

/** @throws FileRefusal - For a picture of nothing, or one that is small as a file and huge when it is shown. */
export function demandSensibleSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new FileRefusal('unreadable');
  if (width * height > MAX_PIXELS) throw new FileRefusal('unsafe');
}
