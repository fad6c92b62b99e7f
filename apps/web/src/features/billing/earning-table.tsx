import type { EarningView } from '@app/wire/billing';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State, type Tone } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { Week } from '../../ui/week.tsx';

const states: Readonly<Record<EarningView['state'], readonly [Tone, string]>> = {
  held: ['waiting', 'Held'],
  due: ['waiting', 'Due'],
  blocked: ['fault', 'Blocked'],
  sending: ['running', 'On its way'],
  sent: ['settled', 'Sent to you'],
  part_reversed: ['fault', 'Partly taken back'],
  reversed: ['fault', 'Taken back'],
  cancelled: ['idle', 'Cancelled'],
  unpaid: ['fault', 'Unpaid'],
};

/** Every amount with its date and its reason. */
export function EarningTable({
  caption,
  earnings,
}: {
  readonly caption: string;
  readonly earnings: readonly EarningView[];
}) {
  return (
    <Table
      caption={caption}
      rows={earnings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'date',
          label: 'Date',
          className: 'sm:w-28',
          render: ({ date }) => (date ? <Instant at={date} as="day" /> : 'not yet known'),
        },
        {
          key: 'client',
          label: 'For',
          isHeading: true,
          render: ({ client, week, reason }) => (
            <>
              {client.name}{' '}
              <span className="font-normal text-ink-soft">
                <Week {...week} />
              </span>
              <span className="block text-fine font-normal text-ink-soft">{reason}</span>
            </>
          ),
        },
        { key: 'state', label: 'State', render: ({ state }) => <EarningState state={state} /> },
        {
          key: 'amount',
          label: 'Amount',
          isNumber: true,
          render: ({ amountCents }) => <Amount cents={amountCents} className="font-semibold" />,
        },
      ]}
    />
  );
}

function EarningState({ state }: { readonly state: EarningView['state'] }) {
  const [tone, label] = states[state];
  return <State tone={tone}>{label}</State>;
}
