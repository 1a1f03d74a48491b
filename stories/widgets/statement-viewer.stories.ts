import { RESPONSE_STATUSES } from '@puntari/contracts';
import '@puntari/widgets/statement-viewer/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { MARKUP } from '../fixtures/markup.js';
import { answered, fullStatement, ITEMS, statementWith } from '../fixtures/statement.js';
import { LONG_WORD } from '../fixtures/words.js';
import { MISSING, NEVER } from '../support/network.js';
import { playground } from '../support/playground.js';
import { settled, until, widgetIn } from '../support/reach.js';
import { sweep } from '../support/sweep.js';

const meta: Meta = { title: 'Widgets/Statement viewer' };
export default meta;

const FALLBACK = html`<p><a href="#lausuma.pdf">Liikennepaneelin lausuma (PDF)</a></p>`;

const shown = (record: unknown, level = 2): TemplateResult =>
  html`<puntari-statement-viewer .record=${record} heading-level=${level}
    >${FALLBACK}</puntari-statement-viewer
  >`;

const from = (src: string): TemplateResult =>
  html`<puntari-statement-viewer src=${src}>${FALLBACK}</puntari-statement-viewer>`;

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: statementWith(),
  render: ({ record, headingLevel, lang }) =>
    html`<puntari-statement-viewer
      .record=${record}
      heading-level=${headingLevel}
      lang=${ifDefined(lang)}
      >${FALLBACK}</puntari-statement-viewer
    >`,
});

export const ThreeItems: StoryObj = { render: () => shown(statementWith()) };

/** Who sat on the panel, what it read, who disagreed: everything a statement can tell. */
export const Whole: StoryObj = { render: () => shown(fullStatement()) };

export const HeadingLevel3: StoryObj = { render: () => shown(statementWith(), 3) };

export const Filtered: StoryObj = {
  render: () => shown(statementWith()),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    const count = widget.shadowRoot?.querySelector<HTMLElement>('button[data-status=accepted]');
    if (!count) throw new Error('The viewer has no count to press.');
    count.click();
    await settled(widget);
  },
};

/** A search is of use from four items on. */
export const Searched: StoryObj = {
  render: () =>
    shown(
      statementWith({
        items: [...Object.values(ITEMS), { ...ITEMS.accepted, id: '7', number: '7' }],
      }),
    ),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    const { shadowRoot } = widget;
    shadowRoot?.querySelector<HTMLElement>('.search > summary')?.click();
    await until('the search', () => shadowRoot?.querySelector('#words'));
    const field = shadowRoot?.querySelector<HTMLInputElement>('#words');
    if (!field) throw new Error('The viewer has no search.');
    field.value = 'talvella';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(widget);
  },
};

/** An item has an easy version beside the full one, which can be chosen for the whole statement. */
export const EasyLanguage: StoryObj = {
  render: () =>
    shown(
      statementWith({
        items: [
          {
            ...ITEMS.accepted,
            text: {
              ...(ITEMS.accepted.text as Record<string, string>),
              'fi-simple': 'Joka koululle pääsee turvallisesti pyörällä. Myös talvella.',
            },
          },
          ITEMS.partly,
        ],
      }),
    ),
};

/** Too many items for a list: the contents show the themes. */
export const ManyItems: StoryObj = {
  render: () =>
    shown(
      statementWith({
        items: Array.from({ length: 45 }, (_, index) => ({
          ...Object.values(ITEMS)[index % Object.values(ITEMS).length]!,
          id: `k${String(index + 1)}`,
          number: String(index + 1),
        })),
        dissents: [],
      }),
    ),
};

export const EveryAnswer: StoryObj = {
  render: () => shown(statementWith({ items: RESPONSE_STATUSES.map(answered), themes: [] })),
};

/** The day on which the answer was due has passed. */
export const LateAnswer: StoryObj = {
  render: () =>
    shown(
      statementWith({
        items: [
          {
            ...ITEMS.awaiting,
            response: { status: 'awaiting', due: '2026-03-31', handling: [], progress: [] },
          },
        ],
      }),
    ),
};

export const NothingAnsweredYet: StoryObj = {
  render: () =>
    shown(
      statementWith({
        items: Object.values(ITEMS).map(({ response: _, rating: __, ...item }) => item),
      }),
    ),
};

