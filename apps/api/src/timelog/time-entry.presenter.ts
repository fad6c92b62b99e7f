import { type DescribedEntry, type EntryVersion, isOpen, type LoggedTime, mayChange } from '@app/timelog';
import type { User } from '@app/kernel';
import type { EntryVersionView, TimeEntryView, TimeLogged } from '@app/wire/timelog';

export function presentEntry(actor: User, entry: DescribedEntry, now: Date): TimeEntryView {
  const { id, contractId, title, note, source, bucket } = entry;
  const open = isOpen({ state: entry.weekState, freezesAt: entry.freezesAt }, now);
  return {
    ...{ id, contractId, title, note, source, bucket },
    weekId: entry.contractWeekId,
    clientName: entry.client.name,
    assistantName: entry.assistant.name,
    start: entry.start.toISOString(),
    end: entry.end?.toISOString() ?? null,
    can: { change: open && mayChange(actor, entry) },
  };
}

export function presentLogged(actor: User, { entries, warnings }: LoggedTime, now: Date): TimeLogged {
  return { entries: entries.map((entry) => presentEntry(actor, entry, now)), warnings: [...warnings] };
}

export function presentVersion({ change, byName, at, before, after, reason }: EntryVersion): EntryVersionView {
  return { change, by: byName ?? 'Kontor', at: at.toISOString(), before, after, reason };
}
