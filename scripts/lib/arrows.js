/** Which packages a package may use: arrows only point down. Read by the linter and by the check. */
export const MAY_USE = {
  contracts: [],
  tokens: [],
  core: ['@puntari/contracts', '@puntari/tokens'],
  widgets: ['@puntari/core', '@puntari/contracts', '@puntari/tokens'],
  embed: ['@puntari/widgets', '@puntari/core', '@puntari/contracts', '@puntari/tokens'],
  receiver: ['puntari', '@puntari/contracts'],
};

/** All packages by the names under which they are imported. */
export const ALL_PACKAGES = [
  'puntari',
  '@puntari/contracts',
  '@puntari/tokens',
  '@puntari/core',
  '@puntari/widgets',
  '@puntari/receiver',
];
