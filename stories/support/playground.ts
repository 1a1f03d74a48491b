/** One story per widget in which the record and the attributes can be changed while one looks. */
import type { StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

/** What a page may set, as the controls hold it; an attribute that is not set is undefined. */
export interface Chosen {
  readonly record: unknown;
  readonly headingLevel: number;
  readonly variant?: string;
  readonly subject?: string;
  readonly lang?: string;
}

interface Options {
  readonly record: object;
  /** What the widget calls its variants, where it has any. */
  readonly variants?: readonly string[];
  readonly subject?: string;
  readonly render: (chosen: Chosen) => TemplateResult;
}

const ATTRIBUTES = 'Attributes';

/**
 * A text that stands in the page is made again only for another version of its record, so each change is one; the first
 * is the record as it is.
 */
function versions(): (record: unknown) => unknown {
  const seen: string[] = [];
  return (record) => {
    const text = JSON.stringify(record);
    if (!seen.includes(text)) seen.push(text);
    const edition = seen.indexOf(text);
    if (edition === 0 || typeof record !== 'object' || record === null) return record;
    return { ...record, version: `changed-${String(edition)}` };
  };
}

export function playground({ record, variants = [], subject, render }: Options): StoryObj {
  const attribute = (description: string): object => ({
    description,
    table: { category: ATTRIBUTES },
  });
  const versionOf = versions();
  return {
    args: { headingLevel: 2, ...(subject === undefined ? {} : { subject }), record },
    argTypes: {
      headingLevel: {
        ...attribute('Level of the top heading'),
        name: 'heading-level',
        control: 'select',
        options: [1, 2, 3, 4, 5, 6],
      },
      ...(variants.length === 0
        ? {}
        : { variant: { ...attribute('Appearance'), control: 'select', options: variants } }),
      ...(subject === undefined
        ? {}
        : { subject: { ...attribute('What it is about'), control: 'text' } }),
      lang: {
        ...attribute('Of the widget alone; otherwise that of the page'),
        control: 'select',
        options: ['fi', 'sv', 'en'],
      },
      // Long, so last.
      record: {
        description: 'What the widget shows. Nothing is saved.',
        table: { category: 'Record' },
        control: 'object',
      },
    },
    parameters: { controls: { disable: false, sort: 'none' } },
    render: (args) => {
      const chosen = args as unknown as Chosen;
      return render({ ...chosen, record: versionOf(chosen.record) });
    },
  };
}
