import { expect } from '@open-wc/testing';

import {
  descriptionOf,
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  queryByText,
} from './query.js';

function page(light: string, shadow?: string): HTMLElement {
  const host = document.createElement('div');
  host.innerHTML = light;
  if (shadow !== undefined) host.attachShadow({ mode: 'open' }).innerHTML = shadow;
  document.body.append(host);
  return host;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('finding by role and name', () => {
  it('looks into open shadow roots', () => {
    page('', '<button>Jatka</button>');
    expect(getByRole(document, 'button', 'Jatka').localName).to.equal('button');
  });

  it('finds slotted content where it is shown, and not what has no slot', () => {
    const host = page(
      '<h3 slot="document">Suositus</h3><h3>Muu</h3>',
      '<slot name="document"></slot>',
    );
    expect(getAllByRole(host, 'heading').map(nameOf)).to.deep.equal(['Suositus']);
  });

  it('leaves out what is hidden', () => {
    const host = page(`<button hidden>A</button><button aria-hidden="true">B</button>
      <div inert><button>C</button></div><details><summary>Lisää</summary><button>D</button></details>`);
    expect(queryByRole(host, 'button')).to.equal(null);
  });

  it('says what is there when it finds nothing', () => {
    const host = page('<button>Jatka</button>');
    expect(() => getByRole(host, 'button', 'Lähetä')).to.throw('button "Jatka"');
  });

  it('fails when two match', () => {
    const host = page('<button>Muuta</button><button>Muuta</button>');
    expect(() => getByRole(host, 'button', 'Muuta')).to.throw('More than one');
  });

  for (const [markup, role, name] of [
    ['<label for="a">Nimi</label><input id="a">', 'textbox', 'Nimi'],
    ['<label>Ikä <select><option>Alle 30</option></select></label>', 'combobox', 'Ikä'],
    [
      '<b id="b">Koti</b><b id="c">osoite</b><input aria-labelledby="b c">',
      'textbox',
      'Koti osoite',
    ],
    ['<button aria-label="Sulje">x</button>', 'button', 'Sulje'],
    ['<fieldset><legend>Osallistutko?</legend></fieldset>', 'group', 'Osallistutko?'],
    ['<a href="#a">Lue <span hidden>ei tätä</span><img alt="lisää"></a>', 'link', 'Lue lisää'],
    ['<section aria-label="Palaute"></section>', 'region', 'Palaute'],
    ['<h2><span>Vaihe 1</span> <div>Yhteystiedot</div></h2>', 'heading', 'Vaihe 1 Yhteystiedot'],
  ] as const) {
    it(`calls ${markup} ${role} "${name}"`, () => {
      expect(nameOf(getByRole(page(markup), role))).to.equal(name);
    });
  }

  it('reads a description from several elements', () => {
    const host = page(
      '<input aria-describedby="h e"><p id="h">Vihje</p><p id="e">Virhe: Puuttuu</p>',
    );
    expect(descriptionOf(getByRole(host, 'textbox'))).to.equal('Vihje Virhe: Puuttuu');
  });
});

describe('finding by text', () => {
  it('gives the innermost element', () => {
    const host = page('<div><p>Hyvää <b>päivää</b></p></div>');
    expect(getByText(host, 'Hyvää päivää').localName).to.equal('p');
  });

  it('finds slotted text once, in the element that says it', () => {
    const host = page('<p>Hei</p>', '<slot></slot>');
    expect(getByText(host, 'Hei').localName).to.equal('p');
  });

  it('does not find what is hidden', () => {
    expect(queryByText(page('<p hidden>Hei</p>'), 'Hei')).to.equal(null);
  });
});
