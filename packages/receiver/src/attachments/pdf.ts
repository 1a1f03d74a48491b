/**
 * A PDF is not rebuilt, but looked through: one that does something when it is opened, that carries other files, or that
 * cannot be looked through is refused.
 */
import { inflateSync } from 'node:zlib';

import { FileRefusal } from './refusal.js';

/** Names of what runs, starts, sends, or carries something else. Long enough to be no accident in a picture's bytes. */
const HARMFUL =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia\w*|SubmitForm|ImportData|GoToR|GoToE|Rendition|XFA)(?![A-Za-z0-9])/;
/** A place to begin to read at is an array, as word processors write it. Anything else can be an action. */
const ACTION_AT_START = /\/OpenAction(?![A-Za-z0-9])(?!\s*\[)/;
/** A script by its short name: looked for where names stand only. */
const SCRIPT = /\/JS(?![A-Za-z0-9])/;
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/;

/** What a stream may be packed with: pictures' own ways, and the one that can be undone here. */
const PICTURE_FILTERS = ['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode'];
const MAX_UNPACKED = 64_000_000;
const MAX_STREAMS = 20_000;
/**
 * Streams stand behind each other, so that together they are no longer than the file. What only looks like one can begin in
 * another by accident; thousands that all end in the same place would each be looked through to there.
 */
const MAX_OVERLAP = 2;
/** The dictionary before a stream is shorter. */
const DICTIONARY_WINDOW = 8192;
const END_WINDOW = 1024;

const NUMBER_SIGN = 0x23;
/** What each byte is worth as a digit of sixteen; nothing for one that is none. */
const HEX_VALUES = Array.from({ length: 256 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? undefined : value;
});

/**
 * A name can write each of its letters as a number: `/J#61vaScript`. Byte by byte: a small file unpacks to millions of such
 * letters, and a text put together from as many pieces takes gigabytes.
 */
function plain(text: string): string {
  if (!text.includes('#')) return text;
  const from = Buffer.from(text, 'latin1');
  let end = 0;
  for (let at = 0; at < from.length; at += 1) {
    const sign = from[at] ?? 0;
    const high = sign === NUMBER_SIGN ? HEX_VALUES[from[at + 1] ?? 0] : undefined;
    const low = high === undefined ? undefined : HEX_VALUES[from[at + 2] ?? 0];
    const isLetter = high !== undefined && low !== undefined;
    // What is written is never longer than what was read, so that it finds room in the same place.
    from[end] = isLetter ? high * 16 + low : sign;
    end += 1;
    if (isLetter) at += 2;
  }
  return from.toString('latin1', 0, end);
}

function demandHarmless(text: string, isNames: boolean): void {
  const names = plain(text);
  if (HARMFUL.test(names) || ACTION_AT_START.test(names) || (isNames && SCRIPT.test(names))) {
    throw new FileRefusal('unsafe');
  }
}

/** Begins and ends as one: no file of another kind before it or behind it. */
function demandStructure(text: string): void {
  const end = text.slice(-END_WINDOW);
  const isWhole =
    /^%PDF-[12]\.\d[\s%]/.test(text) &&
    /startxref\s+\d+\s+%%EOF\s*$/.test(end) &&
    // One digit of the first number is enough: a match that could start at each of a million in a row takes minutes.
    /\d\s+\d+\s+obj\b/.test(text);
  if (!isWhole || ENCRYPTED.test(plain(text))) throw new FileRefusal('unreadable');
}

/** Where an object begins. At the start of a line it is in no comment. */
const OBJECT = /(?:^|[\r\n])[ \t]*\d+\s+\d+\s+obj(?![A-Za-z0-9])/g;

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/**
 * What stands before the keyword `stream`, from the number of its object on. What only looks like the beginning of one, in a
 * text or a comment, would hide what stands before it: there brackets are left over.
 */
function dictionaryBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - DICTIONARY_WINDOW), at);
  const start = [...window.matchAll(OBJECT)].at(-1)?.index;
  if (start === undefined) throw new FileRefusal('unreadable');
  const dictionary = window.slice(start);
  const bare = dictionary.replaceAll(/\\[^]/g, '');
  const isOne =
    countOf(dictionary, /obj(?![A-Za-z0-9])/g) === 1 &&
    countOf(bare, /\(/g) === countOf(bare, /\)/g) &&
    countOf(bare, /</g) === countOf(bare, />/g);
  if (!isOne) throw new FileRefusal('unreadable');
  return plain(dictionary);
}

