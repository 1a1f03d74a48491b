/** The icons with their names in the code, and a word that says in Finnish what each is put beside. */
import {
  calendarIcon,
  checkIcon,
  chevronIcon,
  downloadIcon,
  errorIcon,
  externalIcon,
  infoIcon,
  printIcon,
  successIcon,
  warningIcon,
} from '@puntari/core';

export const ICONS = [
  { name: 'errorIcon', icon: errorIcon, word: 'Virhe' },
  { name: 'successIcon', icon: successIcon, word: 'Onnistui' },
  { name: 'infoIcon', icon: infoIcon, word: 'Tietoa' },
  { name: 'warningIcon', icon: warningIcon, word: 'Varoitus' },
  { name: 'checkIcon', icon: checkIcon, word: 'Valittu' },
  { name: 'chevronIcon', icon: chevronIcon, word: 'Seuraava' },
  { name: 'externalIcon', icon: externalIcon, word: 'Toinen sivusto' },
  { name: 'downloadIcon', icon: downloadIcon, word: 'Lataa' },
  { name: 'printIcon', icon: printIcon, word: 'Tulosta' },
  { name: 'calendarIcon', icon: calendarIcon, word: 'Päivä' },
] as const;
