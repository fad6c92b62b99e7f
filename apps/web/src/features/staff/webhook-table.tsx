import type { WebhookList } from '@app/wire/staff';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Table } from '../../ui/table.tsx';
import { Act } from './act.tsx';
import { Id } from './facts.tsx';

type Webhook = WebhookList[number];

const SHOWN_FIRST = 10;

/** What Stripe told Kontor, the latest first; what was lost on the way is received again. */
export function WebhookTable({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const t = useTranslations('staff');
  const [shown, setShown] = useState(SHOWN_FIRST);
  return (
    <>
      <Table<Webhook>
        caption={t('webhooks.title')}
        rows={webhooks.slice(0, shown)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'type', label: t('webhooks.type'), isHeading: true, render: ({ type }) => type },
          {
            key: 'object',
            label: t('webhooks.object'),
            render: ({ objectId }) => (
              <Link href={`/staff/search?q=${encodeURIComponent(objectId)}`}>
                <Id>{objectId}</Id>
              </Link>
            ),
          },
          { key: 'at', label: t('webhooks.at'), render: ({ receivedAt }) => <Instant at={receivedAt} /> },
          {
            key: 'do',
            label: t('webhooks.again'),
            hasHiddenLabel: true,
            isNumber: true,
            render: ({ id, type }) => (
              <Act
                verb={t('webhooks.again')}
                of={type}
                title={t('webhooks.againTitle')}
                said={t('webhooks.received')}
                run={() => send('POST', `/staff/webhooks/${id}/replays`)}
              >
                <p>{t('webhooks.againText')}</p>
                <p>
                  <Id>{id}</Id>
                </p>
              </Act>
            ),
          },
        ]}
      />
      {webhooks.length > shown ? (
        <Button size="small" className="mt-3" onClick={() => setShown(webhooks.length)}>
          {t('webhooks.all', { count: webhooks.length })}
        </Button>
      ) : null}
    </>
  );
}
