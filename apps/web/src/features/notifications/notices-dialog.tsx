import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { NoticeList } from './notice-list.tsx';
import { noticesQuery } from './notifications.queries.ts';

/** Whoever opens it has read what it says. It stays marked as new until it is closed. */
export function NoticesDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations('notifications');
  const notices = useQuery(noticesQuery);
  const latest = notices.data?.unread ? notices.data.notices[0]?.id : undefined;
  useEffect(() => {
    // Nothing is lost when it fails: they are unread once more.
    if (latest !== undefined) void send('POST', '/notifications/reading', { body: { upTo: latest } }).catch(() => {});
  }, [latest]);
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <Fetched
        query={notices}
        isEmpty={(data) => data.notices.length === 0}
        empty={<Empty title={t('none')}>{t('noneText')}</Empty>}
      >
        {(data) => <NoticeList notices={data.notices} onFollow={onClose} />}
      </Fetched>
    </Dialog>
  );
}
