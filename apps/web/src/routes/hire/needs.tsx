import type { ContractView } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { cardsQuery, invoicesQuery } from '../../features/billing/billing.queries.ts';
import { InvoiceSays } from '../../features/billing/invoice-says.tsx';
import { contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { formatHours } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { type Need, NeedsList } from '../needs-list.tsx';
import { useDisputeNeeds } from '../needs-of-disputes.tsx';

const A_MINUTE_MS = 60_000;
const NEWS_FOR_MS = 7 * 24 * 60 * A_MINUTE_MS;

/** Money, then answers, then news. */
export function Needs({ hasWork }: { readonly hasWork: boolean }) {
  return <NeedsList needs={[...useMoney(hasWork), ...useDisputeNeeds('hire'), ...useOverLimit(), ...useNews()]} />;
}

function useMoney(hasWork: boolean): Need[] {
  const t = useTranslations('home');
  const business = useMe().businesses[0];
  const cards = useQuery({ ...cardsQuery(business?.id ?? ''), enabled: business !== undefined });
  const unpaid = (useQuery(invoicesQuery).data ?? []).filter(({ can, state }) => can.saveCard && isUnpaid(state));
  const pay = unpaid.map((invoice): Need => ({
    ...{ key: invoice.id, tone: 'fault', kind: 'pay', to: `/hire/invoices/${invoice.id}` },
    says: <InvoiceSays invoice={invoice} />,
    verb: t('payInvoice', { number: invoice.number }),
  }));
  if (!hasWork || cards.data?.length !== 0) return pay;
  const card: Need = {
    ...{ key: 'card', tone: 'waiting', kind: 'card', to: '/hire/cards' },
    ...{ says: t('needCard'), verb: t('saveCard') },
  };
  return [...pay, card];
}

/** Hours that lapse unless they are accepted. */
function useOverLimit(): Need[] {
  const t = useTranslations('home');
  const current = useQuery(weeksQuery('current')).data ?? [];
  const past = useQuery(weeksQuery('past')).data ?? [];
  const waiting = [...current, ...past].filter(({ can, overLimitSeconds }) => can.raiseLimit && overLimitSeconds > 0);
  return waiting.map(({ id, assistant, title, overLimitSeconds, freezesAt }) => ({
    ...{ key: `over ${id}`, tone: 'waiting', kind: 'answer', to: `/hire/weeks/${id}`, verb: t('seeHours') },
    says: t.rich('overLimit', {
      ...{ name: assistant.name, title, hours: formatHours(overLimitSeconds) },
      date: () => <Instant at={freezesAt} isEnd />,
    }),
  }));
}

/** Offers that were answered within the last week. */
function useNews(): Need[] {
  const t = useTranslations('home');
  const me = useMe();
  const now = useNow(A_MINUTE_MS).getTime();
  const isNew = (at: string | null) => at !== null && now - new Date(at).getTime() < NEWS_FOR_MS;
  const ours = (useQuery(contractsQuery).data ?? []).filter(({ client }) =>
    me.businesses.some(({ id }) => id === client.id),
  );
  return ours.flatMap((contract): Need[] => {
    const { id, state, briefId, assistant, title } = contract;
    if (state === 'active' && isNew(contract.startedAt)) {
      const says = t('accepted', { name: assistant.name, title });
      return [{ key: id, tone: 'settled', kind: 'news', says, to: `/hire/contracts/${id}`, verb: t('seeContract') }];
    }
    const said = unwanted(state);
    if (!said || !isNew(said === 'expired' ? contract.offerExpiresAt : contract.offeredAt)) return [];
    const to = briefId ? `/hire/briefs/${briefId}` : '/hire/briefs';
    const says = t(said, { name: assistant.name, title });
    return [{ key: id, tone: 'idle', kind: 'news', says, to, verb: t('findAnother') }];
  });
}

function unwanted(state: ContractView['state']): 'declined' | 'expired' | null {
  return state === 'declined' || state === 'expired' ? state : null;
}

function isUnpaid(state: string): boolean {
  return state === 'past_due' || state === 'uncollectible';
}
