import { translator } from '../i18n/spoken.ts';

const MINUTE = 60;
const HOUR = 3600;

interface DurationProps {
  readonly seconds: number;
  /** With seconds, as a running clock shows them. */
  readonly isRunning?: boolean;
  readonly className?: string;
}

/** Time worked, in hours and minutes: `12:05`. */
export function Duration({ seconds, isRunning = false, className = '' }: DurationProps) {
  return (
    <span className={`whitespace-nowrap tabular-nums ${className}`}>
      <span aria-hidden="true">{isRunning ? formatRunning(seconds) : formatHours(seconds)}</span>
      <span className="sr-only">{sayHours(seconds)}</span>
    </span>
  );
}

export function formatHours(seconds: number): string {
  const whole = Math.max(0, Math.trunc(seconds / MINUTE));
  return `${Math.trunc(whole / 60)}:${two(whole % 60)}`;
}

export function formatRunning(seconds: number): string {
  const whole = Math.max(0, Math.trunc(seconds));
  return `${Math.trunc(whole / HOUR)}:${two(Math.trunc((whole % HOUR) / MINUTE))}:${two(whole % MINUTE)}`;
}

/** An agreed number of hours: `15 h`, `7 h 30 min`. */
export function formatAgreed(minutes: number): string {
  const t = translator('ui');
  const [hours, rest] = [Math.trunc(minutes / 60), minutes % 60];
  const parts = [
    hours > 0 || rest === 0 ? t('agreedHours', { hours: String(hours) }) : '',
    rest > 0 ? t('agreedMinutes', { minutes: String(rest) }) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** As somebody would say it: `3 hours 20 minutes`. */
export function sayHours(seconds: number): string {
  const t = translator('ui');
  const whole = Math.max(0, Math.trunc(seconds / MINUTE));
  const hours = Math.trunc(whole / 60);
  const minutes = whole % 60;
  const parts = [
    hours > 0 ? t('sayHours', { hours }) : '',
    minutes > 0 || hours === 0 ? t('sayMinutes', { minutes }) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** `3`, `3:30` or `3.5` hours as seconds; null when it is none of them. */
export function secondsFrom(typed: string): number | null {
  const clock = /^\s*(\d{1,3}):([0-5]\d)\s*$/.exec(typed);
  if (clock) return Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE;
  const hours = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*$/.exec(typed);
  if (!hours) return null;
  return Number(hours[1]) * HOUR + Math.trunc((Number((hours[2] ?? '').padEnd(2, '0')) * HOUR) / 100);
}

/** Hours a person typed, as whole minutes; null when they are none, or less than one. */
export function minutesFrom(typed: string): number | null {
  const seconds = secondsFrom(typed);
  return seconds === null || seconds < MINUTE ? null : Math.trunc(seconds / MINUTE);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
