import { expect } from '@open-wc/testing';

import { axeProblems, expectAxe } from './axe.js';
import { expectIbm, ibmProblems } from './ibm.js';

function widget(shadow: string): HTMLElement {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = shadow;
  document.body.append(host);
  return host;
}

const RIGHT = '<label for="a">Nimi</label><input id="a" autocomplete="name">';

afterEach(() => {
  document.body.replaceChildren();
});

describe('axe', () => {
  it('finds nothing in a labelled field', async () => {
    await expectAxe(widget(RIGHT));
  });

  it('finds a field without a label in a shadow root', async () => {
    expect((await axeProblems(widget('<input>'))).join()).to.contain('axe: label');
  });

  it('finds small targets', async () => {
    const small = '<button style="all:unset;width:9px;height:9px;display:inline-block">x</button>';
    expect((await axeProblems(widget(small + small))).join()).to.contain('target-size');
  });

  it('finds a name without the visible label', async () => {
    const markup = '<button aria-label="Sulje">Jatka eteenpäin</button>';
    expect((await axeProblems(widget(markup))).join()).to.contain('label-content-name-mismatch');
  });

  it('names what it cannot decide', async () => {
    const problems = await axeProblems(
      widget(`${RIGHT}<input aria-label="x" aria-describedby="gone">`),
    );
    expect(problems.join()).to.contain('axe, undecided: aria-valid-attr-value');
  });
});

describe("IBM's engine", () => {
  it('finds nothing in a labelled field', async () => {
    await expectIbm(widget(RIGHT));
  });

  it('finds radios without a group in a shadow root', async () => {
    const radios = ['a', 'b'].map(
      (id) => `<input type="radio" name="r" id="${id}"><label for="${id}">${id}</label>`,
    );
    expect(await ibmProblems(widget(radios.join('')))).to.not.have.length(0);
  });
});
