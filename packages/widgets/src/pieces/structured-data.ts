const TYPE = 'application/ld+json';

/** Puts what search engines read beside the text of a widget, in place of what stood there. */
export function showStructuredData(host: HTMLElement, data: object | undefined): void {
  host.querySelector(`:scope > script[type="${TYPE}"]`)?.remove();
  if (!data) return;
  const script = document.createElement('script');
  script.type = TYPE;
  // As a node: a policy for trusted types forbids the text of a script to be set, whatever its type is.
  script.append(JSON.stringify(data));
  host.append(script);
}
