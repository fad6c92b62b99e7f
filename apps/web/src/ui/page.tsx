import { type ReactNode, useEffect, useId } from 'react';

interface PageProps {
  readonly title: string;
  readonly lede?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: its name, what can be done on it, and its sections. */
export function Page({ title, lede, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Kontor`;
  }, [title]);
  return (
    <div className="mx-auto w-full max-w-[var(--page)]">
      <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-title">{title}</h1>
          {lede ? <div className="mt-1 text-ink-soft">{lede}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  /** Under the title, in the margin. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A ruled section: its name stands in the margin, its work in the column beside. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="mb-9 grid gap-x-8 gap-y-2 border-t-2 border-rule-strong pt-3 lg:grid-cols-[var(--margin-column)_minmax(0,1fr)]"
    >
      <div className="flex flex-wrap items-start justify-between gap-3 lg:flex-col lg:justify-start">
        <div className="min-w-0">
          <h2 id={id} className="text-body">
            {title}
          </h2>
          {note ? <div className="mt-1 text-fine text-ink-faint">{note}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** The few numbers that a screen is about, side by side. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="mb-9 grid grid-cols-2 border-t-2 border-rule-strong sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="border-b border-rule py-3 pr-4 sm:border-b-0">
          <dt className="text-fine text-ink-soft">{label}</dt>
          <dd className="mt-1 text-title leading-none font-semibold tracking-tight">{value}</dd>
          {note ? <dd className="mt-1.5 text-fine text-ink-faint">{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
