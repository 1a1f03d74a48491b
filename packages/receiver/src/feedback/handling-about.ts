/** What stands beside the words of feedback, for the officer who handles it: what kind it is, about what, and where. */
import type { FeedbackChannel, FeedbackSubmission } from '@puntari/contracts';

import { type Html, html } from '../pages/html.js';
import { described, textIn } from '../pages/parts.js';
import type { Translate } from '../pages/words.js';

interface Words {
  readonly lang: string;
  readonly t: Translate;
}

function placeIn({ location }: FeedbackSubmission): Html | undefined {
  const { address, latitude, longitude } = location ?? {};
  const isPoint = latitude !== undefined && longitude !== undefined;
  const point = isPoint ? `${String(latitude)}, ${String(longitude)}` : undefined;
  const said = [address, point].filter((text) => text !== undefined);
  return said.length === 0 ? undefined : html`<bdi>${said.join(' – ')}</bdi>`;
}

function serviceIn(
  { serviceCode }: FeedbackSubmission,
  channel: FeedbackChannel | undefined,
  lang: string,
): Html | undefined {
  if (serviceCode === undefined) return undefined;
  const service = channel?.services?.find(({ code }) => code === serviceCode);
  // A service that the record has no longer is known by its code.
  return service ? textIn(service.label, lang) : html`<bdi>${serviceCode}</bdi>`;
}

export function renderAbout(
  submission: FeedbackSubmission,
  channel: FeedbackChannel | undefined,
  { lang, t }: Words,
): Html {
  const { form, kind, target, experience, subject } = submission;
  return html`${form === 'accessibility' && html`<p class="notice">${t('handling.accessibility')}</p>`}
    <dl>
      ${kind && described(t('handling.said.kind'), html`${t(`handling.kinds.${kind}`)}`)}
      ${target && described(t('handling.said.target'), html`${t(`handling.targets.${target}`)}`)}
      ${described(t('handling.said.service'), serviceIn(submission, channel, lang))}
      ${described(t('handling.said.place'), placeIn(submission))}
      ${
        experience &&
        described(t('handling.said.experience'), html`${t(`handling.heard.${experience}`)}`)
      }
      ${described(t('handling.about'), subject === undefined ? undefined : html`<bdi>${subject}</bdi>`)}
    </dl>`;
}
