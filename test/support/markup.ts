/** Whether the markup of a widget is right HTML. Validators do not look into shadow roots, so each is handed over. */

import { executeServerCommand } from '@web/test-runner-commands';

/** What stands in a root, without the marks that Lit leaves for itself. */
function markupOf(root: ShadowRoot | Element): string {
  return root.innerHTML.replaceAll(/<!--[\s\S]*?-->/g, '');
}

/**
 * What a validator finds in the root of a widget and in its document.
 *
 * @param name - The state, for those who look at a list of all.
 */
export async function markupProblems(widget: Element, name: string): Promise<string[]> {
  const problems: string[] = [];
  for (const part of [widget.shadowRoot, widget.querySelector('[slot=document]')]) {
    if (!part) continue;
    const state = { name: `${widget.localName}: ${name}`, html: markupOf(part) };
    problems.push(...(await executeServerCommand<string[], typeof state>('puntari-markup', state)));
  }
  return problems;
}
