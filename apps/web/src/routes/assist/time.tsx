import type { TimeEntryView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSearch } from 'wouter';

import { DayBars } from '../../features/timelog/day-bars.tsx';
import { EditEntryDialog } from '../../features/timelog/edit-entry-dialog.tsx';
import { useShown } from '../../features/timelog/entry-deletion.ts';
import { EntryDays, secondsOf } from '../../features/timelog/entry-list.tsx';
import { LogTimeDialog } from '../../features/timelog/log-time-dialog.tsx';
import { entriesQuery, weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { WeekEditor } from '../../features/timelog/week-editor.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Duration } from '../../ui/duration.tsx';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { formatWeek } from '../../ui/week.tsx';
import { addDays, mondayOf, startOfDate, wallClock } from '../../ui/zoned.ts';

const A_MINUTE_MS = 60_000;

export function Time() {
  const t = useTranslations('time');
  const { zone } = useReader();
  const now = useNow(A_MINUTE_MS);
  const thisMonday = mondayOf(wallClock(now, zone).date);
  const asked = new URLSearchParams(useSearch()).get('week') ?? '';
  const monday = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? mondayOf(asked) : thisMonday;
  const [start, end] = [startOfDate(monday, zone), startOfDate(addDays(monday, 7), zone)];
  const entries = useQuery(entriesQuery(start, end));
  const weeks = useQuery(weeksQuery('current'));
  const loggable = (weeks.data ?? []).filter(({ can }) => can.log);
  const shown = useShown(entries.data ?? []);
  const [editing, setEditing] = useState<TimeEntryView | null>(null);
  const [isLogging, setLogging] = useState(false);

  return (
    <Page
      title={t('time')}
      lede={t('timeLede', { zone: zoneName(zone) })}
      actions={
        <>
          <ButtonLink to="/assist/time/import">{t('importFile')}</ButtonLink>
          <Button weight="strong" disabled={loggable.length === 0} onClick={() => setLogging(true)}>
            {t('logTime')}
          </Button>
        </>
      }
    >
      <Section
        title={formatWeek(start.toISOString(), end.toISOString(), zone)}
        note={<Duration seconds={shown.reduce((sum, entry) => sum + secondsOf(entry, now), 0)} />}
        actions={<WeekSteps monday={monday} thisMonday={thisMonday} />}
      >
        <Fetched query={entries}>
          {() => (
            <>
              <WeekEditor
                {...{ monday, now }}
                entries={shown}
                weeks={weeks.data ?? []}
                isThisWeek={monday === thisMonday}
              />
              {shown.length > 0 ? (
                <>
                  <div className="md:hidden">
                    <DayBars monday={monday} entries={shown} now={now} />
                  </div>
                  <EntryDays entries={shown} now={now} nameOf={({ clientName }) => clientName} onEdit={setEditing} />
                </>
              ) : (
                <Empty title={t('nothingWeek')}>{t('nothingWeekText')}</Empty>
              )}
            </>
          )}
        </Fetched>
      </Section>
      {editing ? <EditEntryDialog entry={editing} onClose={() => setEditing(null)} /> : null}
      {isLogging ? <LogTimeDialog weeks={loggable} onClose={() => setLogging(false)} /> : null}
    </Page>
  );
}

function WeekSteps({ monday, thisMonday }: { readonly monday: string; readonly thisMonday: string }) {
  const t = useTranslations('time');
  const to = (days: number) => `/assist/time?week=${addDays(monday, days)}`;
  return (
    <nav aria-label={t('weeks')} className="flex gap-1">
      <ButtonLink size="small" to={to(-7)}>
        <ChevronLeft aria-hidden="true" className="size-4" />
        <span className="sr-only">{t('weekBefore')}</span>
      </ButtonLink>
      {monday < thisMonday ? (
        <ButtonLink size="small" to={to(7)}>
          <ChevronRight aria-hidden="true" className="size-4" />
          <span className="sr-only">{t('weekAfter')}</span>
        </ButtonLink>
      ) : null}
      {monday === thisMonday ? null : (
        <ButtonLink size="small" to="/assist/time">
          {t('now')}
        </ButtonLink>
      )}
    </nav>
  );
}
