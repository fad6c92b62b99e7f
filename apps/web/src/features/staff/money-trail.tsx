import type { MoneyTrailView } from '@app/wire/staff';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { CodeState } from './code-state.tsx';
import { Id } from './facts.tsx';
import { pageOf, trailOf } from './found-links.ts';
import { HoldMoney } from './hold-money.tsx';
import { useWord } from './staff-words.tsx';

type Step = MoneyTrailView[number];

/** Where money was, where it came from and where it went: each step with its journals, date and reason. */
export function MoneyTrail({ steps, of }: { readonly steps: MoneyTrailView; readonly of: string }) {
  const named = new Map(steps.map((step) => [step.id, step]));
  return (
    <ol className="border-l-2 border-rule-strong">
      {steps.map((step) => (
        <li
          key={`${step.kind} ${step.id}`}
          className={`relative grid gap-x-4 gap-y-1 py-3 pl-5 sm:grid-cols-[10rem_minmax(0,1fr)_auto] ${step.id === of || step.stripeId === of ? 'bg-band' : ''}`}
        >
          <span aria-hidden="true" className="absolute top-4.5 -left-[6px] size-2.5 rounded-[50%] bg-ink" />
          <p className="text-fine text-ink-faint sm:pt-px">
            <Instant at={step.at} />
          </p>
          <StepText step={step} from={step.from.flatMap((id) => named.get(id) ?? [])} />
          <p className="sm:text-right">
            <Amount cents={step.amountCents} className="font-semibold" />
          </p>
        </li>
      ))}
    </ol>
  );
}

function StepText({ step, from }: { readonly step: Step; readonly from: readonly Step[] }) {
  const t = useTranslations('staff');
  const word = useWord();
  const to = pageOf(step.kind, step.id);
  return (
    <div className="grid min-w-0 gap-1">
      <p className="flex flex-wrap items-baseline gap-2">
        <strong>{to ? <Link href={to}>{word(step.kind)}</Link> : word(step.kind)}</strong>
        {step.state === null ? null : <CodeState code={step.state} />}
        {step.reason === null ? null : (
          <span className="text-fine text-ink-soft">{step.reason.split(':').map(word).join(': ')}</span>
        )}
      </p>
      <p className="text-fine">
        <Id>{step.stripeId ?? step.id}</Id>
      </p>
      {from.length > 0 ? (
        <p className="text-fine text-ink-soft">
          {t('trail.from')}{' '}
          {from.map((source, index) => (
            <span key={source.id}>
              {index > 0 ? ', ' : ''}
              <Link href={trailOf(source.id)}>{word(source.kind)}</Link> <Amount cents={source.amountCents} />
            </span>
          ))}
        </p>
      ) : null}
      {step.journals.length > 0 ? (
        <details className="text-fine">
          <summary className="text-ink-soft">{t('trail.journals', { count: step.journals.length })}</summary>
          <ul className="mt-1 grid gap-1">
            {step.journals.map(({ reference, kind, reason, occurredAt }) => (
              <li key={reference}>
                {kind} <Id>{reference}</Id> <Instant at={occurredAt} /> {reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {step.kind === 'earning' && (step.state === 'held' || step.state === 'due') ? (
        <div>
          <HoldMoney subject={{ kind: 'earning', id: step.id }} />
        </div>
      ) : null}
    </div>
  );
}