/** Facts and arguments ask for no answer, so none is owed. */
export const FactsAndArguments: StoryObj = {
  render: () =>
    shown(
      statementWith({
        themes: [],
        items: [
          {
            id: 't1',
            kind: 'fact',
            text: 'Joka kolmas matka Espoossa on alle kilometrin pituinen.',
          },
          {
            id: 'p1',
            kind: 'argument-for',
            text: 'Lyhyet matkat kävellään, jos reitti on mukava.',
          },
          { id: 'p2', kind: 'argument-against', text: 'Talvella kaikki eivät voi kävellä.' },
        ],
      }),
    ),
};

/** 3 + 5 votes cannot be all the votes of a panel of 40 that were cast and absent; no percentages are shown. */
export const VotesThatDoNotAddUp: StoryObj = {
  render: () =>
    shown(
      statementWith({
        items: [
          {
            ...ITEMS.accepted,
            vote: { method: 'yesno', for: 3, against: 5, blank: 0, absent: 0, base: 'cast' },
          },
        ],
      }),
    ),
};

/** Longer texts as an editor in a content management system writes them: lists, a table, a quote, headings, links. */
export const WithMarkup: StoryObj = {
  render: () =>
    shown(
      statementWith({
        textFormat: 'html',
        summary: MARKUP.summary,
        general: MARKUP.general,
        items: [
          { ...ITEMS.accepted, text: MARKUP.item, rationale: MARKUP.rationale },
          {
            ...ITEMS.partly,
            response: { status: 'partly', reason: MARKUP.reason, handling: [], progress: [] },
          },
        ],
      }),
    ),
};

export const NoItems: StoryObj = { render: () => shown(statementWith({ items: [] })) };

export const LongWords: StoryObj = {
  render: () =>
    shown(
      statementWith({
        title: LONG_WORD,
        items: [
          { ...ITEMS.accepted, title: LONG_WORD, text: `${LONG_WORD} ${LONG_WORD}` },
          { ...ITEMS.partly, text: LONG_WORD },
        ],
      }),
    ),
};

/** The record knows other languages than the page: its texts carry their own `lang` and direction. */
export const TextInAnotherLanguage: StoryObj = {
  render: () =>
    shown(
      statementWith({
        title: { en: 'Statement of the traffic panel' },
        items: [
          {
            ...ITEMS.accepted,
            title: { ar: 'مسارات آمنة للدراجات إلى المدارس' },
            text: { ar: 'يصل مسار متصل وآمن للدراجات إلى كل مدرسة.' },
          },
        ],
      }),
    ),
};

export const UnknownCodes: StoryObj = {
  render: () =>
    shown({
      ...statementWith(),
      kind: 'manifesto',
      items: [
        { ...ITEMS.accepted, kind: 'wish' },
        { ...ITEMS.partly, response: { status: 'piloted', text: 'Kokeillaan yhdellä linjalla.' } },
      ],
    }),
  parameters: sweep({ logs: [/\/kind: expected/] }),
};

export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordNotValid: StoryObj = {
  render: () => shown({ ...statementWith(), adoptedOn: 'keväällä' }),
  parameters: sweep({ logs: [/\/adoptedOn: expected/, /is not a valid statement/] }),
};

/** The page wrote the text itself; no record, and the text is kept. */
export const WrittenByThePage: StoryObj = {
  render: () =>
    html`<puntari-statement-viewer>
      <div slot="document">
        <h2>Liikennepaneelin lausuma</h2>
        <section data-theme="arki">
          <h3>Arjen matkat</h3>
          <article id="oma-1" data-item="1" data-status="accepted">
            <h4>Toimintasuositus 1: Pyörätiet kouluille</h4>
            <p>Jokaiselle koululle johtaa yhtenäinen, talvella kunnossa pidetty pyörätie.</p>
            <div class="puntari-answer">
              <h5>Vastaus: <span class="puntari-tag" data-status="accepted">Hyväksytty</span></h5>
              <p>Puuttuvat yhteydet rakennetaan vuosina 2027–2029.</p>
            </div>
          </article>
          <article id="oma-2" data-item="2" data-status="awaiting">
            <h4>Toimintasuositus 2: Bussit myös sunnuntaisin</h4>
            <p>Bussit kulkevat sunnuntaisinkin kerran tunnissa.</p>
            <div class="puntari-answer">
              <h5>
                Vastaus: <span class="puntari-tag" data-status="awaiting">Odottaa vastausta</span>
              </h5>
            </div>
          </article>
        </section>
      </div>
    </puntari-statement-viewer>`,
};
