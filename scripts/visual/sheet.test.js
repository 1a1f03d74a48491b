import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contactSheet, escaped, indexPage, sheetName } from './sheet.js';

const story = {
  id: 'widgets-topic-card--a-b',
  title: 'Widgets/Topic card',
  name: 'A <b>"bold"</b> & new name',
  group: 'Topic card',
};
const changed = {
  story,
  kind: 'changed',
  look: 'rtl',
  width: 768,
  name: 'widgets-topic-card--ä.768.rtl',
  pixels: 1234,
  seen: 1,
};
const about = { sides: 'main and <this>', runs: 1 };

describe('text on a page', () => {
  it('cannot become markup', () => {
    assert.equal(escaped(`<a href="x">&'`), '&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
  });
});

describe('the page of a widget', () => {
  const html = contactSheet('Topic card', [changed], about);

  it('shows before, after and difference beside each other', () => {
    const shown = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, file]) => file);
    assert.deepEqual(
      shown,
      ['before', 'after', 'difference'].map(
        (what) => `pictures/widgets-topic-card--%C3%A4.768.rtl.${what}.png`,
      ),
    );
  });

  it('says where and how much', () => {
    assert.match(html, /768 px, rtl, 1,234 pixels differ/);
  });

  it('writes the names of stories as text', () => {
    assert.doesNotMatch(html, /<b>|<this>/);
    assert.match(html, /A &lt;b&gt;&quot;bold&quot;&lt;\/b&gt; &amp; new name/);
  });

  it('needs nothing from elsewhere', () => {
    assert.doesNotMatch(html, /https?:|<script|<link/);
  });

  it('says when a difference was not seen in all runs', () => {
    const unsteady = contactSheet('Topic card', [changed], { ...about, runs: 3 });
    assert.match(unsteady, /unsteady: only in 1 of 3 runs/);
    assert.doesNotMatch(html, /unsteady/);
  });

  it('shows of a story that broke what it said', () => {
    const broke = { story, kind: 'broke', look: '', side: 'head', problem: 'No <field>', seen: 1 };
    const page = contactSheet('Topic card', [broke], about);
    assert.match(page, /broke \(after\)/);
    assert.match(page, /No &lt;field&gt;/);
  });
});

describe('the index', () => {
  it('leads to the pages where something differs, and names the others', () => {
    const html = indexPage([changed], ['Topic card', 'Topic card', 'Fields'], about);
    assert.match(html, /<td>Fields<\/td><td>1<\/td><td>nothing differs<\/td>/);
    assert.match(html, /<a href="topic-card\.html">Topic card<\/a><\/td><td>2<\/td>/);
    assert.equal(sheetName('Topic card'), 'topic-card.html');
  });

  it('lists the stories that are new, and those that are gone', () => {
    const added = { ...changed, kind: 'added' };
    const removed = { ...changed, kind: 'removed', story: { ...story, id: 'gone' } };
    const html = indexPage([added, removed], [], about);
    assert.match(
      html,
      /New stories<\/h2>\n<ul><li><a href="topic-card\.html#widgets-topic-card--a-b">/,
    );
    assert.match(html, /Stories that are gone<\/h2>\n<ul><li><a href="topic-card\.html#gone">/);
  });
});
