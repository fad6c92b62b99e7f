import type { NoticeView } from '@app/wire/notifications';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Instant } from '../../ui/instant.tsx';
import { NoticeSentence } from './notice-sentence.tsx';

interface NoticeListProps {
  readonly notices: readonly NoticeView[];
  onFollow(): void;
}

/** The latest first; each leads to where one does something about it. */
export function NoticeList({ notices, onFollow }: NoticeListProps) {
  const t = useTranslations('notifications');
  return (
    <ol className="-mx-2 divide-y divide-rule">
      {notices.map((notice) => (
        <li key={notice.id}>
          <Link
            href={notice.link}
            onClick={onFollow}
            className="flex min-h-11 items-start gap-3 rounded px-2 py-2.5 no-underline hover:bg-band"
          >
            <span
              aria-hidden="true"
              className={`mt-2 size-2 shrink-0 rounded-full ${notice.isRead ? 'border border-edge' : 'bg-wet'}`}
            />
            <span className="min-w-0 flex-1">
              {notice.isRead ? null : <span className="sr-only">{t('new')} </span>}
              <span className={notice.isRead ? '' : 'font-semibold'}>
                <NoticeSentence notice={notice} />
              </span>
              <span className="block text-fine text-ink-soft">
                <Instant at={notice.toldAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
