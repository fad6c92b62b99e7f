import type { ChargebackView } from '@app/wire/chargebacks';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { CodeState } from '../../features/staff/code-state.tsx';
import { Due } from '../../features/staff/due.tsx';
import { chargebacksQuery } from '../../features/staff/staff.queries.ts';
import { useWord } from '../../features/staff/staff-words.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';

/** Payments that clients' banks took back or ask about. */
export function Chargebacks() {
  const t = useTranslations('staff');
  const chargebacks = useQuery(chargebacksQuery);
  return (
    <Page title={t('chargebacks.title')} lede={t('chargebacks.lede')}>
      <Fetched
        query={chargebacks}
        lines={4}
        empty={<Empty title={t('chargebacks.empty')}>{t('chargebacks.emptyText')}</Empty>}
      >
        {(all) => {
          const waiting = all.filter(({ can }) => can.submit || can.accept);
          const others = all.filter((one) => !waiting.includes(one));
          return (
            <>
              {waiting.length > 0 ? (
                <Section title={t('chargebacks.waiting')} note={t('chargebacks.waitingNote')}>
                  <ChargebackTable caption={t('chargebacks.waiting')} rows={waiting} />
                </Section>
              ) : null}
              {others.length > 0 ? (
                <Section title={t('chargebacks.others')}>
                  <ChargebackTable caption={t('chargebacks.others')} rows={others} />
                </Section>
              ) : null}
            </>
          );
        }}
      </Fetched>
    </Page>
  );
}

function ChargebackTable({ caption, rows }: { readonly caption: string; readonly rows: readonly ChargebackView[] }) {
  const t = useTranslations('staff');
  const word = useWord();
  return (
    <Table<ChargebackView>
      caption={caption}
      rows={rows.toSorted((a, b) => (a.dueBy ?? '9').localeCompare(b.dueBy ?? '9'))}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: t('chargebacks.invoice'),
          isHeading: true,
          render: ({ id, invoice, client, reason }) => (
            <>
              <Link href={`/staff/chargebacks/${id}`}>{invoice.number}</Link>
              <span className="block text-fine font-normal text-ink-soft">
                {client.name}, {word(reason)}
              </span>
            </>
          ),
        },
        { key: 'state', label: t('chargebacks.state'), render: ({ state }) => <CodeState code={state} /> },
        {
          key: 'due',
          label: t('queue.due'),
          render: ({ can, dueBy, stateAt }) =>
            can.submit || can.accept ? <Due at={dueBy} /> : <Instant at={stateAt} as="date" />,
        },
        {
          key: 'money',
          label: t('queue.money'),
          isNumber: true,
          render: ({ amountCents }) => <Amount cents={amountCents} />,
        },
      ]}
    />
  );
}
