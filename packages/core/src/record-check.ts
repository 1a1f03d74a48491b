/** The schemas of all records. A module of its own, because a widget shows its record before they have come. */
export { parseRecord } from '@puntari/contracts';
