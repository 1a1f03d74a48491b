/* global document, PerformanceObserver, requestAnimationFrame */

/**
 * Runs in the page before anything of it. What it needs of a contestant can be seen from outside: selectors that look
 * through open shadow roots by `>>>`, and the words that the last thing shows.
 *
 * No imports: the browser gets it as text.
 */
export function installProbe({ last, items, extra, text }) {
  const bench = { painted: undefined, blocking: 0, longTasks: 0, shift: 0 };

  const findAll = (selector) =>
    selector.split('>>>').reduce(
      (roots, part, index) => {
        const inside = index === 0 ? roots : roots.map(({ shadowRoot }) => shadowRoot);
        return inside.filter(Boolean).flatMap((root) => [...root.querySelectorAll(part.trim())]);
      },
      [document],
    );

  const isShown = (words) =>
    findAll(last).some((element) => {
      if (!element.textContent.includes(words)) return false;
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0;
    });

  /** Resolves when the frame has been made in which the words stand: its time since navigation, in milliseconds. */
  const shown = (words) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      const look = () => {
        // A message that is sent before a frame arrives after it.
        if (isShown(words)) port2.postMessage('');
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      bench.longTasks += 1;
      bench.blocking += duration - 50;
    }
  }).observe({ type: 'longtask', buffered: true });

  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      if (!hadRecentInput) bench.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });

  const shownFirst = shown(text.fi).then((time) => {
    bench.painted = time;
  });

  globalThis.bench = {
    state: bench,
    whenPainted: async () => {
      await shownFirst;
      return bench.painted;
    },
    /** What is there, to see that all contestants show the same. */
    content: () => {
      const all = findAll(items);
      // Without spaces: templates differ in them, and nobody reads them.
      const lengthOf = (element) => element.textContent.replaceAll(/\s/g, '').length;
      const added = (item) => (extra ? [...item.querySelectorAll(extra)] : []);
      const characters = all.map((item) =>
        added(item).reduce((length, element) => length - lengthOf(element), lengthOf(item)),
      );
      return { items: all.length, characters: characters.reduce((sum, one) => sum + one, 0) };
    },
    switchLanguage: async (lang) => {
      const start = performance.now();
      document.documentElement.lang = lang;
      return (await shown(text[lang])) - start;
    },
  };
}
