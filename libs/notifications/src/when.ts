/** An instant in the reader's own zone, which it names: `Friday, 13 March 2026 at 16:59 (Europe/Lisbon)`. */
export function when(instant: Date, zone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  return `${words.format(instant)} (${zone})`;
}
