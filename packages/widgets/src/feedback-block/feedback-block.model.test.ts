import { checkFeedback, type FieldValues, parseRecord } from '@puntari/contracts';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { fieldsOf, inOrder, isSubject, kindsOf, wantsReply } from './feedback-block.model.js';
import { feedbackOf } from './feedback-block.rules.js';
import { channelWith } from './testing/channel.js';

const channel = channelWith();
const VALUES: FieldValues = { kind: 'idea', text: 'Lisätkää penkkejä rantaan.' };
const WISH: FieldValues = { ...VALUES, wantsReply: 'true', 'contact/email': 'liisa@example.fi' };
const of = (
  values: FieldValues,
  subject?: string,
  record = channel,
): ReturnType<typeof feedbackOf> => feedbackOf(record, values, 'fi', subject, '/espoo/');

describe('feedback block model', () => {
  describe('the fields', () => {
    it('are all that the channel asks', () => {
      expect(fieldsOf(channel, {})).to.deep.equal([
        'kind',
        'text',
        'experience',
        'mayBePublished',
        'wantsReply',
      ]);
    });

    it('leave out what the channel does not ask', () => {
      const bare = channelWith({ kinds: ['idea'], asksExperience: false, offersReply: false });
      expect(fieldsOf(bare, {})).to.deep.equal(['text', 'mayBePublished']);
    });

    it('ask whom to reply to only when a reply is wished for', () => {
      expect(fieldsOf(channel, WISH).slice(-3)).to.deep.equal([
        'contact/name',
        'contact/email',
        'contact/phone',
      ]);
    });
  });

  describe('a wish for a reply', () => {
    it('counts only where a reply is offered', () => {
      expect(wantsReply(channel, WISH)).to.equal(true);
      expect(wantsReply(channelWith({ offersReply: false }), WISH)).to.equal(false);
    });
  });

  describe('a kind that this version does not know', () => {
    const { record } = parseRecord('feedbackChannel', {
      ...channelWith(),
      kinds: ['poem', 'idea', 'thanks'],
    });

    it('is not offered', () => {
      expect(kindsOf(record!)).to.deep.equal(['idea', 'thanks']);
    });
  });

  describe('errors', () => {
    it('stand in the order of the page, those of no field last', () => {
      const errors = ['/nowhere', '/contact/email', '/text', '/kind'].map((pointer) => ({
        pointer,
        code: 'missing',
      }));
      expect(inOrder(errors, fieldsOf(channel, WISH)).map(({ pointer }) => pointer)).to.deep.equal([
        '/kind',
        '/text',
        '/contact/email',
        '/nowhere',
      ]);
    });
  });

  describe('what is sent', () => {
    it('is codes and the text, and nothing that was not asked', () => {
      expect(of({ ...VALUES, experience: 'partly' })).to.deep.equal({
        schemaVersion: 1,
        channelId: 'osallisuus',
        lang: 'fi',
        kind: 'idea',
        text: 'Lisätkää penkkejä rantaan.',
        subject: 'page:/espoo/',
        experience: 'partly',
        wantsReply: false,
        mayBePublished: false,
      });
    });

    it('has no experience when the person cannot say', () => {
      expect(of({ ...VALUES, experience: '' })).not.to.have.property('experience');
    });

    it('has a contact only with the wish for a reply', () => {
      expect(of(WISH).contact).to.deep.equal({ email: 'liisa@example.fi' });
      expect(of({ ...WISH, wantsReply: '' })).not.to.have.property('contact');
    });

    it('has the kind that was not asked, because there is only one', () => {
      const single = channelWith({ kinds: ['experience'] });
      const draft = of({ text: 'Minua kuunneltiin hyvin.' }, undefined, single);
      expect(draft.kind).to.equal('experience');
      expect(checkFeedback(single, draft)).to.deep.equal([]);
    });
  });

  describe('the subject', () => {
    for (const subject of ['page:/a/b', 'topic:puisto', 'statement:l-2027#4a', 'panel:liikenne']) {
      it(`can be ${subject}`, () => {
        expect(of(VALUES, subject).subject).to.equal(subject);
      });
    }

    for (const subject of ['', 'puisto', 'page:espoo', 'topic:', 'statement:a#', 'topic:a b']) {
      it(`is the page where it says "${subject}"`, () => {
        expect(isSubject(subject)).to.equal(false);
        expect(of(VALUES, subject).subject).to.equal('page:/espoo/');
      });
    }

    it('never keeps anybody from sending', () => {
      fc.assert(
        fc.property(fc.string(), fc.webPath(), (subject, path) => {
          const draft = feedbackOf(channel, VALUES, 'fi', subject, path || '/');
          return checkFeedback(channel, draft).length === 0;
        }),
      );
    });
  });
});
