import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from './button.tsx';
import { ProblemNote } from './form.tsx';

/** Nothing here yet: what would be here, and how it gets here. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4 py-4">
      <BlankLines />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold">{title}</p>
        {children ? <div className="mt-1 max-w-[var(--measure)] text-ink-soft">{children}</div> : null}
        {action ? <div className="mt-3">{action}</div> : null}
      </div>
    </div>
  );
}

/** An unwritten page of the ledger. */
function BlankLines() {
  return (
    <svg
      viewBox="0 0 64 56"
      className="h-14 w-16 flex-none text-edge"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
    >
      <path d="M1 1h62v54H1z" strokeWidth="1.5" />
      <path d="M16 1v54" strokeWidth="1.5" className="text-wet" stroke="currentColor" />
      <path d="M22 14h34M22 24h34M22 34h34M22 44h20" strokeWidth="1" strokeDasharray="2 3" />
    </svg>
  );
}

/** Waiting, with the room of what is to come, so that nothing jumps when it comes. */
export function Loading({ lines = 3, label }: { readonly lines?: number; readonly label?: string }) {
  const t = useTranslations('ui');
  return (
    <output data-waiting className="block py-1">
      <span className="sr-only">{label ?? t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden="true" className="flex h-12 items-center gap-6 border-b border-rule">
          <span className="h-3 flex-[3] animate-pulse bg-band motion-reduce:animate-none" />
          <span className="h-3 flex-1 animate-pulse bg-band motion-reduce:animate-none" />
        </span>
      ))}
    </output>
  );
}

export function Failed({ error, onRetry }: { readonly error: unknown; onRetry?(): void }) {
  const t = useTranslations('ui');
  return (
    <div role="alert" className="py-2">
      <ProblemNote error={error} />
      {onRetry ? (
        <Button size="small" className="mt-3" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      ) : null}
    </div>
  );
}

interface FetchedProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly lines?: number;
  /** Shown instead when there is nothing. */
  readonly empty?: ReactNode;
  isEmpty?(data: Data): boolean;
  children(data: Data): ReactNode;
}

/** A query in each of its states. What was fetched stays on screen while it is fetched again. */
export function Fetched<Data>({ query, lines, empty, isEmpty = nothingIn, children }: FetchedProps<Data>) {
  if (query.data !== undefined) {
    return empty !== undefined && isEmpty(query.data) ? empty : children(query.data);
  }
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(lines === undefined ? {} : { lines })} />;
}

function nothingIn(data: unknown): boolean {
  return Array.isArray(data) && data.length === 0;
}
