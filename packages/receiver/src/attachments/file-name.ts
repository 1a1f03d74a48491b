/** Names of files: as their senders know them, and harmless where they are saved. */
import type { AttachmentType } from '@puntari/contracts';

const MAX_NAME = 100;
/** Endings by which programs know a type; the first is put on where there is none of them. */
const ENDINGS: Readonly<Record<AttachmentType, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt'],
};
/** Names that mean a device, whatever ending follows. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** What turns the direction of reading, joins or hides: with it `fdp.exe` reads as `exe.pdf`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The name without folders and what no system takes in one; empty when nothing is left. */
function readable(name: string): string {
  const [last = ''] = name.split(/[/\\]/).slice(-1);
  const plain = last
    .normalize('NFC')
    .replaceAll(UNSEEN, '')
    .replaceAll(/[<>:"|?*;%]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    // The look-behind lets a match start only where a row of dots starts; without it a long row takes minutes.
    .replace(/(?<![.\s])[.\s]+$/, '');
  return DEVICES.test(plain) ? `_${plain}` : plain;
}

/** A file's name as it is kept. Its ending says what it is. */
export function fileName(name: string, type: AttachmentType): string {
  const endings = ENDINGS[type];
  const [ending = ''] = endings;
  const plain = readable(name.slice(0, 1000));
  const known = endings.find((one) => plain.toLowerCase().endsWith(one));
  const stem = plain.slice(0, plain.length - (known ?? '').length);
  const short = Array.from(stem).slice(0, MAX_NAME).join('').trim();
  const given = plain.slice(stem.length);
  return `${short || type.replace('/', '-')}${given || ending}`;
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** The name in a header `Content-Disposition`, RFC 6266; empty where it tells none. */
export function nameInDisposition(header: string | undefined): string {
  const [, coded] = /filename\*\s*=\s*utf-8'[^']*'([^\s;]+)/i.exec(header ?? '') ?? [];
  const name = coded === undefined ? undefined : decoded(coded);
  const [, quoted = ''] = /filename\s*=\s*"([^"]*)"/i.exec(header ?? '') ?? [];
  return name ?? quoted;
}

/** A header that has a browser save a file under its name. */
export function dispositionOf(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7E]/g, '')
    .replaceAll(/["\\]/g, '_');
  const coded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${coded}`;
}
