import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { formatAmount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';
import { BudgetDialog } from './budget-dialog.tsx';
import { budgetQuery } from './billing.queries.ts';

const WARN_AT_PERCENT = 80;

interface BudgetOfWeekProps {
  readonly business: { readonly id: string; readonly name: string };
  /** Named where somebody hires for several. */
  readonly isOneOfSeveral: boolean;
  /** What the week costs so far, all in. */
  readonly spentCents: number;
  /** What it comes to when everybody works up to their limit. */
  readonly fullCents: number;
}

/** What the week costs so far against what the business means to spend. */
export function BudgetOfWeek({ business, isOneOfSeveral, spentCents, fullCents }: BudgetOfWeekProps) {
  const t = useTranslations('home.budget');
  const budget = useQuery(budgetQuery(business.id));
  const [isSetting, setSetting] = useState(false);
  return (
    <Section
      title={t('title')}
      note={isOneOfSeveral ? business.name : undefined}
      actions={
        budget.data?.can.set ? (
          <Button size="small" onClick={() => setSetting(true)}>
            {budget.data.weeklyCents === null ? t('set') : t('change')}
          </Button>
        ) : null
      }
    >
      <Fetched query={budget} lines={1}>
        {({ weeklyCents }) =>
          weeklyCents === null ? (
            <p className="text-ink-soft">{t('none')}</p>
          ) : (
            <BudgetBar spentCents={spentCents} budgetCents={weeklyCents} />
          )
        }
      </Fetched>
      {fullCents > spentCents ? (
        <p className="mt-2 text-fine text-ink-faint">{t('full', { amount: formatAmount(fullCents) })}</p>
      ) : null}
      {isSetting && budget.data ? (
        <BudgetDialog
          businessId={business.id}
          weeklyCents={budget.data.weeklyCents}
          onClose={() => setSetting(false)}
        />
      ) : null}
    </Section>
  );
}

/** Inked from the left; what it says stands under it, with a shape and words where it warns. */
function BudgetBar({ spentCents, budgetCents }: { readonly spentCents: number; readonly budgetCents: number }) {
  const t = useTranslations('home.budget');
  const left = budgetCents - spentCents;
  const isPast = left <= 0;
  const isNear = !isPast && spentCents * 100 >= budgetCents * WARN_AT_PERCENT;
  const said = t('used', { spent: formatAmount(spentCents), budget: formatAmount(budgetCents) });
  const width = `${Math.min(100, (100 * spentCents) / budgetCents)}%`;
  return (
    <div className="max-w-[var(--measure)]">
      <meter
        className="sr-only"
        aria-label={t('title')}
        min={0}
        max={budgetCents}
        value={Math.min(spentCents, budgetCents)}
        aria-valuetext={said}
      >
        {said}
      </meter>
      <div aria-hidden="true" className="flex h-4 border border-edge bg-sheet">
        <span className={isPast ? 'bg-fault' : isNear ? 'bg-waiting' : 'bg-ink'} style={{ width }} />
      </div>
      <p className="mt-1.5 flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">{said}</span>
        {isPast || isNear ? null : <span className="text-ink-soft">{t('left', { amount: formatAmount(left) })}</span>}
      </p>
      {isPast ? (
        <p className="mt-2 border-l-4 border-fault bg-fault-wash px-3 py-2">
          {left === 0 ? t('exactly') : t('past', { amount: formatAmount(-left) })}
        </p>
      ) : isNear ? (
        <p className="mt-2 border-l-4 border-waiting bg-waiting-wash px-3 py-2">
          {t('near', { amount: formatAmount(left) })}
        </p>
      ) : null}
    </div>
  );
}
