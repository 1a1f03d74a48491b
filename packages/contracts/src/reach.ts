/** Addresses by which somebody is reached, from what stands in the contact of a record: it is written to be read. */

/** The zero that is not dialled behind the code of a country. */
const ZERO = /([+0]\d+\s?)\(0\)/;
/** What stands between a number and something else, such as hours. */
const BESIDE = /[,;(\p{L}]|\s\/\s/u;
/** Shorter ones may be hours. */
const SHORTEST = 5;

/** `Vaihde 09 816 21 (ma–pe 9–15)` and `+358 (0)9 816 21` as a phone dials them. Nothing where there is no number. */
export function phoneLink(phone: string): string | undefined {
  const numbers = phone
    .replace(ZERO, '$1')
    .split(BESIDE)
    .map((part) => part.replaceAll(/[^\d+]/g, ''));
  const number = numbers.find(({ length }) => length >= SHORTEST) ?? numbers.find(Boolean);
  return number && `tel:${number}`;
}

/** `etunimi.sukunimi@espoo.fi` says how the addresses of a house are made; whoever writes to it reaches nobody. */
const ADDRESS = /^(?!(etunimi|f[oö]rnamn|first-?name)[._-])[^\s@,;]+@[^\s@,;]+$/i;

/** Where a letter arrives; nothing where it would not. */
export function mailLink(email: string): string | undefined {
  const address = email.trim();
  return ADDRESS.test(address) ? `mailto:${address}` : undefined;
}
