import type { DisputableView } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { Duration } from '../../ui/duration.tsx';
import { Fault } from '../../ui/field.tsx';
import { Instant } from '../../ui/instant.tsx';
import { secondsOfMinutes, wholeMinutes } from './minutes.ts';
import { PartField } from './part-field.tsx';

/** Minutes as they are typed, by entry; of those that are chosen. */
export type TypedLines = Readonly<Record<string, string>>;

interface ChooseLinesProps {
  readonly entries: DisputableView['entries'];
  readonly lines: TypedLines;
  readonly faults: Readonly<Record<string, string | undefined>>;
  onChange(lines: TypedLines): void;
}

/** Which entries of a week, and how much of each. */
export function ChooseLines({ entries, lines, faults, onChange }: ChooseLinesProps) {
  const t = useTranslations('disputes');
  const toggle = (id: string, whole: number) => {
    const { [id]: _gone, ...others } = lines;
    onChange(id in lines ? others : { ...others, [id]: String(wholeMinutes(whole)) });
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-fine font-semibold">{t('whichLines')}</legend>
      <ul className="border-t border-rule">
        {entries.map((entry) => (
          <li key={entry.entryId} className="border-b border-rule py-2">
            <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3">
              <input
                type="checkbox"
                className="size-4 self-start justify-self-center mt-1"
                checked={entry.entryId in lines}
                onChange={() => toggle(entry.entryId, entry.disputableSeconds)}
              />
              <span className="min-w-0">
                <span className="block text-fine text-ink-soft">
                  <Instant at={entry.start} />–<Instant at={entry.end} as="time" isEnd />
                </span>
                {entry.note}
              </span>
              <Duration seconds={entry.disputableSeconds} className="font-semibold" />
            </label>
            {entry.entryId in lines ? (
              <div className="mt-2 pl-7">
                <PartField
                  label={t('howMuch')}
                  value={lines[entry.entryId] ?? ''}
                  most={entry.disputableSeconds}
                  fault={faults[entry.entryId]}
                  onChange={(value) => onChange({ ...lines, [entry.entryId]: value })}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {faults.lines ? <Fault>{faults.lines}</Fault> : null}
    </fieldset>
  );
}

interface Chosen {
  readonly id: string;
  readonly seconds: number;
  readonly isWhole: boolean;
}

/** What is chosen and can be read as minutes. */
export function chosenOf(lines: TypedLines, entries: DisputableView['entries']): Chosen[] {
  return entries.flatMap(({ entryId: id, disputableSeconds: most }) => {
    const seconds = secondsOfMinutes(lines[id] ?? '', most);
    return seconds === null ? [] : [{ id, seconds, isWhole: seconds === most }];
  });
}

/** By entry, of what is chosen and cannot. */
export function faultsOf(lines: TypedLines, entries: DisputableView['entries'], says: string): Record<string, string> {
  const chosen = new Set(chosenOf(lines, entries).map(({ id }) => id));
  return Object.fromEntries(
    Object.keys(lines)
      .filter((id) => !chosen.has(id))
      .map((id) => [id, says]),
  );
}

/** As the api takes it: without seconds all that is left of an entry. */
export function linesOf(chosen: readonly Chosen[]): { entryId: string; seconds?: number }[] {
  return chosen.map(({ id, seconds, isWhole }) => (isWhole ? { entryId: id } : { entryId: id, seconds }));
}
