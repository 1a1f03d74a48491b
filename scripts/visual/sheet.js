/** The pages of the result, as HTML. They need nothing but the pictures beside them. Nothing here touches a file. */

import { byGroup, byStory, inWords, pictures } from './findings.js';
import { PICTURES } from './paths.js';
import { slugOf } from './plan.js';

const CHARACTERS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text) => String(text).replaceAll(/[&<>"']/g, (one) => CHARACTERS[one]);

export const sheetName = (group) => `${slugOf(group)}.html`;

const STYLE = `
  body { max-width: 110rem; margin: 0 auto; padding: 1rem 2rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b2430; background: #f3f6f9; }
  h2 { margin: 3rem 0 0; border-top: 1px solid #8a96a3; padding-top: 1rem; }
  h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
  code { font-size: .875rem; }
  table { border-collapse: collapse; }
  th, td { padding: .25rem 1.5rem .25rem 0; text-align: left; border-bottom: 1px solid #c8d0d9; }
  .row { display: flex; gap: 1rem; align-items: flex-start; }
  figure { flex: 1 1 0; min-width: 0; max-width: 40rem; margin: 0; }
  img { display: block; max-width: 100%; outline: 1px solid #8a96a3; background: #fff; }
`;

const page = (title, content) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${content}
</body>
</html>
`;

/** Which pictures there are of a finding. */
const SHOWN = {
  changed: ['before', 'after', 'difference'],
  added: ['after'],
  removed: ['before'],
};

function figure({ name }, what) {
  const file = `${PICTURES}/${encodeURIComponent(`${name}.${what}.png`)}`;
  return `<figure><figcaption>${what}</figcaption><a href="${file}"><img src="${file}" alt="${what}" loading="lazy"></a></figure>`;
}

const howMany = (values, one) => values.filter((value) => value === one).length;

const number = (value) => value.toLocaleString('en-GB');

function caption({ kind, look, width, pixels, seen, side }, runs) {
  const of = { base: 'before', head: 'after' };
  const parts = [
    width && `${width} px`,
    look,
    kind === 'changed' && `${number(pixels)} pixels differ`,
    kind === 'added' && 'new',
    kind === 'removed' && 'gone',
    kind === 'broke' && `broke (${of[side]})`,
    seen < runs && `unsteady: only in ${seen} of ${runs} runs`,
  ];
  return parts.filter(Boolean).join(', ');
}

function section(finding, runs) {
  const shown =
    finding.kind === 'broke'
      ? `<pre>${escaped(finding.problem)}</pre>`
      : `<div class="row">${SHOWN[finding.kind].map((what) => figure(finding, what)).join('')}</div>`;
  return `<h3>${escaped(caption(finding, runs))}</h3>\n${shown}`;
}

function storySection(findings, runs) {
  const [{ story }] = findings;
  const title = `${story.title}: ${story.name}`;
  const heading = `<h2 id="${escaped(story.id)}">${escaped(title)}</h2>\n<code>${escaped(story.id)}</code>`;
  return [heading, ...findings.map((finding) => section(finding, runs))].join('\n');
}

/** The page of a widget: what differs, story by story. */
export function contactSheet(group, findings, { sides, runs }) {
  const stories = byStory(findings);
  const links = [...stories].map(
    ([id, [{ story }]]) => `<li><a href="#${escaped(id)}">${escaped(story.name)}</a></li>`,
  );
  return page(
    `${group}: before and after`,
    [
      `<p><a href="index.html">All</a> · ${escaped(inWords(findings))} · ${escaped(sides)}</p>`,
      `<ul>${links.join('')}</ul>`,
      ...[...stories.values()].map((ofStory) => storySection(ofStory, runs)),
    ].join('\n'),
  );
}

function tableRow(group, findings, compared) {
  const name = escaped(group);
  const link = findings.length > 0 ? `<a href="${sheetName(group)}">${name}</a>` : name;
  return `<tr><td>${link}</td><td>${compared}</td><td>${escaped(inWords(findings))}</td></tr>`;
}

function storyList(heading, findings, kind) {
  const stories = byStory(findings.filter((finding) => finding.kind === kind));
  if (stories.size === 0) return '';
  const items = [...stories.values()].map(([{ story }]) => {
    const link = `${sheetName(story.group)}#${encodeURIComponent(story.id)}`;
    return `<li><a href="${link}">${escaped(`${story.title}: ${story.name}`)}</a></li>`;
  });
  return `<h2>${heading}</h2>\n<ul>${items.join('')}</ul>`;
}

/**
 * The page that leads to the others.
 *
 * @param compared - The group of each picture that was compared.
 */
export function indexPage(findings, compared, { sides, runs, smoothed }) {
  const ofGroup = byGroup(findings);
  const groups = [...new Set([...compared, ...ofGroup.keys()])].sort();
  const rows = groups.map((group) =>
    tableRow(group, ofGroup.get(group) ?? [], howMany(compared, group)),
  );
  const notes = [
    runs > 1 && `Compared in ${runs} runs.`,
    smoothed > 0 && `${pictures(smoothed)} differed in antialiasing alone, which is not shown.`,
  ];
  return page(
    'Before and after',
    [
      `<p>${escaped([sides, inWords(findings)].join(' · '))}</p>`,
      ...notes.filter(Boolean).map((note) => `<p>${escaped(note)}</p>`),
      `<table><thead><tr><th>Page</th><th>Pictures compared</th><th>What differs</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
      storyList('Stories that differ', findings, 'changed'),
      storyList('New stories', findings, 'added'),
      storyList('Stories that are gone', findings, 'removed'),
      storyList('Stories that broke', findings, 'broke'),
    ]
      .filter(Boolean)
      .join('\n'),
  );
}
