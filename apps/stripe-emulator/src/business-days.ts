const DAY_MS = 86_400_000;

/** Midnight UTC of the `count`th business day after `from`. Weekends only: the emulator knows no bank holidays. */
export function businessDaysAfter(from: Date, count: number): Date {
  let day = startOfDay(from);
  for (let left = count; left > 0;) {
    day = new Date(day.getTime() + DAY_MS);
    if (isBusinessDay(day)) left--;
  }
  return day;
}

/** The first midnight UTC strictly after `from` that falls on one of these days of the week (0 is Sunday). */
export function nextOfWeekdays(from: Date, weekdays: readonly number[]): Date {
  let day = new Date(startOfDay(from).getTime() + DAY_MS);
  while (!weekdays.includes(day.getUTCDay())) day = new Date(day.getTime() + DAY_MS);
  return day;
}

function startOfDay(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
}

function isBusinessDay(day: Date): boolean {
  return day.getUTCDay() !== 0 && day.getUTCDay() !== 6;
}
