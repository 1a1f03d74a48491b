import type { ParticipationLevel } from '@puntari/contracts';

import { wordsIn } from '../pages/words.js';

/** `Taso 3 viidestä: Yhdessä työskentely` */
export const levelInWords = (level: ParticipationLevel, lang: string): string => {
  const { t } = wordsIn(lang);
  return t('level.value', { level: String(level), name: t(`level.name.${level}`) });
};
