export interface ExportedEntry {
  day: 'mon' | 'tue' | 'wed' | 'thu' | 'fri';
  from: string;
  to: string;
  description: string;
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
const HEADER =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()';

/** A detailed report as Toggl Track exports it: byte-order mark, quotes, local dates and times. */
export function exportOf(monday: string, entries: readonly ExportedEntry[]): string {
  const rows = entries.map(({ day, from, to, description }) => {
    const date = new Date(new Date(`${monday}T00:00:00Z`).getTime() + days.indexOf(day) * 24 * 3_600_000)
      .toISOString()
      .slice(0, 10);
    const minutes = minutesOf(to) - minutesOf(from);
    const duration = `${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}:00`;
    return `Beatriz,beatriz@kontor.example,Fjordlys,"Shop, online",,"${description}",No,${date},${from}:00,${date},${to}:00,${duration},,`;
  });
  return `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
