/** Two pictures, pixel by pixel. */

import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The same picture on a sheet of another size; what it does not cover stays transparent, and so differs. */
function onSheet(picture, width, height) {
  if (picture.width === width && picture.height === height) return picture;
  const sheet = new PNG({ width, height });
  PNG.bitblt(picture, sheet, 0, 0, picture.width, picture.height, 0, 0);
  return sheet;
}

/**
 * Whether two pictures (the bytes of PNG files) differ in more than antialiasing, in how many pixels, and a picture of
 * the difference. `isSmoothed` says that they differ in antialiasing alone.
 */
export function compare(before, after) {
  // Chromium writes equal pixels as equal bytes, and reading pictures is what takes long.
  if (before.equals(after)) return { differs: false, isSmoothed: false };
  const [one, other] = [before, after].map((bytes) => PNG.sync.read(bytes));
  const width = Math.max(one.width, other.width);
  const height = Math.max(one.height, other.height);
  const difference = new PNG({ width, height });
  const [first, second] = [one, other].map((picture) => onSheet(picture, width, height).data);
  const pixels = pixelmatch(first, second, difference.data, width, height, { threshold: 0 });
  const isResized = one.width !== other.width || one.height !== other.height;
  if (pixels === 0 && !isResized) return { differs: false, isSmoothed: !first.equals(second) };
  return { differs: true, isSmoothed: false, pixels, difference: PNG.sync.write(difference) };
}
