/** Dates and quantities as documents print them, in English. */

const DAY_MS = 24 * 3_600_000;

/** `9 March 2026`, where the reader of the document is. */
export function day(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(at);
}

export function instant(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at);
}

/** `2 – 8 Mar 2026`: the days of `[start, end)`. */
export function week(start: Date, end: Date, zone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
  return words.formatRange(start, new Date(end.getTime() - DAY_MS / 2)).replace(/\s/g, ' '); // Thin spaces cannot be searched for.
}

/** `12:05` hours and minutes of work. */
export function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  return `${whole}:${String(minutes % 60).padStart(2, '0')} h`;
}

/** 1,000 basis points are `10 %`, 1,250 are `12.5 %`. */
export function percent(basisPoints: number): string {
  const digits = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(basisPoints / 100)}${digits ? `.${digits}` : ''} %`;
}
