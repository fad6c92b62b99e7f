import { useTranslations } from 'use-intl';

import { ApiError } from '../../api/api-error.ts';
import { inReadersWords } from '../../api/faults.ts';

interface CsvFault {
  readonly line: number;
  readonly column: string | number | null;
  readonly message: string;
}

export function csvFaults({ code, details }: ApiError): CsvFault[] {
  return code === 'csv_malformed' && Array.isArray(details.faults) ? (details.faults as CsvFault[]) : [];
}

/** How many faults are not told one by one. */
export function moreFaults(problem: unknown): number {
  return problem instanceof ApiError ? Number(problem.details.more ?? 0) : 0;
}

interface CsvFaultsProps {
  readonly faults: readonly CsvFault[];
  readonly more: number;
  /** To show the line itself; whoever comes back later has it in their tracker. */
  readonly csv?: string;
}

/** Each fault under the line of the file that it is in. */
export function CsvFaults({ faults, more, csv }: CsvFaultsProps) {
  const t = useTranslations('time');
  const lines = csv?.split(/\r?\n/);
  return (
    <section className="mt-5" aria-label={t('faultsInFile')}>
      <p className="font-semibold text-fault">{t('faults', { count: faults.length + more })}</p>
      <ol className="mt-2 border-t border-rule">
        {faults.map(({ line, column, message }) => (
          <li
            key={`${line} ${column} ${message}`}
            className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 border-b border-rule py-2"
          >
            <span className="text-fine text-ink-faint">{t('faultLine', { line: String(line) })}</span>
            <div className="min-w-0">
              <p className="font-semibold">
                {column === null || column === '' ? '' : `${column}: `}
                {inReadersWords(message)}
              </p>
              {lines ? <code className="block text-fine break-all text-ink-soft">{lines[line - 1]}</code> : null}
            </div>
          </li>
        ))}
      </ol>
      {more > 0 ? <p className="mt-2 text-fine text-ink-soft">{t('moreFaults', { count: more })}</p> : null}
    </section>
  );
}
