import type { ChargebackView } from '@app/wire/chargebacks';
import type { StaffDisputeView } from '@app/wire/disputes';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { Claim } from './claim.tsx';
import { CodeState } from './code-state.tsx';
import { Due } from './due.tsx';
import { useWord } from './staff-words.tsx';

interface QueueTableProps {
  readonly disputes: readonly StaffDisputeView[];
  readonly chargebacks: readonly ChargebackView[];
  readonly empty: ReactNode;
}

interface Row {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly about: string;
  readonly cents: number;
  readonly dueAt: string | null;
  readonly state: string;
  readonly dispute: StaffDisputeView | null;
}

/** Disputes and chargebacks in one list: who is due first does not ask which of the two it is. */
export function QueueTable({ disputes, chargebacks, empty }: QueueTableProps) {
  const t = useTranslations('staff');
  const word = useWord();
  const rows: Row[] = [
    ...disputes.map((dispute) => ({
      ...{ id: dispute.id, to: `/staff/disputes/${dispute.id}`, dueAt: dispute.dueAt, state: dispute.state, dispute },
      name: t('queue.dispute', { number: dispute.number }),
      about: t('queue.between', {
        client: dispute.client.name,
        assistant: dispute.assistant.name,
        ground: word(dispute.ground),
      }),
      cents: dispute.disputed.amountCents + dispute.disputed.feeCents,
    })),
    ...chargebacks.map((chargeback) => ({
      ...{ id: chargeback.id, to: `/staff/chargebacks/${chargeback.id}`, dueAt: chargeback.dueBy },
      ...{ state: chargeback.state, dispute: null },
      name: t('queue.chargeback', { number: chargeback.invoice.number }),
      about: t('queue.ofClient', { client: chargeback.client.name, reason: word(chargeback.reason) }),
      cents: chargeback.amountCents,
    })),
  ].toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  if (rows.length === 0) return empty;
  return (
    <Table<Row>
      caption={t('queue.toDo')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: t('queue.what'),
          isHeading: true,
          render: ({ to, name, about }) => (
            <>
              <Link href={to}>{name}</Link>
              <span className="block text-fine font-normal text-ink-soft">{about}</span>
            </>
          ),
        },
        {
          key: 'due',
          label: t('queue.due'),
          render: ({ dueAt, state, dispute }) => (
            <span className="inline-grid justify-items-start gap-1 max-sm:justify-items-end">
              <Due at={dueAt} />
              {dispute?.awaitsSecond ? (
                <State tone="waiting">{t('queue.awaitsSecond')}</State>
              ) : (
                <CodeState code={state} />
              )}
            </span>
          ),
        },
        { key: 'who', label: t('queue.who'), render: ({ dispute }) => <Claimed dispute={dispute} /> },
        { key: 'money', label: t('queue.money'), isNumber: true, render: ({ cents }) => <Amount cents={cents} /> },
        {
          key: 'do',
          label: t('claim.claim'),
          hasHiddenLabel: true,
          isNumber: true,
          render: ({ dispute }) => (dispute ? <Claim dispute={dispute} /> : null),
        },
      ]}
    />
  );
}

function Claimed({ dispute }: { readonly dispute: StaffDisputeView | null }) {
  const t = useTranslations('staff');
  if (!dispute) return <span className="text-ink-faint">{t('claim.everybody')}</span>;
  if (!dispute.claim) return <span className="text-ink-faint">{t('claim.nobody')}</span>;
  return <span>{dispute.claim.mine ? t('claim.you') : dispute.claim.by.name}</span>;
}
