/**
 * Data that came as JSON can hold anything anywhere. These two give a check something to look into; that it is of the
 * wrong kind is told by the shape.
 */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
