import type { ContractDetail } from '@app/wire/hiring';
import type { WeekView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, Redirect, useParams } from 'wouter';

import { useMe } from '../../api/session.ts';
import { invoicesQuery } from '../../features/billing/billing.queries.ts';
import { ContractPage } from '../../features/hiring/contract-page.tsx';
import { FetchedContract } from '../../features/hiring/fetched-contract.tsx';
import { Amount } from '../../ui/amount.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { ContractWeeks } from '../contract-weeks.tsx';
import { BonusOn } from './bonus-on.tsx';

/** A contract as its client reads it. */
export function ClientContract() {
  const { id } = useParams<{ id: string }>();
  const t = useTranslations('hiring.contract');
  const me = useMe();
  const links = <ButtonLink to="/hire/contracts">{t('all')}</ButtonLink>;
  return (
    <FetchedContract id={id} links={links}>
      {(contract) =>
        // The address may have come from the other side.
        contract.assistant.id === me.id ? (
          <Redirect to={`/assist/contracts/${id}`} replace />
        ) : (
          <ContractPage
            contract={contract}
            side="client"
            links={links}
            actions={<BonusOn contract={contract} />}
            weeks={<Weeks contract={contract} />}
          />
        )
      }
    </FetchedContract>
  );
}

function Weeks({ contract }: { readonly contract: ContractDetail }) {
  const t = useTranslations('hiring.contract.week');
  const invoices = useQuery(invoicesQuery).data ?? [];
  const invoiceOf = ({ client, start }: WeekView) =>
    invoices.find((invoice) => invoice.client.id === client.id && invoice.week.start === start);
  return (
    <ContractWeeks
      contract={contract}
      pathOf={({ id }) => `/hire/weeks/${id}`}
      money={{
        paper: t('invoice'),
        paperOf: (week) => {
          const invoice = week.state === 'open' ? undefined : invoiceOf(week);
          return invoice ? <Link href={`/hire/invoices/${invoice.id}`}>{invoice.number}</Link> : '–';
        },
        amount: t('youPay'),
        amountOf: ({ clientTotalCents }) => <Amount cents={clientTotalCents} className="font-semibold" />,
      }}
    />
  );
}
