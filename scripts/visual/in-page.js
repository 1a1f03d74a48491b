/* global document, CSSStyleSheet, ShadowRoot */

/**
 * What runs in the page of a story. No imports and nothing shared between the functions: the browser gets each as text.
 */

/** Before anything of the page: the same moment in every picture, or "three days left" becomes two overnight. */
export function stopClock(now) {
  const RealDate = Date;
  const StoppedDate = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(
        target,
        values.length === 0 ? [now] : values,
        newTarget === StoppedDate ? target : newTarget,
      ),
    apply: () => new RealDate(now).toString(),
  });
  RealDate.now = () => now;
  globalThis.Date = StoppedDate;
}

/** Whether Storybook is done with the story, its play included, or has given up. */
export function isOver() {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const ends = ['storyFinished', 'storyMissing', 'configError'];
  return channel !== undefined && ends.some((event) => channel.last?.(event) !== undefined);
}

/** Why a story is not what it should be, in words, or undefined. */
export function problemOfStory() {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const troubles = [
    'storyMissing',
    'configError',
    'storyErrored',
    'storyThrewException',
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
  ];
  const trouble = troubles.find((event) => channel.last(event) !== undefined);
  if (trouble === undefined) return undefined;
  const [what] = [channel.last(trouble)].flat(2);
  return `${trouble}: ${what?.message ?? what?.description ?? what?.title ?? String(what)}`;
}

/**
 * Ends what moves and waits until nothing changes any more: fonts and pictures are there, and what the roots hold stayed
 * the same over several turns of the event loop. Turns, not time: on a busy machine both get longer.
 *
 * Resolves to the height of the page, or to undefined when it did not come to rest.
 */
export async function rest({ turns, patience }) {
  const still = new CSSStyleSheet();
  // Where colors are forced the caret cannot be transparent, only stop blinking.
  still.replaceSync(
    '*, ::before, ::after { caret-color: transparent !important; caret-animation: manual !important; }',
  );

  function* rootsBelow(root) {
    yield root;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      if (shadowRoot) yield* rootsBelow(shadowRoot);
    }
  }

  /** Everything a picture can depend on, short of the pixels. */
  const lookOf = (root) => {
    const controls = [...root.querySelectorAll('input, select, textarea, details')];
    return [
      root instanceof ShadowRoot ? root.innerHTML : root.body.outerHTML,
      ...controls.map((one) => `${one.value}|${one.checked}|${one.selectedIndex}|${one.open}`),
      root.activeElement?.tagName,
    ].join();
  };

  const look = () => {
    const looks = [];
    for (const root of rootsBelow(document)) {
      if (!root.adoptedStyleSheets.includes(still)) root.adoptedStyleSheets.push(still);
      for (const animation of root.getAnimations()) {
        // One that never ends cannot be finished; without it the element looks as it does at rest.
        if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
        else animation.finish();
      }
      looks.push(lookOf(root));
    }
    return `${looks.join()}${document.documentElement.scrollHeight}`;
  };

  const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
  const end = performance.now() + patience;
  await document.fonts.ready;
  let last = look();
  for (let unchanged = 0; unchanged < turns;) {
    if (performance.now() > end) return undefined;
    await turn();
    const now = look();
    const isLoading =
      document.fonts.status !== 'loaded' || [...document.images].some(({ complete }) => !complete);
    unchanged = now === last && !isLoading ? unchanged + 1 : 0;
    last = now;
  }
  return document.documentElement.scrollHeight;
}
