/** The day of a moment where the clock shows it; Sweden writes dates as ISO 8601 does. */
export const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));
