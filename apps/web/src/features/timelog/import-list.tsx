import type { TimeImportView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { ApiError } from '../../api/api-error.ts';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Section } from '../../ui/page.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { State, type Tone } from '../../ui/state.tsx';
import { Failed } from '../../ui/states.tsx';
import { CsvFaults } from './csv-faults.tsx';
import { importsQuery, isUnderWay, useTimelogChanged } from './timelog.queries.ts';

const tones: Readonly<Record<TimeImportView['state'], Tone>> = {
  waiting: 'waiting',
  logging: 'running',
  logged: 'settled',
  refused: 'fault',
};

/** The files that were handed over: how far each has come, and of a refused one why. It goes on when one leaves. */
export function ImportList() {
  const t = useTranslations('imports');
  const { data: imports = [], error, refetch } = useQuery(importsQuery);
  const lastRefused = imports.find(({ state }) => state === 'refused');
  return (
    <>
      <Outcome imports={imports} />
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      {imports.length > 0 ? (
        <Section title={t('title')} note={t('note')}>
          <ul>
            {imports.map((each) => (
              <li key={each.id} className="border-b border-rule py-2.5 first:pt-0">
                <HandedOver given={each} isExplained={each === lastRefused} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

interface HandedOverProps {
  readonly given: TimeImportView;
  /** Why it was refused is open to be read; of older ones it is folded. */
  readonly isExplained: boolean;
}

function HandedOver({ given, isExplained }: HandedOverProps) {
  const t = useTranslations('imports');
  const { fileName, clientName, title, state, stateAt, rows, rowsDone, refusal } = given;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <p className="min-w-0">
          <span className="font-semibold break-all">{fileName}</span>
          <span className="block text-fine text-ink-soft">
            {clientName}: {title}
          </span>
        </p>
        <State tone={tones[state]}>{t(`states.${state}`)}</State>
      </div>
      {isUnderWay(given) ? (
        <>
          <ProgressBar label={fileName} done={rowsDone} of={rows}>
            {t('rowsDone', { done: rowsDone, rows })}
          </ProgressBar>
          <p className="mt-1 text-fine text-ink-faint">{t('mayLeave')}</p>
        </>
      ) : (
        <p className="text-fine text-ink-faint">
          {state === 'logged' ? t('entries', { rows }) : t('nothing')} <Instant at={stateAt} />
        </p>
      )}
      {refusal && refusal.faults.length > 0 ? (
        <details open={isExplained} className="mt-1">
          <summary className="text-fine font-semibold">{t('why')}</summary>
          <CsvFaults faults={refusal.faults} more={refusal.more} />
        </details>
      ) : null}
      {refusal && refusal.faults.length === 0 ? (
        <div className="mt-2">
          <ProblemNote error={new ApiError(409, refusal.code, '')} />
        </div>
      ) : null}
    </>
  );
}

/** What becomes of a file that one has seen under way is said once: the numbers in between are for the eye. */
function Outcome({ imports }: { readonly imports: readonly TimeImportView[] }) {
  const t = useTranslations('imports');
  const changed = useTimelogChanged();
  const [watchedId, setWatchedId] = useState<string>();
  const underWay = imports.find(isUnderWay);
  if (underWay && underWay.id !== watchedId) setWatchedId(underWay.id);
  const watched = imports.find(({ id }) => id === watchedId);
  const isLogged = watched?.state === 'logged';
  useEffect(() => {
    if (isLogged) void changed();
    // Once a file: `changed` is another one at each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isLogged]);
  return (
    <output className="sr-only">
      {watched ? t(`says.${watched.state}`, { name: watched.fileName, rows: watched.rows }) : null}
    </output>
  );
}
