/**
 * Personal identity codes and account numbers in what somebody wrote. Only those whose check digits are right: a number
 * that looks like one is mostly a phone number, a date or the number of a document.
 */

export type PersonalDataKind = 'identity-code' | 'iban';

/** Where one stands in a text, in the positions of a JavaScript string: `text.slice(start, end)`. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** The signs of a century. Those beside `+`, `-` and `A` came into use in 2023. */
const CENTURIES: readonly (readonly [string, number])[] = [
  ['+', 1800],
  ['-YXWVU', 1900],
  ['ABCDEF', 2000],
];
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** What a word processor or a keyboard makes of a hyphen. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/;
/** Between the parts people write spaces, and what they copy has signs that nobody sees. */
const IDENTITY_CODE =
  /(?<![\p{L}\p{N}])(\d{2})[\s.]?(\d{2})[\s.]?(\d{2})[\s\u00AD\u200B-\u200D\u2060]{0,3}([-+YXWVUABCDEF\u2010-\u2015\u2212\uFE58\uFE63\uFF0D])[\s\u00AD\u200B-\u200D\u2060]{0,3}(\d{3})\s?([0-9A-Y])(?![\p{L}\p{N}])/giu;

/** How long the numbers of each country are. */
const IBAN_LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 ' +
    'LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const IBAN_START = /(?<![\p{L}\p{N}])([A-Z]{2})[\s.-]?\d\s?\d/giu;
const IN_IBAN = /[0-9A-Z]/i;
const BETWEEN_IN_IBAN = /[\s.\u00AD\u200B-\u200D\u2060\u2010-\u2015\u2212-]/;

function isRealDay(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isIdentityCode([
  ,
  day = '',
  month = '',
  year = '',
  sign = '',
  number = '',
  check = '',
]: RegExpMatchArray): boolean {
  const wanted = DASHES.test(sign) ? '-' : sign.toUpperCase();
  const [, century = 0] = CENTURIES.find(([signs]) => signs.includes(wanted)) ?? [];
  // Nobody is given 000 or 001.
  if (Number(number) < 2 || !isRealDay(Number(day), Number(month), century + Number(year))) {
    return false;
  }
  const rest = Number(day + month + year + number) % CHECK_CHARACTERS.length;
  return CHECK_CHARACTERS.charAt(rest) === check.toUpperCase();
}

/** ISO 7064, mod 97: letters are 10 to 35, and the first four characters go last. */
function isIban(signs: string): boolean {
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** The end of the account number that begins at a place; nothing where none does. */
function endOfIban(text: string, start: number, length: number): number | undefined {
  let signs = '';
  let end = start;
  while (signs.length < length && end < text.length) {
    const sign = text.charAt(end);
    if (IN_IBAN.test(sign)) signs += sign;
    else if (!BETWEEN_IN_IBAN.test(sign)) return undefined;
    end += 1;
  }
  const isWhole = signs.length === length && !/^[\p{L}\p{N}]/u.test(text.slice(end));
  return isWhole && isIban(signs) ? end : undefined;
}

/** The personal identity codes and account numbers in a text, in their order. */
export function personalDataIn(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const match of text.matchAll(IDENTITY_CODE)) {
    if (!isIdentityCode(match)) continue;
    const start = match.index;
    found.push({ kind: 'identity-code', start, end: start + match[0].length });
  }
  for (const { index: start, 1: country = '' } of text.matchAll(IBAN_START)) {
    const length = IBAN_LENGTHS.get(country.toUpperCase());
    const end = length === undefined ? undefined : endOfIban(text, start, length);
    if (end !== undefined) found.push({ kind: 'iban', start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}
