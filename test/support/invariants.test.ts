import { expect } from '@open-wc/testing';

import {
  brokenReferences,
  duplicateNames,
  expectInvariants,
  forbiddenMarkup,
  groupProblems,
  headingProblems,
  keepsFocus,
  lostSpaces,
  overflowing,
  rootProblems,
  statusProblems,
  unexplainedErrors,
} from './invariants.js';

const STATUS = '<p role="status"></p>';

function widget(shadow: string, light = ''): HTMLElement {
  const host = document.createElement('div');
  host.innerHTML = light;
  host.attachShadow({ mode: 'open' }).innerHTML = shadow;
  document.body.append(host);
  return host;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the invariants', () => {
  it('find nothing in a widget that is right', () => {
    const right = widget(`<h2>Ilmoittaudu</h2>
      <form novalidate>
        <label for="name">Nimi</label>
        <input id="name" aria-invalid="true" aria-describedby="hint error" />
        <p id="hint">Etunimi ja sukunimi</p><p id="error">Virhe: Kirjoita nimesi</p>
        <fieldset><legend>Osallistutko?</legend>
          <input type="radio" name="a" id="a1" checked /><label for="a1">Kyllä</label>
          <input type="radio" name="a" id="a2" /><label for="a2">En</label>
        </fieldset>
        <button>Jatka</button>
      </form>${STATUS}`);
    expectInvariants(right);
  });

  describe('references', () => {
    it('to nothing are named', () => {
      expect(brokenReferences(widget('<input aria-describedby="gone">'))).to.have.length(1);
    });

    it('into another root are named', () => {
      const host = widget('<label for="outside">Nimi</label>', '<input id="outside">');
      expect(brokenReferences(host)).to.have.length(1);
    });

    it('to an id that is there twice are named', () => {
      expect(brokenReferences(widget('<p id="a"></p><p id="a"></p>'))).to.have.length(1);
    });
  });

  describe('an invalid field', () => {
    it('without a message is named', () => {
      expect(unexplainedErrors(widget('<input aria-invalid="true">'))).to.have.length(1);
    });

    it('with only a hint is named', () => {
      const host = widget('<input aria-invalid="true" aria-describedby="h"><p id="h">Vihje</p>');
      expect(unexplainedErrors(host)).to.have.length(1);
    });

    it('with its message in the legend is right', () => {
      const host = widget(`<fieldset><legend>Ikä <span>Virhe: Valitse ikä</span></legend>
        <input type="radio" aria-invalid="true"></fieldset>`);
      expect(unexplainedErrors(host)).to.deep.equal([]);
    });
  });

  describe('the status node', () => {
    it('is missed', () => {
      expect(statusProblems(widget('<p></p>'))).to.have.length(1);
    });

    it('is named when there are two', () => {
      expect(statusProblems(widget(STATUS + STATUS))).to.have.length(1);
    });

    it('is named when it is hidden', () => {
      expect(statusProblems(widget('<p role="status" hidden></p>'))).to.have.length(1);
    });
  });

  it('name two buttons with one name', () => {
    expect(duplicateNames(widget('<button>Muuta</button><button>Muuta</button>'))).to.have.length(
      1,
    );
  });

  it('let the choices of two questions have the same names', () => {
    const radio = '<label><input type="radio">Kyllä</label>';
    expect(duplicateNames(widget(radio + radio))).to.deep.equal([]);
  });

  it('name a form control in a nested root', () => {
    const host = widget('<div></div>');
    const inner = host.shadowRoot?.querySelector('div');
    inner?.attachShadow({ mode: 'open' }).append(document.createElement('input'));
    expect(rootProblems(host)).to.have.length(1);
  });

  it('name a fieldset whose legend is not first, and a radio without a group', () => {
    expect(
      groupProblems(widget('<fieldset><p></p><legend>Ikä</legend></fieldset>')),
    ).to.have.length(1);
    expect(groupProblems(widget('<input type="radio">'))).to.have.length(1);
  });

  it('name a heading that skips a level, and one above the given level', () => {
    expect(headingProblems(widget('<h2>A</h2><h4>B</h4>'))).to.have.length(1);
    expect(headingProblems(widget('<h1>A</h1>'))).to.have.length(1);
  });

  for (const markup of [
    '<main></main>',
    '<input autofocus>',
    '<input required>',
    '<input placeholder="Nimi">',
    '<p tabindex="1"></p>',
    '<button disabled>Jatka</button>',
    '<form></form>',
  ]) {
    it(`name ${markup}`, () => {
      expect(forbiddenMarkup(widget(markup))).to.have.length(1);
    });
  }

  it('name words that run together where a space stands alone before a comment', () => {
    const host = widget(
      '<label>Ikä<!----> <!---->(vapaaehtoinen)</label><label>Ikä <b>nyt</b></label>',
    );
    expect(lostSpaces(host)).to.have.length(1);
    expect(lostSpaces(widget('<legend><p>Ikä</p> <!----><p>Vihje</p></legend>'))).to.deep.equal([]);
  });

  it('name what sticks out', () => {
    const host = widget('<div id="wide">Leveä</div>');
    host.style.width = '300px';
    const wide = host.shadowRoot?.getElementById('wide');
    if (wide) wide.style.width = '400px';
    expect(overflowing(host)).to.have.length(1);
  });

  it('fail when an act leaves the focus nowhere', async () => {
    const host = widget('<button>Poista</button>');
    const button = host.shadowRoot?.querySelector('button');
    button?.focus();
    expect(await keepsFocus(() => undefined)).to.equal(button);
    const lost = await keepsFocus(() => button?.remove()).catch((error: unknown) => error);
    expect(lost).to.be.an('error');
  });
});
