interface TypedEntry {
  /** `09:00` */
  readonly start: string;
  readonly end: string;
  readonly note: string;
}

const TYPED = /^\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.]?(\d{2}))?(?:\s+(.*))?$/s;

/** `9-12:30 Answered the mail` as two times and a note; null when it does not begin with two times. */
export function typedEntry(typed: string): TypedEntry | null {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00', note = ''] = TYPED.exec(typed) ?? [];
  const start = clock(fromHour, fromMinute);
  const end = clock(toHour, toMinute);
  return start && end ? { start, end, note: note.trim() } : null;
}

function clock(hour: string | undefined, minute: string): string | null {
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return null;
  // The end of a day is written 24:00; a field knows it as the next day's beginning.
  return `${String(Number(hour) % 24).padStart(2, '0')}:${minute}`;
}
