import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';

import { ATTACHMENT_TYPES, type AttachmentType } from '@puntari/contracts';
import fc from 'fast-check';

import {
  chunk,
  exif,
  exifSegment,
  jpeg,
  jpegOfSize,
  packed,
  pdf,
  png,
  segment,
  webp,
} from '../testing/files.js';
import { cleanFile } from './file-types.js';
import { FileRefusal } from './refusal.js';

const clean = (bytes: Buffer, types = ATTACHMENT_TYPES as readonly AttachmentType[]): Buffer =>
  cleanFile(bytes, types).bytes;

const holds = (bytes: Buffer, text: string): boolean => bytes.includes(Buffer.from(text, 'latin1'));

function refusal(bytes: Buffer, types?: readonly AttachmentType[]): string {
  try {
    return `kept as ${cleanFile(bytes, types ?? ATTACHMENT_TYPES).type}`;
  } catch (error) {
    assert.ok(error instanceof FileRefusal, String(error));
    return error.code;
  }
}

/** A program in a container of its own, as one would be put behind a picture. */
const ZIP = Buffer.from('PK\u0003\u0004 evil.exe PK\u0005\u0006', 'latin1');
/** Ways to keep a packed script from being looked through by whoever reads a PDF less exactly than others. */
const SCRIPT = '5 0 <</S /JavaScript /JS (a)>>';
const OBJECTS = '/Type /ObjStm /N 1 /First 4';
const rewritten = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
const disguised = (by: string): Buffer =>
  rewritten(packed(SCRIPT), '/Filter /FlateDecode', `/Filter /FlateDecode ${by}`);

