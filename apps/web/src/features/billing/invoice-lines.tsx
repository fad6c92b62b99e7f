import type { InvoiceWithLinesView } from '@app/wire/billing';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { State, type Tone } from '../../ui/state.tsx';
import { Week } from '../../ui/week.tsx';
import { ApproveWeek } from './approve-week.tsx';

type Line = InvoiceWithLinesView['lines'][number];

const reviews: Readonly<Record<Line['review'], readonly [Tone, string]>> = {
  pending: ['waiting', 'In review'],
  approved: ['settled', 'Approved'],
  accepted_by_silence: ['settled', 'Accepted by silence'],
  disputed: ['fault', 'Disputed'],
  resolved: ['settled', 'Resolved'],
};

const kinds: Readonly<Record<Line['kind'], string>> = { time: 'Time', late_time: 'Late time', bonus: 'Bonus' };

/** What is charged, a line a contract, and how the total comes about. */
export function InvoiceLines({ invoice }: { readonly invoice: InvoiceWithLinesView }) {
  return (
    <>
      <ul>
        {invoice.lines.map((line) => (
          <InvoiceLine key={line.id} line={line} />
        ))}
      </ul>
      <dl className="ml-auto mt-3 grid max-w-sm grid-cols-[minmax(0,1fr)_auto] gap-y-1">
        <dt className="text-ink-soft">To the assistants</dt>
        <dd className="text-right">
          <Amount cents={invoice.subtotalCents} />
        </dd>
        <dt className="text-ink-soft">Service fee</dt>
        <dd className="text-right">
          <Amount cents={invoice.feeCents} />
        </dd>
        <dt className="border-t-2 border-rule-strong pt-1 text-lead font-bold">Total</dt>
        <dd className="border-t-2 border-rule-strong pt-1 text-right text-lead font-bold">
          <Amount cents={invoice.totalCents} />
        </dd>
      </dl>
    </>
  );
}

function InvoiceLine({ line }: { readonly line: Line }) {
  const [tone, label] = reviews[line.review];
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-3 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`/hire/weeks/${line.weekId}`} className="font-semibold">
            {line.assistant.name}
          </Link>
          <State tone={tone}>{label}</State>
        </p>
        <p>{line.title}</p>
        <p className="text-fine text-ink-faint">
          {kinds[line.kind]}, <Week {...line.week} />: {formatHours(line.minutes * 60)} h at{' '}
          <Amount cents={line.rateCents} isRate />
        </p>
      </div>
      <div className="flex items-baseline max-sm:justify-between gap-4 sm:grid sm:justify-items-end sm:gap-1.5">
        <p className="sm:text-right">
          <Amount cents={line.amountCents + line.feeCents} className="font-semibold" />
          <span className="block text-fine text-ink-faint">
            <Amount cents={line.amountCents} /> + <Amount cents={line.feeCents} /> fee
          </span>
        </p>
        {line.can.approve ? (
          <ApproveWeek
            weekId={line.weekId}
            assistantName={line.assistant.name}
            seconds={line.minutes * 60}
            totalCents={line.amountCents + line.feeCents}
            isSmall
          />
        ) : null}
      </div>
    </li>
  );
}
