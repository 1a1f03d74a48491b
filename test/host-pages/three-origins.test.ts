/** A page, its widgets' files and the receiver on three origins. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { BLOCK, ESPOO, FEEDBACK, FORM } from '../e2e/support/answers.js';
import { CDN } from '../e2e/support/receiver.js';
import { openSite, openStage } from '../e2e/support/stage.js';
import { goToCheck, widgetOn } from '../e2e/support/widget.js';
import { headFrom, tagsOf } from './support/host-page.js';

const cdn = await openSite(CDN);
const city = await openSite();
const stranger = await openSite();
const stage = await openStage({ origins: [city.origin] });

const page = (): string => tagsOf(stage.receiver).form + tagsOf(stage.receiver).block;

describe('a page on another origin than the receiver and the files', () => {
  it('takes registrations and feedback where its origin is allowed', async () => {
    await stage.visitor.page.goto(city.putPage('/', page(), headFrom(cdn.origin)));
    const form = await widgetOn(stage.visitor.page, FORM);
    await goToCheck(form, ESPOO);
    assert.equal(await form.goOn(), 'Ilmoittautumisesi on vastaanotettu');
    const block = await widgetOn(stage.visitor.page, BLOCK);
    await block.answer({ ...FEEDBACK, wantsReply: '' });
    assert.equal(await block.goOn(), 'Kiitos palautteestasi');
    const [registration] = stage.receiver.registrations();
    const [feedback] = stage.receiver.feedback();
    assert.equal(registration?.['reference'], await form.reference());
    assert.equal(feedback?.['reference'], await block.reference());
    assert.match(String(feedback['submission']), /"subject":"page:\/"/);
    assert.deepEqual(stage.visitor.said, []);
    assert.deepEqual(stage.visitor.thrown, []);
  });

  it('names another channel and keeps the answers where it is not', async () => {
    await stage.visitor.page.goto(stranger.putPage('/', page(), headFrom(cdn.origin)));
    const form = await widgetOn(stage.visitor.page, FORM);
    await goToCheck(form, ESPOO);
    assert.equal(await form.goOn(), 'Lähettäminen ei onnistunut');
    const text = await form.text();
    assert.match(text, /Voit hoitaa asian myös näin:[\s\S]*09 816 21/);
    assert.match(text, /Ähtäri-Öhman/);
    assert.deepEqual(stage.receiver.registrations(), []);
  });
});
