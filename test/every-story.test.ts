/**
 * Every story in a column of 320 px: it renders, axe, a validator and our own rules find nothing, nothing sticks out, and
 * the console stays silent. In Finnish and from right to left; a full run adds languages, themes and forced colors.
 * States are reached by the story's own `play`.
 */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { render } from 'lit';

import { STORY_MODULES } from '../stories/index.js';
import { NEVER } from '../stories/support/network.js';
import { until } from '../stories/support/reach.js';
import { NOT_SWEPT, type Sweep } from '../stories/support/sweep.js';
import { axeProblems } from './support/axe.js';
import { engine } from './support/engine.js';
import { invariantProblems, overflowing } from './support/invariants.js';
import { type Look, LOOKS, wear } from './support/look.js';
import { markupProblems } from './support/markup.js';
import { expectLog } from './support/setup.js';

/** 1280 px at 400 % zoom. */
const NARROW = 320;

/** Puntari's elements, and the host that shows parts of them. */
const isWidget = ({ localName }: Element): boolean => /^(puntari|story)-/.test(localName);

const widgetsIn = (element: Element): HTMLElement[] =>
  [...element.querySelectorAll<HTMLElement>('*')].filter(isWidget);

type Renderer = (args: object, context: object) => Parameters<typeof render>[0];

async function show(meta: Meta, story: StoryObj, canvas: HTMLElement, dir?: 'rtl'): Promise<void> {
  const args = { ...meta.args, ...story.args };
  const template = story.render ?? meta.render;
  if (!template) throw new Error('The story has no render function.');
  render((template as unknown as Renderer)(args, {}), canvas);
  const shown = [...widgetsIn(canvas), ...canvas.querySelectorAll('.puntari-base')];
  for (const element of shown) if (dir) element.setAttribute('dir', dir);
  const context = { canvasElement: canvas, args } as unknown as Parameters<
    NonNullable<StoryObj['play']>
  >[0];
  await story.play?.(context);
}

interface Shown extends HTMLElement {
  readonly updateComplete?: Promise<unknown>;
  readonly locale?: { readonly isReady: boolean };
}

/** Until record and words are in hand. Where the record never comes, what the page wrote is the state. */
async function settles(widget: Shown): Promise<void> {
  const isWaiting = (): boolean =>
    widget.matches(':state(loading)') && widget.getAttribute('src') !== NEVER;
  await until('record and words', () => !isWaiting() && widget.locale?.isReady !== false);
  await widget.updateComplete;
}

/** Acts, and waits for what the developer is told: a record is checked beside its first rendering. */
async function untilLogged(patterns: readonly RegExp[], act: () => Promise<void>): Promise<void> {
  const { error, warn } = console;
  const texts: string[] = [];
  const listen =
    (log: typeof error): typeof error =>
    (...values: unknown[]) => {
      texts.push(values.join(' '));
      log(...values);
    };
  console.error = listen(error);
  console.warn = listen(warn);
  try {
    await act();
    for (const pattern of patterns) {
      await until(`a log that matches ${String(pattern)}`, () =>
        texts.some((text) => pattern.test(text)),
      );
    }
  } finally {
    console.error = error;
    console.warn = warn;
  }
}

/**
 * Where boxes end between pixels, only in Chromium can axe tell what text stands on; and the colors of a system that
 * forces them it cannot tell at all.
 */
async function problemsOf(
  canvas: HTMLElement,
  { undecided = [] }: Sweep,
  look: Look,
  name: string,
): Promise<string[]> {
  const blind = engine === 'chromium' && !look.isForced ? [] : ['color-contrast'];
  const markup = widgetsIn(canvas).map((widget) => markupProblems(widget, name));
  return [
    // The link of a card covers its text, and the line of a timeline its stages.
    ...(await axeProblems(canvas, { undecided: [...undecided, ...blind], hasOverlaps: true })),
    ...widgetsIn(canvas).flatMap((widget) => invariantProblems(widget)),
    ...overflowing(canvas),
    ...(await Promise.all(markup)).flat(),
  ];
}

describe('every story', () => {
  let canvas: HTMLElement;

  beforeEach(() => {
    canvas = document.createElement('div');
    canvas.style.inlineSize = `${String(NARROW)}px`;
    document.body.append(canvas);
  });

  afterEach(() => {
    canvas.remove();
  });

  for (const { default: meta, ...stories } of STORY_MODULES) {
    describe(String(meta.title), () => {
      for (const [name, story] of Object.entries(stories) as [string, StoryObj][]) {
        if (story.tags?.includes(NOT_SWEPT)) continue;
        const sweep = (story.parameters?.['sweep'] ?? {}) as Sweep;

        for (const look of LOOKS) {
          it(`${name}, ${look.name}`, async () => {
            const { logs = [] } = sweep;
            for (const pattern of logs) expectLog(pattern);
            await wear(look);
            await untilLogged(logs, () => show(meta, story, canvas, look.dir));
            await Promise.all(widgetsIn(canvas).map(settles));
            const state = `${String(meta.title)}: ${name}, ${look.name}`;
            const problems = await problemsOf(canvas, sweep, look, state);
            if (problems.length > 0) throw new Error(problems.join('\n'));
          });
        }
      }
    });
  }
});