interface Stream {
  readonly dictionary: string;
  readonly packed: Buffer;
}

function* streamsOf(bytes: Buffer, text: string): Generator<Stream> {
  let count = 0;
  for (const match of text.matchAll(/>>\s*stream\r?\n/g)) {
    count += 1;
    if (count > MAX_STREAMS) throw new FileRefusal('unsafe');
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    if (end === -1) throw new FileRefusal('unreadable');
    yield {
      dictionary: dictionaryBefore(text, match.index + 2),
      packed: bytes.subarray(start, end),
    };
  }
}

/** The names of the filters, in their order; `undefined` when they stand elsewhere, or in several ways. */
function filtersOf(dictionary: string): string[] | undefined {
  // Some programs take `F` for the same.
  const told = dictionary.match(/\/F(?:ilter)?(?![A-Za-z0-9])/g) ?? [];
  if (told.length === 0) return [];
  if (told.length > 1 || told[0] === '/F') return undefined;
  const [, list, one] = /\/Filter\s*(?:\[([^\]]*)\]|(\/[A-Za-z0-9]+))/.exec(dictionary) ?? [];
  return (list ?? one)?.match(/[A-Za-z0-9]+/g) ?? undefined;
}

function unpacked(packed: Buffer, left: number): Buffer {
  try {
    // To its end: one that goes on behind a word that only looks like its end is not looked through.
    return inflateSync(packed, { maxOutputLength: left });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new FileRefusal(code === 'ERR_BUFFER_TOO_LARGE' ? 'unsafe' : 'unreadable');
  }
}

const isPicture = (dictionary: string, filters: readonly string[]): boolean =>
  /\/Subtype\s*\/Image(?![A-Za-z])/.test(dictionary) &&
  !/\/(?:ObjStm|First)(?![A-Za-z])/.test(dictionary) &&
  filters.every((name) => name === 'FlateDecode' || PICTURE_FILTERS.includes(name));

/** How many bytes had to be unpacked. */
function checkStream({ dictionary, packed }: Stream, left: number): number {
  const filters = filtersOf(dictionary);
  if (!filters) throw new FileRefusal('unreadable');
  if (isPicture(dictionary, filters)) return 0;
  if (filters.length === 0) {
    demandHarmless(packed.toString('latin1'), true);
    return 0;
  }
  const hasObjects = /\/(?:ObjStm|First)(?![A-Za-z])/.test(dictionary);
  const isTable = /\/Type\s*\/XRef(?![A-Za-z])/.test(dictionary) && !hasObjects;
  const isShifted = /\/(?:Predictor|DecodeParms)(?![A-Za-z])/.test(dictionary) && !isTable;
  if (filters.length > 1 || filters[0] !== 'FlateDecode' || isShifted) {
    throw new FileRefusal('unreadable');
  }
  const data = unpacked(packed, left);
  demandHarmless(data.toString('latin1'), hasObjects);
  return data.length;
}

/** @throws FileRefusal - When it could do something, or cannot be looked through. */
export function cleanPdf(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  demandStructure(text);
  demandHarmless(text, false);
  let left = MAX_UNPACKED;
  let leftPacked = MAX_OVERLAP * bytes.length;
  for (const stream of streamsOf(bytes, text)) {
    leftPacked -= stream.packed.length;
    if (leftPacked < 0) throw new FileRefusal('unsafe');
    left -= checkStream(stream, left);
  }
  // Between the streams stand names, and no bytes by accident.
  const between = text.replaceAll(/>>\s*stream\r?\n[\s\S]*?endstream/g, ' ');
  demandHarmless(between, true);
  // A stream that begins in another way was not looked into: behind a comment, say.
  if (/[\s\0>]stream(?![A-Za-z0-9])/.test(between)) throw new FileRefusal('unreadable');
  return bytes;
}
