/**
 * Markup as templates, one for each element: whatever a sanitizer may have let through, nothing else can be made of it.
 * The same on a server and in a browser.
 */
import { type LocalizedText, pickText } from '@puntari/contracts';
import { marksOf } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined as set } from 'lit/directives/if-defined.js';

import type { Part } from '../pieces/document.js';
import { arranged } from './markup.arrange.model.js';
import type { Attributes, MarkupNode } from './markup.model.js';
import type { Place } from './markup-support.js';

type Template = (content: unknown, attributes: Attributes) => TemplateResult;

const TEMPLATES: Readonly<Record<string, Template>> = {
  p: (content, { lang, dir }) => html`<p lang=${set(lang)} dir=${set(dir)}>${content}</p>`,
  ul: (content, { lang, dir }) =>
    html`<ul lang=${set(lang)} dir=${set(dir)}>
      ${content}
    </ul>`,
  li: (content, { lang, dir }) => html`<li lang=${set(lang)} dir=${set(dir)}>${content}</li>`,
  em: (content, { lang, dir }) => html`<em lang=${set(lang)} dir=${set(dir)}>${content}</em>`,
  strong: (content, { lang, dir }) =>
    html`<strong lang=${set(lang)} dir=${set(dir)}>${content}</strong>`,
  b: (content, { lang, dir }) => html`<b lang=${set(lang)} dir=${set(dir)}>${content}</b>`,
  i: (content, { lang, dir }) => html`<i lang=${set(lang)} dir=${set(dir)}>${content}</i>`,
  sub: (content, { lang, dir }) => html`<sub lang=${set(lang)} dir=${set(dir)}>${content}</sub>`,
  sup: (content, { lang, dir }) => html`<sup lang=${set(lang)} dir=${set(dir)}>${content}</sup>`,
  blockquote: (content, { lang, dir }) =>
    html`<blockquote lang=${set(lang)} dir=${set(dir)}>${content}</blockquote>`,
  span: (content, { lang, dir }) => html`<span lang=${set(lang)} dir=${set(dir)}>${content}</span>`,
  caption: (content, { lang, dir }) =>
    html`<caption lang=${set(lang)} dir=${set(dir)}>
      ${content}
    </caption>`,
  h1: (content, { lang, dir }) => html`<h1 lang=${set(lang)} dir=${set(dir)}>${content}</h1>`,
  h2: (content, { lang, dir }) => html`<h2 lang=${set(lang)} dir=${set(dir)}>${content}</h2>`,
  h3: (content, { lang, dir }) => html`<h3 lang=${set(lang)} dir=${set(dir)}>${content}</h3>`,
  h4: (content, { lang, dir }) => html`<h4 lang=${set(lang)} dir=${set(dir)}>${content}</h4>`,
  h5: (content, { lang, dir }) => html`<h5 lang=${set(lang)} dir=${set(dir)}>${content}</h5>`,
  h6: (content, { lang, dir }) => html`<h6 lang=${set(lang)} dir=${set(dir)}>${content}</h6>`,
  br: () => html`<br />`,
  ol: (content, { lang, dir, start }) =>
    html`<ol start=${set(start)} lang=${set(lang)} dir=${set(dir)}>
      ${content}
    </ol>`,
  a: (content, { lang, dir, href }) =>
    html`<a href=${set(href)} lang=${set(lang)} dir=${set(dir)}>${content}</a>`,
  abbr: (content, { lang, dir, title }) =>
    html`<abbr title=${set(title)} lang=${set(lang)} dir=${set(dir)}>${content}</abbr>`,
  table: (content, { lang, dir }) =>
    html`<div class="puntari-table-frame">
      <table class="puntari-table" lang=${set(lang)} dir=${set(dir)}>
        ${content}
      </table>
    </div>`,
  thead: (content) =>
    html`<thead>
      ${content}
    </thead>`,
  tbody: (content) =>
    html`<tbody>
      ${content}
    </tbody>`,
  tfoot: (content) =>
    html`<tfoot>
      ${content}
    </tfoot>`,
  tr: (content) =>
    html`<tr>
      ${content}
    </tr>`,
  th: (content, { lang, dir, scope, colspan, rowspan }) =>
    html`<th
      scope=${set(scope)}
      colspan=${set(colspan)}
      rowspan=${set(rowspan)}
      lang=${set(lang)}
      dir=${set(dir)}
    >
      ${content}
    </th>`,
  td: (content, { lang, dir, colspan, rowspan }) =>
    html`<td colspan=${set(colspan)} rowspan=${set(rowspan)} lang=${set(lang)} dir=${set(dir)}>
      ${content}
    </td>`,
};

function templateOf(node: MarkupNode): unknown {
  if (typeof node === 'string') return node;
  const content = node.children.map(templateOf);
  return TEMPLATES[node.name]?.(content, node.attributes) ?? content;
}

/**
 * A text that is written as markup.
 *
 * @param clean - Reads markup without anything that could do harm.
 */
export function renderMarkup(
  text: LocalizedText,
  { lang, level, resolve }: Place,
  clean: (html: string) => readonly MarkupNode[],
): Part {
  const picked = pickText(text, lang);
  const nodes = arranged(clean(picked.text), { level, marks: marksOf(picked, lang), resolve });
  return nodes.length > 0 ? html`${nodes.map(templateOf)}` : nothing;
}
