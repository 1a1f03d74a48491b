import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { PNG } from 'pngjs';

import { compare } from './compare.js';

const WHITE = [255, 255, 255, 255];
const GRAY = [254, 254, 254, 255];

/** A white picture with a few pixels of another color. */
function picture(width, height, pixels = [], color = GRAY) {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 4) png.data.set(WHITE, at);
  for (const [x, y] of pixels) png.data.set(color, (y * width + x) * 4);
  return PNG.sync.write(png);
}

/** All pixels of a square. */
const square = (from, size) =>
  Array.from({ length: size * size }, (_, at) => [
    from + (at % size),
    from + Math.floor(at / size),
  ]);

describe('two pictures', () => {
  it('are the same when their pixels are', () => {
    assert.equal(compare(picture(9, 9), picture(9, 9)).differs, false);
  });

  it('differ by one step of one color', () => {
    const { differs, pixels } = compare(picture(9, 9), picture(9, 9, square(2, 5)));
    assert.equal(differs, true);
    assert.equal(pixels, 25);
  });

  it('differ when only their sizes do, and are compared on the larger', () => {
    const { differs, difference } = compare(picture(9, 9), picture(9, 12));
    assert.equal(differs, true);
    const { width, height } = PNG.sync.read(difference);
    assert.deepEqual([width, height], [9, 12]);
  });
});
