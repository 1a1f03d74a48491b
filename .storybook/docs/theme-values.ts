/** The values of every theme, as the build of the tokens has them. */
import { themes } from '@puntari/tokens/themes';

export interface Look {
  readonly theme: string;
  readonly scheme: 'light' | 'dark';
  readonly hasMore: boolean;
  readonly colorOf: (name: string) => string;
}

/** Every theme in light and in dark, with the contrast that it has by itself, or with more. */
export const looks = (hasMore: boolean): readonly Look[] =>
  Object.entries(themes).flatMap(([theme, schemes]) =>
    (['light', 'dark'] as const).map((scheme) => {
      const { tokens, more } = schemes[scheme];
      const values: Readonly<Record<string, string>> = hasMore ? { ...tokens, ...more } : tokens;
      return { theme, scheme, hasMore, colorOf: (name: string) => values[`color-${name}`] ?? '' };
    }),
  );
