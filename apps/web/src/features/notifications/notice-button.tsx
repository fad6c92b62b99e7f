import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { noticesQuery } from './notifications.queries.ts';
import { later } from '../../ui/later.tsx';

const Notices = later(async () => (await import('./notices-dialog.tsx')).NoticesDialog);

/** How many things happened that its reader has not seen, and the way to them. */
export function NoticeButton() {
  const t = useTranslations('notifications');
  const notices = useQuery(noticesQuery);
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const unread = notices.data?.unread ?? 0;
  const close = () => {
    setOpen(false);
    void queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey });
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="relative grid size-11 place-items-center rounded hover:bg-band md:size-10"
      >
        <Bell aria-hidden="true" className="size-5" strokeWidth={1.75} />
        <span className="sr-only">{t('open', { unread })}</span>
        {unread > 0 ? (
          <span
            aria-hidden="true"
            className="absolute top-1 right-0.5 min-w-4.5 rounded-full bg-wet px-1 text-center text-[0.6875rem] font-bold text-paper tabular-nums"
          >
            {unread > 99 ? '99+' : unread}
          </span>
        ) : null}
      </button>
      {isOpen ? <Notices onClose={close} /> : null}
    </>
  );
}
