/** The script of the page on which officers write down registrations. A file of its own, since the policy takes none inline. */

/** Where it is served. */
export const ENTRY_SCRIPT_PATH = '/operator/entry.js';

/**
 * The token stays in the field and nowhere else. It is tried first: the receiver would take a registration without it too, and
 * record it as one that a resident sent.
 */
export const ENTRY_SCRIPT = `
const form = document.querySelector('#entry-start');
const { token, channel } = form.elements;
const place = document.querySelector('#entry-form');
const message = document.querySelector('#entry-message');
const blank = document.querySelector('#entry-blank');

const authorization = () => \`Bearer \${token.value.trim()}\`;

async function isKnown() {
  const answer = await fetch(form.dataset.check, { headers: { Authorization: authorization() } });
  return answer.ok;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  message.textContent = '';
  if (!(await isKnown().catch(() => false))) {
    message.textContent = message.dataset.refused;
    token.focus();
    return;
  }
  const entry = blank.content.firstElementChild.cloneNode(true);
  entry.setAttribute('channel', channel.value);
  entry.addEventListener('puntari-before-submit', ({ headers }) => {
    headers.Authorization = authorization();
  });
  place.replaceChildren(entry);
  place.scrollIntoView();
});
`.trimStart();
