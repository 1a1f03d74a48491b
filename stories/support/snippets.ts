/** What a page pastes, as the toolbar has it. Shown in the panel "HTML", and copied from Embedding. */
import { type Words, words } from '../fixtures/words.js';

const CDN = 'https://example.fi/puntari/0';

/** A tag of ours with what a page sets on it. */
export interface Shown {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the toolbar decides. */
export interface Choice {
  readonly theme: string;
  readonly lang: string;
  readonly scheme: string;
  readonly contrast: string;
}

export const FIRST_CHOICE: Choice = {
  theme: 'neutral',
  lang: 'fi',
  scheme: 'light',
  contrast: 'normal',
};

/** The toolbar's choice among all that it holds; what it does not hold is as it is at first. */
export function choiceOf(globals: Readonly<Record<string, unknown>> = {}): Choice {
  const given = Object.fromEntries(
    Object.keys(FIRST_CHOICE).flatMap((name) => {
      const value = globals[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  return { ...FIRST_CHOICE, ...given };
}

interface Sample {
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in the tag until the widget is ready, in the language of the page. */
  readonly fallback: Words;
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  'puntari-volunteer-form': {
    attributes: {
      src: '/panels/liikenne-2027.json',
      action: '/api/panels/liikenne-2027/registrations',
    },
    fallback: words(
      'Voit ilmoittautua myös puhelimitse: 09 816 21.',
      'Du kan också anmäla dig per telefon: 09 816 21.',
      'You can also sign up by phone: 09 816 21.',
    ),
  },
  'puntari-topic-card': {
    attributes: { src: '/topics/keskusten-liikenne.json' },
    fallback: words(
      '<a href="/aiheet/keskusten-liikenne">Kaupunkikeskusten katutila</a>',
      '<a href="/sv/amnen/keskusten-liikenne">Gaturummet i stadscentrumen</a>',
      '<a href="/en/topics/keskusten-liikenne">Street space in the city centres</a>',
    ),
  },
  'puntari-topic-list': {
    attributes: { src: '/topics.json' },
    fallback: words(
      '<a href="/aiheet">Aiheet paneeleille</a>',
      '<a href="/sv/amnen">Ämnen för paneler</a>',
      '<a href="/en/topics">Topics for panels</a>',
    ),
  },
  'puntari-statement-viewer': {
    attributes: { src: '/statements/liikenne-2026.json' },
    fallback: words(
      '<a href="/lausuma.pdf">Liikennepaneelin lausuma (PDF)</a>',
      '<a href="/uttalande.pdf">Trafikpanelens uttalande (PDF)</a>',
      '<a href="/statement.pdf">Statement of the traffic panel (PDF)</a>',
    ),
  },
  'puntari-panel-composition': {
    attributes: { src: '/statements/liikenne-2026.json' },
    fallback: words(
      '<a href="/kokoonpano.pdf">Paneelin kokoonpano (PDF)</a>',
      '<a href="/sammansattning.pdf">Panelens sammansättning (PDF)</a>',
      '<a href="/composition.pdf">Composition of the panel (PDF)</a>',
    ),
  },
  'puntari-process-timeline': {
    attributes: { src: '/panels/liikenne-2027.json' },
    fallback: words(
      '<a href="/aikataulu.pdf">Paneelin aikataulu (PDF)</a>',
      '<a href="/tidtabell.pdf">Panelens tidtabell (PDF)</a>',
      '<a href="/schedule.pdf">Schedule of the panel (PDF)</a>',
    ),
  },
  'puntari-participation-level': {
    attributes: { level: '3' },
    fallback: words(
      'Osallistumisen taso: yhdessä työskentely',
      'Nivå av delaktighet: gemensamt arbete',
      'Level of participation: working together',
    ),
  },
  'puntari-topic-form': {
    attributes: { src: '/topic-calls/aiheet-2027.json', action: '/api/topics' },
    fallback: words(
      'Voit ehdottaa aihetta myös puhelimitse: 09 816 21.',
      'Du kan också föreslå ett ämne per telefon: 09 816 21.',
      'You can also propose a topic by phone: 09 816 21.',
    ),
  },
  'puntari-feedback-block': {
    attributes: {
      src: '/feedback/osallisuus.json',
      action: '/api/feedback/osallisuus',
      subject: 'statement:liikenne-2026',
    },
    fallback: words(
      'Voit antaa palautetta myös sähköpostilla: osallisuus@example.fi.',
      'Du kan också ge respons per e-post: osallisuus@example.fi.',
      'You can also give feedback by e-mail: osallisuus@example.fi.',
    ),
  },
};

/** What a widget is without the attribute, so that nobody has to write it. */
const NOT_NEEDED: Readonly<Record<string, string>> = { 'heading-level': '2', variant: '' };

function tagText({ tag, attributes }: Shown, lang: string): string {
  const sample = SAMPLES[tag];
  const all = { ...sample?.attributes, lang, ...attributes };
  const lines = Object.entries(all)
    .filter(([name, value]) => NOT_NEEDED[name] !== value)
    .map(([name, value]) => (value === '' ? `  ${name}` : `  ${name}="${value}"`));
  const fallback = sample?.fallback[lang as keyof Words] ?? sample?.fallback.fi ?? '…';
  return [`<${tag}`, ...lines, '>', `  <p>${fallback}</p>`, `</${tag}>`].join('\n');
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

/** The tags as they are shown, with the theme, the language and the looks of the toolbar. */
export function snippetOf(shown: readonly Shown[], choice: Choice = FIRST_CHOICE): string {
  const sheets = [choice.theme, ...(choice.contrast === 'more' ? [`${choice.theme}.more`] : [])];
  const head = [
    `<script type="module" src="${CDN}/puntari.js"></script>`,
    ...sheets.map((name) => `<link rel="stylesheet" href="${CDN}/themes/${name}.css">`),
  ].join('\n');
  const tags = new Set(shown.map((one) => tagText(one, choice.lang)));
  const body = [...tags].join('\n\n');
  const around =
    choice.scheme === 'dark'
      ? `<main data-puntari-scheme="dark">\n${indented(body)}\n</main>`
      : body;
  return `${head}\n\n${around}`;
}

/** One tag by its name, with nothing set that need not be. */
export const snippetOfTag = (tag: string, choice?: Choice): string =>
  snippetOf([{ tag, attributes: {} }], choice);

export const WITH_NPM = `// npm install puntari
import 'puntari/volunteer-form';
import 'puntari/themes/espoo.css';`;

export const OWN_SENDING = `const form = document.querySelector('puntari-volunteer-form');

form.addEventListener('puntari-before-submit', (event) => {
  event.respondWith(sendToOurService(event.submission));
});

// Resolves to a receipt: { reference, receivedAt, readBy, … }
async function sendToOurService(submission) {
  const answer = await fetch('/our-service', { method: 'POST', body: JSON.stringify(submission) });
  return answer.json();
}`;
