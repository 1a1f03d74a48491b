import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { dispositionOf, fileName, nameInDisposition } from './file-name.js';

describe('the name of a file', () => {
  it('stays as its sender knows it', () => {
    assert.equal(fileName('Kuoppa pyörätiellä.JPG', 'image/jpeg'), 'Kuoppa pyörätiellä.JPG');
    assert.equal(fileName('kuoppa.jpeg', 'image/jpeg'), 'kuoppa.jpeg');
  });

  it('loses folders, and what hides or turns letters', () => {
    const names: readonly (readonly [string, string])[] = [
      ['../../etc/passwd', 'passwd.png'],
      [String.raw`C:\Users\aino\kuva.png`, 'kuva.png'],
      ['kuva\u202Egnp.exe', 'kuvagnp.exe.png'],
      ['ku\u0000va\r\n.png', 'kuva.png'],
      ['.htaccess', 'htaccess.png'],
      ['CON', '_CON.png'],
      ['kuva.png. . .', 'kuva.png'],
      ['<img src=x>.png', '_img src=x_.png'],
      ['', 'image-png.png'],
      ['\u200b', 'image-png.png'],
    ];
    for (const [given, kept] of names) assert.equal(fileName(given, 'image/png'), kept);
  });

  it('ends as what the file is', () => {
    assert.equal(fileName('lasku.pdf.exe', 'application/pdf'), 'lasku.pdf.exe.pdf');
    assert.equal(fileName('a'.repeat(500), 'text/plain'), `${'a'.repeat(100)}.txt`);
  });

  it('comes in a header, and goes in one, in any letters', () => {
    assert.equal(
      nameInDisposition("attachment; filename*=UTF-8''p%C3%B6yt%C3%A4.pdf"),
      'pöytä.pdf',
    );
    assert.equal(nameInDisposition('attachment; filename="a b.pdf"'), 'a b.pdf');
    for (const odd of [undefined, '', 'attachment', "attachment; filename*=UTF-8''%E4"]) {
      assert.equal(nameInDisposition(odd), '');
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = fileName(text, 'image/png');
        const header = dispositionOf(name);
        assert.match(header, /^[\x20-\x7E]+$/);
        assert.equal(nameInDisposition(header), name);
        assert.doesNotMatch(name, /[/\\\p{Cc}\u202A-\u202E]/u);
        assert.equal(fileName(name, 'image/png'), name);
      }),
      { numRuns: 500 },
    );
  });
});
