/** Prints a story as a server would: shadow roots in the HTML, text in the page's own DOM, records beside them. */
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { parseRecord } from '@puntari/contracts';
import type { Widget } from '@puntari/core';
import { directionOf, languagesOf, loadLanguages } from '@puntari/core';
import { loadForms } from '@puntari/widgets/feedback-block/feedback-block.forms';
import { scriptJson, useServerMarkup, WidgetRenderer } from 'puntari/server';

import { renderPlain } from '../../packages/embed/src/server/html.js';

import { STATUS_PATH } from './server.js';

interface Printed {
  readonly html: string;
  /** Tags of the widgets in it. */
  readonly tags: readonly string[];
}

let printed: WidgetRenderer[] = [];

class StoryRenderer extends WidgetRenderer {
  override assets = '/puntari/';

  override connectedCallback(): void {
    const { formAssociated } = this.element.constructor as { formAssociated?: boolean };
    if (formAssociated) this.setAttribute('action', STATUS_PATH);
    super.connectedCallback();
    printed.push(this);
  }
}

/** A server refuses what the widget would only refuse after it has shown it. */
const isPrintable = (widget: Widget): boolean =>
  widget.isReady &&
  parseRecord((widget.constructor as typeof Widget).recordKind, widget.record).record !== undefined;

const widgetOf = (renderer: WidgetRenderer): Widget => renderer.element as unknown as Widget;

/** The words of every namespace, so that nothing a story shows is missing on the server. */
export async function loadAllWords(namespaces: readonly string[]): Promise<void> {
  await loadLanguages(
    'fi',
    namespaces.filter((namespace) => languagesOf(namespace).length > 0),
  );
}

async function besideRoot(widget: Widget): Promise<string> {
  const parts = widget.documentParts();
  const json = `<script type="application/json">${scriptJson(widget.record)}</script>`;
  if (!parts) return json;
  const text = await renderPlain(parts.template);
  return `${json}<div slot="document" lang="${parts.lang}" dir="${directionOf(parts.lang)}" data-key="${parts.key}">${text}</div>`;
}

let before: Promise<unknown> = Promise.resolve();

/**
 * The story's HTML, or nothing where a widget in it has no record on a server. One after the other: which widgets there are
 * is told by what was printed last.
 */
export function printStory(template: unknown): Promise<Printed | undefined> {
  const story = before.then(() => print(template));
  before = story.catch(() => undefined);
  return story;
}

async function print(template: unknown): Promise<Printed | undefined> {
  printed = [];
  useServerMarkup();
  await loadForms();
  let html = await collectResult(render(template, { elementRenderers: [StoryRenderer] }));
  const widgets = printed;
  if (widgets.length === 0 || widgets.some((renderer) => !isPrintable(widgetOf(renderer))))
    return undefined;
  let from = 0;
  for (const renderer of widgets) {
    const tag = html.indexOf(`<${renderer.tagName}`, from);
    const end = html.indexOf('</template>', tag) + '</template>'.length;
    const beside = await besideRoot(widgetOf(renderer));
    html = html.slice(0, end) + beside + html.slice(end);
    from = end + beside.length;
  }
  return { html, tags: widgets.map(({ tagName }) => tagName) };
}
