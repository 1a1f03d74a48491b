import { documentSheet } from '@puntari/core/sheets';

/** Gives the page the looks of the long texts, as a theme would, for the tests of a file. */
export function withDocumentSheet(): void {
  let sheet: HTMLStyleElement;

  before(() => {
    sheet = document.createElement('style');
    sheet.textContent = documentSheet();
    document.head.append(sheet);
  });

  after(() => {
    sheet.remove();
  });
}
