/** Our own drawings, each beside words that say the same. Inline, since a strict policy takes no pictures from a sheet. */
import { html, type TemplateResult } from 'lit';

const ICONS = {
  error: 'M12 3l9.5 17h-19zM12 9.5v5M12 17.2v.1',
  success: 'M12 3a9 9 0 100 18 9 9 0 000-18zM8 12.2l2.8 2.8 5-5.6',
  info: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.5M12 7.5v.1',
  warning: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7.5V13M12 16.4v.1',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M9 5l7 7-7 7',
  external: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7',
} as const;

export type IconName = keyof typeof ICONS;
export const ICON_NAMES = Object.keys(ICONS) as readonly IconName[];

export function icon(name: IconName): TemplateResult {
  return html`<svg class="puntari-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${ICONS[name]} />
  </svg>`;
}
