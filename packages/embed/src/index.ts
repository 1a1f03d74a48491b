/** The loader for pages that bundle their scripts. Importing it does nothing yet; call one of its functions. */
import { loaderOf } from './loader.js';

export { isSupported } from './baseline.js';
export { type WidgetName, WIDGETS } from './names.js';

const widgets = {
  'volunteer-form': () => import('@puntari/widgets/volunteer-form/define'),
  'topic-card': () => import('@puntari/widgets/topic-card/define'),
  'topic-list': () => import('@puntari/widgets/topic-list/define'),
  'statement-viewer': () => import('@puntari/widgets/statement-viewer/define'),
  'feedback-block': () => import('@puntari/widgets/feedback-block/define'),
  'panel-composition': () => import('@puntari/widgets/panel-composition/define'),
  'process-timeline': () => import('@puntari/widgets/process-timeline/define'),
  'participation-level': () => import('@puntari/widgets/participation-level/define'),
  'topic-form': () => import('@puntari/widgets/topic-form/define'),
};

/**
 * `observe` defines widgets when they come near the view, in the document or in the shadow root given; `defineAll` defines them
 * at once, all of them unless some are named.
 */
export const { observe, defineAll } = loaderOf({
  widget: (name) => widgets[name](),
  hydration: () => import('./hydration.js'),
});
