/**
 * The build puts in: names of chunks, then for each widget, in the order of `WIDGETS`, which of them it needs, as the bits of
 * a number. Letters count here: a list for each widget costs the loader 20 bytes more.
 */
const table: unknown = '%CHUNKS%';
const [names, needs] = table as readonly [readonly string[], readonly number[]];

/** The chunks that the widget at this place starts with, from the loader's own folder. */
export function chunksOf(place: number): string[] {
  return (
    names
      // Of none there are no bits; `?? 0` would be four bytes more.
      // eslint-disable-next-line @typescript-eslint/no-non-null-assertion
      .filter((_, index) => needs[place]! & (1 << index))
      .map((name) => `chunks/${name}.js`)
  );
}
