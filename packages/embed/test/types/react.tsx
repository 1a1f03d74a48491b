/** What somebody writes who has the widgets in React: compiled by the check of types, never run. */
import type {} from 'puntari/jsx';
import { type ReactElement, useRef } from 'react';

import type { VolunteerForm } from 'puntari/volunteer-form/class';

export function Page({ panel }: { panel: unknown }): ReactElement {
  const form = useRef<VolunteerForm>(null);
  return (
    <main>
      <puntari-volunteer-form
        ref={form}
        className="wide"
        lang="fi"
        src="/panels/liikenne-2027.json"
        action="/api/panels/liikenne-2027/registrations"
        heading-level={3}
        no-restore
        channel="phone"
        record={panel}
        onpuntari-before-submit={(event) => {
          event.headers['Authorization'] = 'Bearer …';
        }}
        onpuntari-step={({ step, of }) => {
          form.current?.setAttribute('data-step', `${step.toFixed()}/${of.toFixed()}`);
        }}
      >
        <p>Voit ilmoittautua myös puhelimitse: 09 816 21.</p>
      </puntari-volunteer-form>
      <puntari-topic-list src="/topics.json" url-state="" heading-level="2" />
      <puntari-topic-list src="/topics.json" url-state no-count />
      <puntari-topic-list src="/topics.json" url-state="aiheet" no-count="" />
      <puntari-topic-card
        src="/topics/keskustan-liikenne.json"
        remember
        onpuntari-supported={({ topicId }) => topicId.length}
      />
      <puntari-participation-level level={3} />
    </main>
  );
}

export const mistakes = [
  // @ts-expect-error -- A level is a number.
  <puntari-topic-card key="1" heading-level="two" />,
  // @ts-expect-error -- There is no such attribute.
  <puntari-topic-card key="2" source="/topics/keskustan-liikenne.json" />,
  // @ts-expect-error -- The viewer sends nothing.
  <puntari-statement-viewer key="3" action="/api/statements" />,
  // @ts-expect-error -- Nobody registers by carrier pigeon.
  <puntari-volunteer-form key="4" channel="pigeon" />,
  // @ts-expect-error -- This event has no receipt.
  <puntari-topic-form key="5" onpuntari-failed={({ receipt }) => receipt} />,
  // @ts-expect-error -- An address is more than being there.
  <puntari-topic-list key="7" src />,
  // @ts-expect-error -- There is no such widget.
  <puntari-topic-crad key="6" />,
];
