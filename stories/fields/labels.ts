/** Questions as the widgets ask them, in the language of the story. Finnish where a language is missing. */
import type { FieldContext } from '@puntari/core';

import { words, type Words } from '../fixtures/words.js';

/** The text in the language of the form. */
export const say = ({ locale }: FieldContext, text: Words & Record<string, string>): string =>
  locale.text(text).text;

export const FIRST_NAME = words('Etunimi', 'Förnamn', 'First name');
export const EMAIL = words('Sähköpostiosoite', 'E-postadress', 'Email address');
export const EMAIL_HINT = words(
  'Käytämme osoitetta vain tämän asian hoitamiseen.',
  'Vi använder adressen endast för detta ärende.',
  'We use the address only for this matter.',
);
export const YOUR_VIEW = words(
  'Kerro omin sanoin',
  'Berätta med egna ord',
  'Tell us in your own words',
);
export const YOUR_VIEW_HINT = words(
  'Älä kirjoita henkilötietoja.',
  'Skriv inte personuppgifter.',
  'Do not write personal details.',
);
export const BIRTH_YEAR = words('Syntymävuosi', 'Födelseår', 'Year of birth');
export const BIRTH_YEAR_HINT = words('Esimerkiksi 1984', 'Till exempel 1984', 'For example 1984');
export const LIVES_HERE = words('Asutko Espoossa?', 'Bor du i Esbo?', 'Do you live in Espoo?');
export const AGREES = words(
  'Suostun siihen, että tietojani käytetään arvonnassa',
  'Jag samtycker till att mina uppgifter används vid lottningen',
  'I agree that my details are used in the draw',
);
export const MAY_PUBLISH = words(
  'Palautteeni saa julkaista',
  'Min respons får publiceras',
  'My feedback may be published',
);
export const SUPPORT = words(
  'Tarvitsetko apua osallistumiseen?',
  'Behöver du hjälp för att delta?',
  'Do you need help to take part?',
);
export const SUPPORT_HINT = words(
  'Voit valita useita. Tuen tarve ei vaikuta arvontaan.',
  'Du kan välja flera. Behovet av stöd påverkar inte lottningen.',
  'You can choose several. Your needs do not affect the draw.',
);
export const PREFER_NOT = words('En halua kertoa', 'Jag vill inte uppge', 'I prefer not to say');
