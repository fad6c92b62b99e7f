import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { useDraftTexts } from '../../ui/draft.ts';

/** The lines of a week that a client has gone through and found right. Kept in this browser: what counts is approval. */
export interface LookedAt {
  has(entryId: string): boolean;
  set(entryId: string, isRight: boolean): void;
  forget(): void;
}

export function useLookedAt(weekId: string): LookedAt {
  const [marks, mark, forget] = useDraftTexts(`looked-at ${weekId}`);
  return {
    has: (entryId) => entryId in marks,
    set: (entryId, isRight) => mark(entryId, isRight ? 'right' : ''),
    forget,
  };
}

interface LooksRightProps {
  readonly note: string;
  readonly isRight: boolean;
  onChange(isRight: boolean): void;
}

/** One line, gone through. */
export function LooksRight({ note, isRight, onChange }: LooksRightProps) {
  const t = useTranslations('billing');
  return (
    <label className="flex min-h-[var(--thumb)] cursor-pointer items-center gap-2 px-2.5 text-fine font-semibold sm:min-h-8">
      <input type="checkbox" className="size-4" checked={isRight} onChange={() => onChange(!isRight)} />
      {t('looksRight')}
      <span className="sr-only">: {note}</span>
    </label>
  );
}

interface LineByLineProps {
  readonly right: number;
  readonly lines: number;
  /** What is done once all look right. */
  readonly approve: ReactNode;
  /** What is done about those that do not. */
  readonly dispute: ReactNode;
}

/** How far somebody has come who goes through a week line by line, and what follows from it. */
export function LineByLine({ right, lines, approve, dispute }: LineByLineProps) {
  const t = useTranslations('billing');
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 bg-band px-3 py-2">
      <p aria-live="polite">
        {right === 0
          ? t('lineByLine')
          : right < lines
            ? t('linesRight', { right, lines })
            : t('allLinesRight', { lines })}
      </p>
      {right === lines ? approve : right > 0 ? dispute : null}
    </div>
  );
}
