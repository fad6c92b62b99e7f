import type { ContractView } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { cardsQuery, invoicesQuery } from '../../features/billing/billing.queries.ts';
import { InvoiceSays } from '../../features/billing/invoice-says.tsx';
import { disputesQuery, questionsQuery } from '../../features/disputes/disputes.queries.ts';
import { contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { State, type Tone } from '../../ui/state.tsx';

const A_MINUTE_MS = 60_000;
const NEWS_FOR_MS = 7 * 24 * 60 * A_MINUTE_MS;

interface Need {
  readonly key: string;
  readonly tone: Tone;
  readonly kind: 'pay' | 'answer' | 'news' | 'card';
  readonly says: ReactNode;
  readonly to: string;
  readonly verb: string;
}

/** What waits for the reader, the most urgent first: money, then answers, then news. Nothing, when nothing does. */
export function Needs({ hasWork }: { readonly hasWork: boolean }) {
  const t = useTranslations('home');
  const needs = [...useMoney(hasWork), ...useAnswers(), ...useNews()];
  if (needs.length === 0) return null;
  return (
    <Section title={t('needsYou')} note={t('needsNote')}>
      <ul className="border-t border-rule lg:border-t-0">
        {needs.map(({ key, tone, kind, says, to, verb }) => (
          <li
            key={key}
            className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2 first:pt-0"
          >
            <span className="w-28 flex-none max-sm:w-full">
              <State tone={tone}>{t(`kind.${kind}`)}</State>
            </span>
            <span className="min-w-0 flex-1 basis-60">{says}</span>
            <ButtonLink to={to} size="small">
              {verb}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
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

function useAnswers(): Need[] {
  const t = useTranslations('home');
  const me = useMe();
  const isOurs = ({ client }: { client: { id: string } }) => me.businesses.some(({ id }) => id === client.id);
  const disputes = (useQuery(disputesQuery).data ?? []).filter((one) => isOurs(one) && one.can.settle);
  const questions = (useQuery(questionsQuery).data ?? []).filter(
    (one) => isOurs(one) && (one.can.agree || one.can.decline),
  );
  return [
    ...disputes.map(({ id, assistant, title }): Need => ({
      ...{ key: id, tone: 'waiting', kind: 'answer', to: `/hire/disputes/${id}`, verb: t('seeDispute') },
      says: t('disputeOffer', { name: assistant.name, title }),
    })),
    ...questions.map(({ id, weekId, assistant, title, correction }): Need => ({
      ...{ key: id, tone: 'waiting', kind: 'answer', to: `/hire/weeks/${weekId}`, verb: t('seeCorrection') },
      says: t(correction ? 'correction' : 'answered', { name: assistant.name, title }),
    })),
  ];
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
      return [{ key: id, tone: 'settled', kind: 'news', says, to: '/hire/contracts', verb: t('seeContract') }];
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
