/** Code to copy, as a part of a story. */
import { html, type TemplateResult } from 'lit';

const BOX = 'max-inline-size: 60em; font-family: system-ui, sans-serif; line-height: 1.5';
const CODE =
  'margin: 0 0 1em; padding: 1em; overflow: auto; border: 1px solid; font-size: .875em; white-space: pre-wrap; overflow-wrap: anywhere';

async function copy(event: Event, code: string): Promise<void> {
  const status = (event.target as Element).nextElementSibling;
  let said = 'Copied.';
  try {
    await navigator.clipboard.writeText(code);
  } catch {
    said = 'The browser does not allow copying here; select the text.';
  }
  if (status) status.textContent = said;
}

/** What it is for, the code, and a button that copies it. */
export function snippetBox(title: string, text: string, code: string): TemplateResult {
  return html`<div lang="en" dir="ltr" style=${BOX}>
    <h2 style="font-size: 1.25em">${title}</h2>
    <p>${text}</p>
    <pre style=${CODE} tabindex="0"><code>${code}</code></pre>
    <button
      type="button"
      style="min-block-size: 2.75em; padding-inline: 1.5em; font: inherit"
      @click=${(event: Event) => copy(event, code)}
    >
      Copy
    </button>
    <span role="status"></span>
  </div>`;
}
