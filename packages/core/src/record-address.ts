import { isServer } from 'lit';

/** Stands for the server's own name, which it does not know; it is left out of what is rendered. */
const SERVER = 'http://localhost/';

/** What a link of a record may lead to. */
const LINKED = ['https:', 'http:', 'mailto:', 'tel:'];

/** A whole address begins with it. */
const SITE = /^https?:\/\/\w[^/]*/;

/** The address of a record, by what stands in the tag. */
export function addressOf(src = ''): string {
  try {
    return new URL(src, isServer ? SERVER : document.baseURI).href;
  } catch {
    // What is no address is not found.
    return src;
  }
}

/** A URL of a record, resolved against the record's own address. */
export function resolveUrl(url: string, from: string): string {
  // Thousands of a list's addresses are whole, or paths: to read them all takes a slowed phone a tenth of a second.
  if (SITE.test(url)) return url;
  const [site] = SITE.exec(from) ?? [];
  if (!isServer && site && /^\/\w/.test(url)) return site + url;
  try {
    const { href, protocol } = new URL(url, from);
    // Records come from outside, and one that is shown has perhaps not been checked yet.
    if (!LINKED.includes(protocol)) return '#';
    return isServer && href.startsWith(SERVER) ? href.slice(SERVER.length - 1) : href;
  } catch {
    return url;
  }
}
