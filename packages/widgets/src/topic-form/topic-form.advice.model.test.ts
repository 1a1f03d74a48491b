import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { adviceOn } from './topic-form.advice.model.js';

const CLOSED = [
  'Pitäisikö Rantaraitille saada valot?',
  'Onko joukkoliikenne liian kallista?',
  'Saavatko koirat kulkea vapaana?',
  'Rakennetaanko rantaan lisää asuntoja?',
  'Eikö kirjasto voisi olla auki sunnuntaisin',
  'PITÄISIKÖ AUTOT KIELTÄÄ?',
  'Espoon ranta kuluu. Pitäisikö sitä hoitaa?',
  'Ska det finnas fler bänkar?',
  'Bör biblioteken ha öppet på söndagar?',
  'Är kollektivtrafiken för dyr?',
  'Finns det tillräckligt med lekparker?',
  'Should libraries be open on Sundays?',
  'Is public transport too expensive?',
  'Do we need more benches?',
  'Shouldn’t dogs be kept on a lead?',
  'هل نحتاج إلى المزيد من الأشجار؟',
];

/** The commonest forms of verbs that ask for yes or no, and some more. */
const FINNISH_VERBS = (
  'onko eikö enkö etkö emmekö ettekö eivätkö ovatko olisiko oliko voiko voisiko voivatko voimmeko saako saammeko saatteko ' +
  'saavatko saanko saatko pitääkö pitäisikö pitikö tuleeko tulisiko tulevatko tarvitaanko tarvitaankohan tarvitseeko ' +
  'tarvitsevatko riittääkö riittävätkö kannattaako meneekö menisikö haluaako haluatko haluammeko lisätäänkö rakennetaanko ' +
  'rakennettiinko suljetaanko käykö viekö tuoko syökö myydäänkö maksaako maksaisitko kuuluuko näkyykö kokoaako ' +
  'katoaako katoavatko jaetaanko vieläkö riittävästikö liikaako'
).split(' ');

/** Nouns and names that end as if they asked. */
const FINNISH_NOUNS = (
  'verkko mikko lukko aukko kirkko vuokko jarkko ukko kukko heikko katuverkko ' +
  'jako työnjako aluejako ruoanjako teko ilmastoteko pako rako keko näkö koko ulko joko halko palko pelko selko sulko vihko ' +
  'lohko usko rusko tuisko marko hanko tanko lipputanko runko keskusrunko sanko lanko linko katko sähkökatko vesikatko ' +
  'letko paloletko ruoko järviruoko niko miko keiko meksiko mexiko'
).split(' ');

const EITHER = [
  'Tuleeko keskustaan puisto vai pysäköintitalo?',
  'Kumpi on tärkeämpää, rauha vai nopeus?',
  'Ska centrum få en park eller ett parkeringshus?',
  'Should the centre have a park or a car park?',
];

/** Open questions, and what only looks like another kind. */
const OPEN = [
  'Miten keskustan katutila jaetaan kävelyn, pyöräilyn ja autojen kesken?',
  'Millainen rannan pitäisi olla?',
  'Mitä saaristolle pitäisi tehdä?',
  'Miten valitaan, kumpi on tärkeämpää: rauha vai nopeus?',
  'Pitäisikö autot kieltää? Miten katutila jaetaan?',
  'Kirkko ja kaupunki: miten tilat jaetaan?',
  'Verkko vai neuvonta: miten palvelut järjestetään?',
  'Pankkien palvelut: mitä tarvitaan?',
  'Koko kaupungin viherreitit: missä ne kulkevat?',
  'Joko tai',
  'Hur ska gaturummet i centrum fördelas?',
  'Vilka tjänster behövs nära hemmet?',
  'Var ska den nya skolan ligga?',
  'Vad är viktigt i parken, ro eller lek?',
  'How should street space in the centre be shared?',
  'What should the shore be like?',
  'Which services are needed near home, and for whom or when?',
  // Without a question mark they may be anything.
  'Do something about the traffic',
  'Kan inte gå över gatan',
  'كيف نتقاسم مساحة الشوارع؟',
  'Keskustan katutila',
  'Katutila.',
  '',
  '?',
  '...',
];

describe('advice on a question', () => {
  for (const text of CLOSED) {
    it(`says of “${text}” that yes or no would be an answer`, () => {
      expect(adviceOn(text)).to.equal('closed');
    });
  }

  for (const text of EITHER) {
    it(`says of “${text}” that one of two would be an answer`, () => {
      expect(adviceOn(text)).to.equal('either');
    });
  }

  for (const verb of FINNISH_VERBS) {
    it(`says of a question that begins with “${verb}” that yes or no would be an answer`, () => {
      expect(adviceOn(`${verb} se kaupungille?`)).to.equal('closed');
    });
  }

  for (const noun of FINNISH_NOUNS) {
    it(`says nothing of a question that begins with “${noun}”`, () => {
      const name = noun.replace(/^./, (letter) => letter.toUpperCase());
      expect(adviceOn(`${name} ja me: mitä tarvitaan?`)).to.equal(undefined);
      expect(adviceOn(`${name} vai ranta`)).to.equal(undefined);
    });
  }

  for (const text of OPEN) {
    it(`says nothing of “${text}”`, () => {
      expect(adviceOn(text)).to.equal(undefined);
    });
  }

  it('says nothing once an open question stands beside a closed one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOSED), (closed) => {
        expect(adviceOn(`${closed.replace(/[?؟]?$/, '?')} Miten se tehdään?`)).to.equal(undefined);
      }),
    );
  });

  it('takes any text, in little time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(['closed', 'either', undefined]).to.include(adviceOn(text));
      }),
    );
    const long = 'Pitäisikö ja '.repeat(1500);
    const start = performance.now();
    adviceOn(long);
    adviceOn('?'.repeat(20_000));
    adviceOn('o'.repeat(20_000));
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});