/** Its first part is stored as it is, with the word in it that ends a stream; what follows is packed. */
function endsEarly(): Buffer {
  const whole = deflateSync(`5 0 ${' '.repeat(20)}`, { level: 0 });
  const word = Buffer.from('\nendstream\n');
  const stored = Buffer.from([0, word.length, 0, ~word.length & 0xff, 0xff]);
  const packedScript = deflateSync(SCRIPT).subarray(2);
  const data = Buffer.concat([whole.subarray(0, 2), stored, word, packedScript]);
  const head = `4 0 obj\n<<${OBJECTS} /Filter /FlateDecode /Length ${String(data.length)}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj\n')]);
}

const hiddenScripts: readonly (readonly [string, Buffer])[] = [
  ['behind a comment', pdf('', rewritten(packed(SCRIPT), '>>\nstream', '>>%\nstream'))],
  ['behind a zero', pdf('', rewritten(packed(SCRIPT), '>>\nstream', '>>\0stream'))],
  ['on a line with more', pdf('', rewritten(packed(SCRIPT), '\nstream\n', '\nstream %\n'))],
  ['with a picture in a text', pdf('', disguised('/X (\n9 0 obj<</Subtype /Image)'))],
  ['with a picture in a comment', pdf('', disguised('% 9 0 obj<</Subtype /Image\n'))],
  ['with two ways of packing', pdf('', packed(SCRIPT, `${OBJECTS} /Filter []`))],
  ['with a short name for its packing', pdf('', rewritten(packed(SCRIPT), '/Filter', '/F'))],
  [
    'that looks like a table',
    pdf('', packed(SCRIPT, `/Type /XRef ${OBJECTS} /DecodeParms <</Predictor 12>>`)),
  ],
  ['that seems to end earlier', pdf('', endsEarly())],
];
const HTML = Buffer.from('<html><script>alert(1)</script>');

describe('a file that is what a channel takes', () => {
  it('is kept, with the type that it has', () => {
    const files: readonly (readonly [Buffer, AttachmentType])[] = [
      [jpeg(), 'image/jpeg'],
      [png(), 'image/png'],
      [webp(), 'image/webp'],
      [pdf(), 'application/pdf'],
      [Buffer.from('Hei, tässä havaintoni.\n'), 'text/plain'],
    ];
    for (const [bytes, type] of files) assert.equal(cleanFile(bytes, [type]).type, type);
  });

  it('is cleaned once: cleaned again it stays as it is', () => {
    const dirty = [
      jpeg(exifSegment(6), segment(0xfe, 'Kuvaaja: Aino')),
      png({ chunks: [chunk('tEXt', 'Author\0Aino')] }),
      webp({ chunks: [['EXIF', exif(6)]] }),
    ];
    for (const bytes of dirty) assert.deepEqual(clean(clean(bytes)), clean(bytes));
  });
});

describe('what a photo tells of its maker', () => {
  it('is taken out of a JPEG: place, comments, thumbnails and what a program wrote', () => {
    const dirty = jpeg(
      exifSegment(1),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Aino</x:xmpmeta>'),
      segment(0xed, 'Photoshop 3.0\0Aino'),
      segment(0xfe, 'Kuvaaja: Aino'),
      segment(0xe2, 'MPF\0Aino'),
      segment(0xe0, 'JFXX\0Aino'),
    );
    assert.deepEqual(clean(dirty), clean(jpeg()));
  });

  it('is kept as far as it says which way up the photo is', () => {
    const cleaned = clean(jpeg(exifSegment(6)));
    assert.equal(cleaned.subarray(2, 4).toString('hex'), 'ffe1');
    assert.ok(!holds(cleaned, 'GPS'));
    // The entry of the orientation, in the first directory.
    assert.ok(cleaned.includes(Buffer.from('01120003000000010006', 'hex')));
  });

  it('leaves the color profile', () => {
    const profile = `ICC_PROFILE\0\u0001\u0001${'\0'.repeat(36)}acsp${'\0'.repeat(90)}`;
    assert.ok(holds(clean(jpeg(segment(0xe2, profile))), 'acsp'));
    const none = `ICC_PROFILE\0\u0001\u0001${'\0'.repeat(36)}AINO${'\0'.repeat(90)}`;
    assert.ok(!holds(clean(jpeg(segment(0xe2, none))), 'AINO'));
  });

  it('is taken out of a PNG', () => {
    const told = ['tEXt', 'iTXt', 'zTXt', 'tIME', 'eXIf', 'prVt', 'acTL'];
    const dirty = png({ chunks: told.map((type) => chunk(type, 'Aino')) });
    assert.deepEqual(clean(dirty), clean(png()));
  });

  it('is taken out of a WebP, whose flags tell the truth again', () => {
    const told: readonly (readonly [string, Buffer])[] = [
      ['EXIF', exif(1)],
      ['XMP ', Buffer.from('<x:xmpmeta>Aino')],
      ['AINO', Buffer.from('Aino')],
    ];
    assert.deepEqual(clean(webp({ chunks: told })), clean(webp({ flags: 0 })));
    const turned = clean(webp({ chunks: [['EXIF', exif(8)]] }));
    assert.ok(!holds(turned, 'GPS') && holds(turned, 'EXIF'));
    assert.equal(turned[20], 0b1000);
  });
});

describe('a hostile file', () => {
  const bomb = deflateSync(Buffer.alloc(70_000_000));
  const iccBomb = chunk('iCCP', Buffer.concat([Buffer.from('a\0\0'), bomb]));

  it('is made harmless where something stands behind the picture', () => {
    for (const behind of [ZIP, HTML, jpeg(exifSegment(1))]) {
      for (const bytes of [jpeg(), png(), webp()]) {
        assert.deepEqual(clean(Buffer.concat([bytes, behind])), clean(bytes));
      }
    }
  });

  it('is made harmless where a part would unpack to a lot', () => {
    assert.deepEqual(clean(png({ chunks: [iccBomb] })), clean(png()));
  });

  const refused: readonly (readonly [string, Buffer, string])[] = [
    ['an empty file', Buffer.alloc(0), 'unreadable'],
    ['a drawing with a script', Buffer.from('<svg><script>alert(1)</script></svg>'), 'wrongType'],
    ['a drawing behind a prologue', Buffer.from('\uFEFF <?xml version="1.0"?><svg/>'), 'wrongType'],
    ['a drawing behind words', Buffer.from('Hei <svg onload=alert(1)>'), 'wrongType'],
    ['a page', HTML, 'wrongType'],
    ['a program', Buffer.from('MZ\u0090\0\u0003', 'latin1'), 'wrongType'],
    ['a container', ZIP, 'wrongType'],
    [
      'a picture of a phone that is not freed of its place',
      Buffer.from('\0\0\0\u0018ftypheic'),
      'wrongType',
    ],
    ['an animation', Buffer.from('GIF89a\u0001\0', 'latin1'), 'wrongType'],
    ['a text that is none', Buffer.from([0x48, 0xe4, 0x69]), 'wrongType'],
    ['a text with NUL', Buffer.from('Hei\0'), 'wrongType'],
    ['a JPEG of which half came', jpeg().subarray(0, 200), 'unreadable'],
    ['a JPEG of which all but the end came', jpeg().subarray(0, -2), 'unreadable'],
    ['a JPEG of its beginning only', Buffer.from('ffd8ffd9', 'hex'), 'unreadable'],
    [
      'a JPEG with a page between its parts',
      Buffer.concat([jpeg().subarray(0, 2), HTML]),
      'wrongType',
    ],
    [
      'a JPEG with something between segments',
      Buffer.concat([jpeg(segment(0xfe, 'a')).subarray(0, 7), HTML]),
      'unreadable',
    ],
    ['a JPEG that is huge when shown', jpegOfSize(65_000, 65_000), 'unsafe'],
    ['a JPEG of nothing', jpegOfSize(0, 8), 'unreadable'],
    ['a PNG that is huge when shown', png({ width: 100_000, height: 100_000 }), 'unsafe'],
    ['a PNG whose checksum is wrong', Buffer.from(png()).fill(1, 20, 21), 'unreadable'],
    ['a PNG of which half came', png().subarray(0, 50), 'unreadable'],
    ['a PNG that needs what nobody knows', png({ chunks: [chunk('EViL', 'a')] }), 'unreadable'],
    ['a WebP that is huge when shown', webp({ width: 16_000_000 }), 'unsafe'],
    ['a WebP of which half came', webp().subarray(0, 60), 'unreadable'],
    ['an animated WebP', webp({ flags: 0b10 }), 'unreadable'],
    ['a PDF with a script', pdf('/OpenAction <</S /JavaScript /JS (app.alert(1))>>'), 'unsafe'],
    [
      'a PDF with a script whose name is written in numbers',
      pdf('/Names <</S /J#61vaScript>>'),
      'unsafe',
    ],
    ['a PDF that does something when it is opened', pdf('/OpenAction 9 0 R'), 'unsafe'],
    ['a PDF that starts a program', pdf('/AA <</O <</S /Launch /F (cmd.exe)>>>>'), 'unsafe'],
    ['a PDF that carries a file', pdf('/Names <</EmbeddedFiles 9 0 R>>'), 'unsafe'],
    ['a PDF that sends its form', pdf('/A <</S /SubmitForm /F (https://example.com)>>'), 'unsafe'],
    ['a PDF with a packed script', pdf('', packed('5 0 <</S /JavaScript /JS (a)>>')), 'unsafe'],
    [
      'a PDF with a packed script and a dull dictionary',
      pdf('', packed('5 0 <</S /JavaScript>>', '')),
      'unsafe',
    ],
    [
      'a PDF that unpacks to a lot',
      pdf(
        '',
        Buffer.concat([
          Buffer.from('4 0 obj\n<</Filter /FlateDecode>>\nstream\n'),
          bomb,
          Buffer.from('\nendstream\n'),
        ]),
      ),
      'unsafe',
    ],
    [
      'a PDF packed in a way that is not looked through',
      pdf('', '4 0 obj\n<</Filter /LZWDecode>>\nstream\nabc\nendstream\nendobj\n'),
      'unreadable',
    ],
    [
      'a PDF packed twice',
      pdf('', '4 0 obj\n<</Filter [/FlateDecode /FlateDecode]>>\nstream\nabc\nendstream\n'),
      'unreadable',
    ],
    [
      'a PDF whose way of packing stands elsewhere',
      pdf('', '4 0 obj\n<</Filter 5 0 R>>\nstream\nabc\nendstream\n'),
      'unreadable',
    ],
    ...hiddenScripts.map(
      ([how, bytes]) => [`a PDF with a packed script, ${how}`, bytes, 'unreadable'] as const,
    ),
    ['a PDF that is locked', pdf('/Encrypt 9 0 R'), 'unreadable'],
    ['a PDF of which half came', pdf().subarray(0, 120), 'unreadable'],
    ['a PDF with a container behind it', Buffer.concat([pdf(), ZIP]), 'unreadable'],
    ['a container with a PDF behind it', Buffer.concat([ZIP, pdf()]), 'wrongType'],
  ];
  for (const [what, bytes, code] of refused) {
    it(`is refused: ${what}`, () => {
      assert.equal(refusal(bytes), code);
    });
  }

  it('is refused where the channel does not take what it is', () => {
    assert.equal(refusal(png(), ['image/jpeg']), 'wrongType');
    assert.equal(refusal(Buffer.from('Hei'), ['image/jpeg']), 'wrongType');
  });
});

/** Far above what a file of this size takes, and far below what one takes that is gone through again and again. */
const PATIENCE_MS = 2000;

describe('a picture in so many parts that it takes long', () => {
  const times = (part: Buffer): Buffer => Buffer.concat(Array<Buffer>(20_001).fill(part));
  const ended = (parts: Buffer): Buffer =>
    Buffer.concat([jpeg().subarray(0, -2), parts, jpeg().subarray(-2)]);

  for (const [name, bytes] of [
    ['a JPEG of remarks', jpeg(times(segment(0xfe, '')))],
    ['a JPEG of tables', jpeg(times(segment(0xc4, '')))],
    ['a JPEG of scans', ended(times(segment(0xda, '')))],
    ['a PNG of texts', png({ chunks: [times(chunk('tEXt'))] })],
    ['a PNG of data', png({ chunks: [times(chunk('IDAT'))] })],
    ['a WebP', webp({ chunks: Array.from({ length: 20_001 }, () => ['ALPH', Buffer.alloc(0)]) })],
  ] as const) {
    it(`is refused: ${name}`, () => {
      assert.equal(refusal(bytes), 'unsafe');
    });
  }

  it('keeps one color profile of a PNG, and unpacks no other', () => {
    const profile = Buffer.concat([Buffer.alloc(36), Buffer.from('acsp'), Buffer.alloc(90)]);
    const named = (name: string): Buffer =>
      chunk('iCCP', Buffer.concat([Buffer.from(`${name}\0\0`), deflateSync(profile)]));
    const cleaned = clean(png({ chunks: [named('first'), named('second')] }));
    assert.deepEqual(cleaned, png({ chunks: [named('first')] }));
  });
});

describe('a PDF that is made to take long', () => {
  const unpacks = (words: string, times: number): Buffer =>
    pdf('', packed(words.repeat(times), '/Type /Metadata'));
  const files: readonly (readonly [string, Buffer, string])[] = [
    [
      'by a row of digits',
      Buffer.from(`%PDF-1.7\n${'1'.repeat(200_000)}\nstartxref\n9\n%%EOF\n`),
      'unreadable',
    ],
    [
      'by letters that are written as numbers',
      unpacks('#41', 10_000_000),
      'kept as application/pdf',
    ],
    [
      'by streams that all end in the same place',
      pdf('', '\n4 0 obj<<>>stream\n'.repeat(2000), 'x'.repeat(2_000_000), 'endstream\n'),
      'unsafe',
    ],
  ];
  for (const [how, bytes, outcome] of files) {
    it(`is dealt with at once: ${how}`, () => {
      const start = performance.now();
      assert.equal(refusal(bytes), outcome);
      assert.ok(performance.now() - start < PATIENCE_MS);
    });
  }
});

describe('a PDF as programs write it', () => {
  it('may say where to begin, link, and be packed', () => {
    assert.equal(refusal(pdf('/OpenAction [3 0 R /XYZ null null 0]')), 'kept as application/pdf');
    const link = '/A <</S /URI /URI (https://example.fi)>>';
    assert.equal(refusal(pdf(link, packed('5 0 <</Type /Font>>'))), 'kept as application/pdf');
    const text = packed('BT (Hei) Tj ET', '/X (a \\) b) /Y <00>');
    assert.equal(refusal(pdf('/Title (Datastreams)', text)), 'kept as application/pdf');
  });
});

describe('any bytes', () => {
  it('are kept or refused, and never anything else', () => {
    const starts = [jpeg(), png(), webp(), pdf(), Buffer.from('Hei')];
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((list) => Buffer.from(list)),
      fc
        .record({
          start: fc.constantFrom(...starts),
          at: fc.nat(),
          with: fc.uint8Array({ maxLength: 20 }),
          cut: fc.boolean(),
        })
        .map(({ start, at, with: others, cut }) => {
          const place = at % (start.length + 1);
          const rest = start.subarray(Math.min(start.length, place + (cut ? others.length : 0)));
          return Buffer.concat([start.subarray(0, place), others, rest]);
        }),
    );
    fc.assert(
      fc.property(bytes, (file) => {
        const answer = refusal(file);
        if (!answer.startsWith('kept')) return;
        assert.deepEqual(clean(clean(file)), clean(file));
      }),
      { numRuns: 2000 },
    );
  });
});
