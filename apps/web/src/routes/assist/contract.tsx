import type { ContractDetail } from '@app/wire/hiring';
import type { WeekView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, Redirect, useParams } from 'wouter';

import { useMe } from '../../api/session.ts';
import { earningsQuery } from '../../features/billing/billing.queries.ts';
import { EarningState } from '../../features/billing/earning-table.tsx';
import { ContractPage } from '../../features/hiring/contract-page.tsx';
import { FetchedContract } from '../../features/hiring/fetched-contract.tsx';
import { Amount } from '../../ui/amount.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { wallClock } from '../../ui/zoned.ts';
import { ContractWeeks } from '../contract-weeks.tsx';

/** A contract as its assistant reads it. */
export function AssistantContract() {
  const { id } = useParams<{ id: string }>();
  const t = useTranslations('hiring.contract');
  const me = useMe();
  const links = <ButtonLink to="/assist/work">{t('allWork')}</ButtonLink>;
  return (
    <FetchedContract id={id} links={links}>
      {(contract) =>
        // The address may have come from the other side.
        contract.assistant.id === me.id ? (
          <ContractPage contract={contract} side="assistant" links={links} weeks={<Weeks contract={contract} />} />
        ) : (
          <Redirect to={`/hire/contracts/${id}`} replace />
        )
      }
    </FetchedContract>
  );
}

function Weeks({ contract }: { readonly contract: ContractDetail }) {
  const t = useTranslations('hiring.contract.week');
  const earnings = useQuery(earningsQuery).data ?? [];
  /** What is disputed of a week is an earning of its own. */
  const statesOf = ({ contractId, start }: WeekView) =>
    new Set(
      earnings
        .filter((earning) => earning.contractId === contractId && earning.week.start === start)
        .filter(({ bonusNote }) => bonusNote === null)
        .map(({ state }) => state),
    );
  return (
    <ContractWeeks
      contract={contract}
      pathOf={({ start, zone }) => `/assist/time?week=${wallClock(new Date(start), zone).date}`}
      money={{
        paper: t('earning'),
        paperOf: (week) => {
          const states = [...statesOf(week)];
          if (states.length === 0) return '–';
          return (
            <Link href="/assist/earnings" className="inline-flex flex-wrap gap-1">
              {states.map((state) => (
                <EarningState key={state} state={state} />
              ))}
            </Link>
          );
        },
        amount: t('yours'),
        amountOf: ({ worthCents }) => <Amount cents={worthCents} className="font-semibold" />,
      }}
    />
  );
}
