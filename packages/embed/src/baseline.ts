/**
 * Whether this browser is new enough: Chrome and Edge 111, Safari 16.4, Firefox 128. The first test is true from these
 * versions of Chrome and Safari on, the second from that of Firefox; no list of names to keep.
 */
export function isSupported(): boolean {
  return 'shadowRootMode' in HTMLTemplateElement.prototype && 'registerProperty' in CSS;
}
