import type { Level, TaxonomyView } from '@app/wire/profiles';
import { useTranslations } from 'use-intl';

import { wordFor } from '../../api/taxonomy.ts';
import { Fault } from '../../ui/field.tsx';

const MOST = 3;

const levels: readonly Level[] = [1, 2, 3];

interface SpecialtyLevelsProps {
  readonly specialties: TaxonomyView['specialties'];
  readonly chosen: readonly { readonly code: string; readonly level: Level }[];
  readonly fault: string | undefined;
  onChange(chosen: { code: string; level: Level }[]): void;
}

/** Up to three specialties, in the order in which they were chosen, each with a level. */
export function SpecialtyLevels({ specialties, chosen, fault, onChange }: SpecialtyLevelsProps) {
  const t = useTranslations('profile');
  const toggle = (code: string) =>
    onChange(
      chosen.some((one) => one.code === code)
        ? chosen.filter((one) => one.code !== code)
        : [...chosen, { code, level: 2 as const }],
    );
  const setLevel = (code: string, level: Level) =>
    onChange(chosen.map((one) => (one.code === code ? { code, level } : one)));

  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('specialties')}</legend>
      <div className="grid gap-x-8 md:grid-cols-2">
        {specialties.map(({ code }) => {
          const name = wordFor(code);
          const mine = chosen.find((one) => one.code === code);
          return (
            <div
              key={code}
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-rule py-1"
            >
              <label className="flex items-center gap-2.5">
                <input
                  type="checkbox"
                  className="size-4"
                  checked={mine !== undefined}
                  disabled={!mine && chosen.length >= MOST}
                  onChange={() => toggle(code)}
                />
                <span className={mine ? 'font-semibold' : ''}>{name}</span>
              </label>
              {mine ? (
                <select
                  aria-label={t('howWell', { name })}
                  value={String(mine.level)}
                  onChange={(event) => setLevel(code, levels[Number(event.target.value) - 1] ?? 2)}
                  className="min-h-9 rounded border border-edge bg-sheet px-2 text-fine"
                >
                  {levels.map((level) => (
                    <option key={level} value={level}>
                      {t(`levels.${level}`)}
                    </option>
                  ))}
                </select>
              ) : null}
            </div>
          );
        })}
      </div>
      {fault ? <Fault>{fault}</Fault> : null}
    </fieldset>
  );
}
