/** Somebody supports a topic, or took the support back. Without personal data, for the page's own statistics. */
export class SupportedEvent extends Event {
  readonly topicId: string;
  readonly supported: boolean;

  constructor(topicId: string, supported: boolean) {
    super('puntari-supported', { bubbles: true, composed: true });
    this.topicId = topicId;
    this.supported = supported;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'puntari-supported': SupportedEvent;
  }
}
