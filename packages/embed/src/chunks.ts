/** The build puts in: names of chunks, then for each widget, in the order of `WIDGETS`, which of them it needs. */
const table: unknown = '%CHUNKS%';
const [names, indexes] = table as readonly [readonly string[], readonly (readonly number[])[]];

/** The chunks that the widget at this place starts with, from the loader's own folder. */
export function chunksOf(place: number): string[] {
  return indexes[place]?.map((index) => `chunks/${String(names[index])}.js`) ?? [];
}
