/** The next event of a kind, typed by its name: `const { receipt } = await nextEvent(form, 'puntari-submitted')`. */
export function nextEvent<T extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: T,
): Promise<HTMLElementEventMap[T]> {
  return new Promise((resolve) => {
    target.addEventListener(type, resolve, { once: true });
  });
}
