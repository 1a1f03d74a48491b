import { LitElementRenderer, type RenderInfo } from '@lit-labs/ssr';

type Printed = ReturnType<LitElementRenderer['renderShadow']>;

/**
 * Prints a widget's shadow root without lit-ssr's `<style>`, which a strict content security policy blocks: the sheet is
 * linked instead. On hydration the widget adopts its own sheets.
 */
export class WidgetRenderer extends LitElementRenderer {
  /** Where the built files stand; ends with a slash. */
  assets = '/puntari/';

  override renderShadow(info: RenderInfo): Printed {
    // lit-ssr puts the template last, after the style element and what is in it.
    const template = super.renderShadow(info)?.at(-1);
    const name = this.tagName.replace('puntari-', '');
    const sheet = `<link rel="stylesheet" href="${this.assets}widgets/${name}.css">`;
    return template === undefined ? [sheet] : [sheet, template];
  }
}
