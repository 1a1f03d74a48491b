import { readFileSync } from 'node:fs';

import { transformSync } from 'esbuild';

const look = (name) => readFileSync(new URL(`look/${name}.css`, import.meta.url), 'utf8');

/** Sheets of the folder `look`, as one small file. */
export function styleSheet(...names) {
  return transformSync(names.map(look).join('\n'), { loader: 'css', minify: true }).code;
}

const TITLES = {
  form: 'Ilmoittaudu asukaspaneeliin',
  cards: 'Aiheet asukaspaneeleille',
  statement: 'Asukaspaneelin lausuma',
};

/** The page around a contestant: the same for all, so that a shift of what stands below is seen. */
export function hostPage(page, { head = '', main }) {
  return `<!doctype html>
<html lang="fi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${TITLES[page]}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/page.css">
    ${head}
  </head>
  <body>
    <div class="page">
      <h1>${TITLES[page]}</h1>
      <p>Asukkaat punnitsevat vaihtoehtoja yhdessä. Päätöksen tekee valtuusto.</p>
      ${main}
      <p>Lisätietoja antaa osallisuustyö, puhelin 09 816 21.</p>
    </div>
  </body>
</html>
`;
}
