import type { ReactNode } from 'react';

/** Labelled lines: what is known of one thing. */
export function Facts({ facts }: { readonly facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)]">
      {facts.map(([label, value]) => (
        <div key={label} className="contents max-sm:block">
          <dt className="text-fine text-ink-faint sm:pt-px">{label}</dt>
          <dd className="min-w-0 max-sm:mb-1">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** An id as it is pasted elsewhere. */
export function Id({ children }: { readonly children: string }) {
  return <code className="text-fine break-all text-ink-soft">{children}</code>;
}
