/** A topic for search engines, in the terms of schema.org. */
import type { LocalizedText, Topic } from '@puntari/contracts';
import { codeWord, type Locale } from '@puntari/core';

export interface DataOptions {
  /** Of the topic's own page. */
  readonly address: string | undefined;
  /** How many support the topic; nothing where it is not told. */
  readonly supporters: number | undefined;
}

/** A `CreativeWork` about the coming decision. */
export function structuredData(
  topic: Topic,
  locale: Locale,
  { address, supporters }: DataOptions,
): object {
  const words = (text: LocalizedText | undefined): string | undefined =>
    text === undefined ? undefined : locale.text(text).text;
  const { id, title, summary, status, decision, area, year, answer } = topic;
  const proposer = words(topic.proposedBy);
  const isBody = topic.proposerKind === 'unit' || topic.proposerKind === 'group';
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    identifier: id,
    name: words(title),
    abstract: words(summary),
    url: address,
    inLanguage: locale.lang,
    creativeWorkStatus: codeWord(locale.t, 'topicStatus', status),
    temporalCoverage: String(year),
    spatialCoverage: area?.map((place) => ({ '@type': 'Place', name: words(place) })),
    creator:
      proposer === undefined
        ? undefined
        : { '@type': isBody ? 'Organization' : 'Person', name: proposer },
    // No `Event`: that is a place to go to, and search engines call one without a place and a time an error.
    about: {
      '@type': 'PlanAction',
      name: words(title),
      scheduledTime: decision.plannedOn,
      agent: { '@type': 'Organization', name: words(decision.body.name) },
    },
    interactionStatistic: supporters === undefined ? undefined : counter(supporters),
    comment: answer && {
      '@type': 'Comment',
      text: words(answer.text),
      dateCreated: answer.on,
      author: { '@type': 'Organization', name: words(answer.body.name) },
    },
  };
}

const counter = (count: number): object => ({
  '@type': 'InteractionCounter',
  interactionType: 'https://schema.org/EndorseAction',
  userInteractionCount: count,
});
