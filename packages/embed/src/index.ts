/** The loader for pages that bundle their scripts. Importing it does nothing yet; call one of its functions. */
import { createLoader } from './loader.js';

export { isSupported } from './baseline.js';
export { type WidgetName, WIDGETS } from './names.js';
export type { Loader } from './loader.js';

const widgets = {
  'volunteer-form': () => import('@puntari/widgets/volunteer-form/define'),
  'topic-card': () => import('@puntari/widgets/topic-card/define'),
  'statement-viewer': () => import('@puntari/widgets/statement-viewer/define'),
  'feedback-block': () => import('@puntari/widgets/feedback-block/define'),
};

export const { observe, defineAll } = createLoader({
  widget: (name) => widgets[name](),
  hydration: () => import('@lit-labs/ssr-client/lit-element-hydrate-support.js'),
});
