import type { FeedbackChannel } from '@puntari/contracts';

/** A small valid record for tests of the bases. */
export function channelWith(changes: Partial<FeedbackChannel> = {}): FeedbackChannel {
  return {
    schemaVersion: 1,
    version: '1',
    id: 'palaute',
    title: { fi: 'Anna palautetta', sv: 'Ge respons', en: 'Give feedback' },
    kinds: ['idea'],
    limits: { textMin: 10, textMax: 4000 },
    asksExperience: true,
    offersReply: true,
    readBy: 'Osallisuustyö',
    contact: { phone: '09 816 21' },
    purpose: {
      why: 'Haluamme tietää, mikä toimii.',
      expected: 'Yksi viesti riittää.',
      usedFor: 'Palveluiden kehittämiseen.',
      decision: {
        body: { name: 'Lautakunta' },
        note: 'Kooste viedään tiedoksi.',
        attach: ['after'],
      },
    },
    privacy: {
      controller: 'Espoon kaupunki',
      purpose: 'Palautteen käsittely',
      legalBasis: 'Yleinen etu',
      retainUntil: '2028-12-31',
      noticeUrl: 'https://example.fi/tietosuoja',
      noticeVersion: '1',
    },
    ...changes,
  };
}
