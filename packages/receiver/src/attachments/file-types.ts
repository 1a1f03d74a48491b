/** What a file is, by what stands in it. Its name and what its sender calls it say nothing. */
import type { AttachmentType } from '@puntari/contracts';

import { decodeUtf8 } from '../utf8.js';
import { cleanJpeg } from './jpeg.js';
import { cleanPdf } from './pdf.js';
import { cleanPng, PNG_MARK } from './png.js';
import { FileRefusal } from './refusal.js';
import { cleanWebp } from './webp.js';

/** A text that a browser would take for a page or a drawing, and with it for a program. */
const MARKUP = /^\uFEFF?\s*<(?:!|\?|svg|html|head|body|script|xml|math)/i;

/** Nothing but text is UTF-8 to its end and has no signs for machines; a container of files has both otherwise. */
const FOR_MACHINES = /[\0-\u0008\u000E-\u001F]/;

function cleanText(bytes: Buffer): Buffer {
  const text = decodeUtf8(bytes);
  const isText = text !== undefined && !FOR_MACHINES.test(text);
  if (!isText || MARKUP.test(text) || /<(?:svg|script)[\s>]/i.test(text)) {
    throw new FileRefusal('wrongType');
  }
  return bytes;
}

const has = (bytes: Buffer, mark: Buffer | string, at = 0): boolean => {
  const wanted = typeof mark === 'string' ? Buffer.from(mark, 'latin1') : mark;
  return bytes.subarray(at, at + wanted.length).equals(wanted);
};

/** The type that a file begins as; a text where it begins as nothing else. */
export function typeOf(bytes: Buffer): AttachmentType {
  if (has(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (has(bytes, PNG_MARK)) return 'image/png';
  if (has(bytes, 'RIFF') && has(bytes, 'WEBP', 8)) return 'image/webp';
  return has(bytes, '%PDF-') ? 'application/pdf' : 'text/plain';
}

const CLEANERS: Readonly<Record<AttachmentType, (bytes: Buffer) => Buffer>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'application/pdf': cleanPdf,
  'text/plain': cleanText,
};

export interface CleanFile {
  readonly type: AttachmentType;
  readonly bytes: Buffer;
}

/**
 * A file that can be kept: whole, of one kind only, and without what it tells of its maker.
 *
 * @param types - Those that the channel takes.
 * @throws FileRefusal - With why it is not kept.
 */
export function cleanFile(bytes: Buffer, types: readonly AttachmentType[]): CleanFile {
  const type = typeOf(bytes);
  if (bytes.length === 0) throw new FileRefusal('unreadable');
  if (!types.includes(type)) throw new FileRefusal('wrongType');
  return { type, bytes: CLEANERS[type](bytes) };
}
