import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import type { FeedbackSubmission } from '@puntari/contracts';

import { type Changes, settingsOf } from '../testing/forwarding.js';
import { FEEDBACK } from '../testing/records.js';
import { fieldsOf, isCut, type Outgoing, serviceOf } from './fields.js';
import type { CitySettings } from './settings.js';

function city(changes: Changes = {}): CitySettings {
  const channel = { endpoint: 'https://city.example.fi/v2', lookUp: 'none', ...changes };
  const settings = settingsOf(channel).get('palaute');
  assert.ok(settings);
  return settings;
}

const { contact: CONTACT, ...WORDS } = FEEDBACK;

const outgoing = (changes: Partial<FeedbackSubmission> = {}, more = {}): Outgoing => ({
  reference: 'K7M-4PX',
  receivedAt: '2027-02-01T10:00:00.000Z',
  submission: { ...WORDS, ...changes },
  contact: CONTACT,
  mediaUrls: [],
  ...more,
});

const asObject = (feedback: Outgoing, settings: CitySettings): Record<string, string> =>
  Object.fromEntries(fieldsOf(feedback, settings, '180'));

describe('feedback as the fields of a request', () => {
  it('is its words with the reference on the last line, and no more', () => {
    assert.deepEqual(asObject(outgoing(), city()), {
      service_code: '180',
      description: 'Lisää penkkejä bussipysäkeille.\n\nPuntari K7M-4PX',
    });
  });

  it('tells of the person what the operator says, and only where a reply is wanted', () => {
    const settings = city({ contact: ['name', 'email', 'phone'] });
    const { description: _words, service_code: _code, ...told } = asObject(outgoing(), settings);
    assert.deepEqual(told, {
      first_name: 'Äijä',
      last_name: 'Öhman',
      email: 'aija@example.fi',
    });
    assert.equal('email' in asObject(outgoing({ wantsReply: false }), settings), false);
    assert.equal('first_name' in asObject(outgoing(), city({ contact: ['email'] })), false);
  });

  it('takes a single name for a first name, and the last of several for the last', () => {
    const settings = city({ contact: ['name'] });
    const named = (name: string) => asObject(outgoing({}, { contact: { name } }), settings);
    assert.deepEqual([named('Aino').first_name, named('Aino').last_name], ['Aino', undefined]);
    assert.equal(named('Aino Maria af Enehjelm ').last_name, 'Enehjelm');
  });

  it('says where: the place of the person, or else that of the channel', () => {
    const settings = city({ place: { address: 'Kamreerintie 3' } });
    const where = (location: FeedbackSubmission['location']) => {
      const { lat, long, address_string } = asObject(outgoing({ location }), settings);
      return [lat, long, address_string];
    };
    assert.deepEqual(where(undefined), [undefined, undefined, 'Kamreerintie 3']);
    assert.deepEqual(where({ address: 'Pysäkki 7' }), [undefined, undefined, 'Pysäkki 7']);
    assert.deepEqual(where({ latitude: 60.2, longitude: 24.65 }), ['60.2', '24.65', undefined]);
    const both = where({ latitude: 0, longitude: 24.65, address: 'Pysäkki 7' });
    assert.deepEqual(both, ['0', '24.65', 'Pysäkki 7']);
  });

  it('fills the attributes of the city', () => {
    const settings = city({
      jurisdiction: 'esimerkki.fi',
      title: true,
      attributes: {
        SOURCE: { text: 'Puntari' },
        AIHE: { from: 'subject' },
        VIITE: { from: 'reference' },
        KOHDE: { from: 'target' },
      },
    });
    const { description: _words, ...fields } = asObject(
      outgoing({}, { mediaUrls: ['https://example.fi/1.jpg', 'https://example.fi/2.jpg'] }),
      settings,
    );
    assert.deepEqual(fields, {
      jurisdiction_id: 'esimerkki.fi',
      service_code: '180',
      'attribute[SOURCE]': 'Puntari',
      'attribute[AIHE]': 'topic:keskusta',
      'attribute[VIITE]': 'K7M-4PX',
      title: 'Lisää penkkejä bussipysäkeille.',
      media_url: 'https://example.fi/1.jpg',
    });
  });

  it('is never longer than the city takes, and keeps its last line whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const settings = city({ descriptionMax: 100 });
        const feedback = outgoing({ text });
        const { description = '' } = asObject(feedback, settings);
        assert.ok([...description].length <= 100);
        assert.ok(description.endsWith('\n\nPuntari K7M-4PX'));
        assert.equal(description.startsWith(text), !isCut(feedback, settings));
      }),
    );
  });
});

describe('the service that feedback is about', () => {
  const settings = city({ services: { idea: '171' }, service: '180' });

  it('is the one that was chosen, or that of the kind, or that of the channel', () => {
    assert.equal(serviceOf(settings, { ...FEEDBACK, serviceCode: '198' }), '198');
    assert.equal(serviceOf(settings, FEEDBACK), '171');
    assert.equal(serviceOf(settings, { ...FEEDBACK, kind: 'complaint' }), '180');
  });

  it('is none for a kind that is not forwarded, and for another form', () => {
    assert.equal(serviceOf(city({ services: { complaint: '1' } }), FEEDBACK), undefined);
    assert.equal(serviceOf(settings, { ...FEEDBACK, form: 'survey' }), undefined);
    const both = city({ service: '1', forms: ['full', 'accessibility'] });
    assert.equal(serviceOf(both, { ...FEEDBACK, form: 'accessibility' }), '1');
  });
});
