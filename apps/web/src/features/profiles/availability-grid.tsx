import type { AvailabilityWindow } from '@app/wire/profiles';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { byLocale } from '../../i18n/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/field.tsx';

const DAY_MINUTES = 1_440;
const NINE = 9 * 60;
const FIVE = 17 * 60;
const weekdayName = byLocale((spoken) => new Intl.DateTimeFormat(spoken, { weekday: 'long', timeZone: 'UTC' }));

interface AvailabilityGridProps {
  readonly windows: readonly AvailabilityWindow[];
  readonly fault: string | undefined;
  onChange(windows: AvailabilityWindow[]): void;
}

/** Working hours, a row a day, as many stretches a day as one works. */
export function AvailabilityGrid({ windows, fault, onChange }: AvailabilityGridProps) {
  const t = useTranslations('profile');
  const replace = (old: AvailabilityWindow, fresh: AvailabilityWindow | null) =>
    onChange(windows.flatMap((one) => (one === old ? (fresh ? [fresh] : []) : [one])));
  const add = (weekday: number) => {
    const last = windows.filter((one) => one.weekday === weekday).at(-1);
    const fromMinute = last ? Math.min(last.toMinute + 60, DAY_MINUTES - 60) : NINE;
    const toMinute = last ? Math.min(fromMinute + 120, DAY_MINUTES) : FIVE;
    onChange([...windows, { weekday, fromMinute, toMinute }]);
  };

  return (
    <fieldset>
      <legend className="mb-1 text-fine font-semibold">{t('workingHours')}</legend>
      <div className="border-t border-rule">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
          const name = nameOf(weekday);
          const ofDay = windows
            .filter((one) => one.weekday === weekday)
            .toSorted((a, b) => a.fromMinute - b.fromMinute);
          return (
            <div key={weekday} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-1.5">
              <span className={`w-24 ${ofDay.length > 0 ? 'font-semibold' : 'text-ink-faint'}`}>{name}</span>
              {ofDay.map((window) => (
                <span key={window.fromMinute} className="flex items-center gap-1">
                  <TimeInput
                    label={t('from', { day: name })}
                    minute={window.fromMinute}
                    onChange={(fromMinute) => replace(window, { ...window, fromMinute })}
                  />
                  <span aria-hidden="true">–</span>
                  <TimeInput
                    label={t('to', { day: name })}
                    minute={window.toMinute}
                    isEnd
                    onChange={(toMinute) => replace(window, { ...window, toMinute })}
                  />
                  <Button size="small" weight="quiet" onClick={() => replace(window, null)}>
                    <X aria-hidden="true" className="size-4" />
                    <span className="sr-only">{t('removeHours', { day: name, time: clock(window.fromMinute) })}</span>
                  </Button>
                </span>
              ))}
              <Button size="small" weight="quiet" className="ml-auto" onClick={() => add(weekday)}>
                <Plus aria-hidden="true" className="size-4" />
                <span className="sr-only">{t('addHours', { day: name })}</span>
              </Button>
            </div>
          );
        })}
      </div>
      {fault ? <Fault>{fault}</Fault> : null}
    </fieldset>
  );
}

interface TimeInputProps {
  readonly label: string;
  readonly minute: number;
  readonly isEnd?: boolean;
  onChange(minute: number): void;
}

/** A time of day. As an end, 00:00 is the end of the day. */
function TimeInput({ label, minute, isEnd = false, onChange }: TimeInputProps) {
  return (
    <input
      type="time"
      aria-label={label}
      value={clock(minute)}
      onChange={(event) => {
        const [hour = 0, rest = 0] = event.target.value.split(':').map(Number);
        const typed = hour * 60 + rest;
        onChange(isEnd && typed === 0 ? DAY_MINUTES : typed);
      }}
      className="min-h-9 rounded border border-edge bg-sheet px-2 text-fine"
    />
  );
}

function clock(minute: number): string {
  const ofDay = minute % DAY_MINUTES;
  return `${String(Math.trunc(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** 1 is Monday, and so was 2026-03-02. */
function nameOf(weekday: number): string {
  return weekdayName().format(new Date(Date.UTC(2026, 2, 1 + weekday)));
}
