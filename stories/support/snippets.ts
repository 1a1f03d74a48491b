/** What a page pastes, widget by widget. Shown in the panel "HTML" and copied from Embedding/Snippets. */

const CDN = 'https://example.fi/puntari/0';

const HEAD = `<script type="module" src="${CDN}/puntari.js"></script>
<link rel="stylesheet" href="${CDN}/themes/espoo.css">
`;

export const VOLUNTEER_FORM = `${HEAD}
<puntari-volunteer-form
  src="/panels/liikenne-2027.json"
  action="/api/panels/liikenne-2027/registrations"
  lang="fi"
>
  <p>Voit ilmoittautua myös puhelimitse: 09 816 21.</p>
</puntari-volunteer-form>`;

export const TOPIC_CARD = `${HEAD}
<puntari-topic-card src="/topics/keskusten-liikenne.json" lang="fi">
  <p><a href="/aiheet/keskusten-liikenne">Kaupunkikeskusten katutila</a></p>
</puntari-topic-card>`;

export const STATEMENT_VIEWER = `${HEAD}
<puntari-statement-viewer src="/statements/liikenne-2026.json" lang="fi">
  <p><a href="/lausuma.pdf">Liikennepaneelin lausuma (PDF)</a></p>
</puntari-statement-viewer>`;

export const FEEDBACK_BLOCK = `${HEAD}
<puntari-feedback-block
  src="/feedback/osallisuus.json"
  action="/api/feedback/osallisuus"
  subject="statement:liikenne-2026"
  lang="fi"
>
  <p>Voit antaa palautetta myös sähköpostilla: osallisuus@example.fi.</p>
</puntari-feedback-block>`;

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
