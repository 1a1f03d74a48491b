import type { ReactiveElement } from 'lit';

/** Where the coming update takes away what has the focus: takes it to the heading of what is said instead, not to the body. */
export async function keepFocus(host: ReactiveElement): Promise<void> {
  const focused = host.shadowRoot?.activeElement;
  await host.updateComplete;
  // What comes of it may take another update.
  await host.updateComplete;
  if (!focused || focused.isConnected) return;
  const heading = host.shadowRoot?.querySelector<HTMLElement>('#step, #send-problem');
  heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
  heading?.focus({ preventScroll: true });
}
