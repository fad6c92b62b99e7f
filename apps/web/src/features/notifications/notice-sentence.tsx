import type { NoticeView } from '@app/wire/notifications';
import { useTranslations } from 'use-intl';

import { formatAmount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { formatInstant } from '../../ui/instant.tsx';
import { useReader } from '../../ui/reader.tsx';

/** What happened, in the reader's language and zone. */
export function NoticeSentence({ notice: { kind, facts } }: { readonly notice: NoticeView }) {
  const t = useTranslations('notifications');
  const { zone } = useReader();
  const words = Object.entries(facts).map(([name, fact]): [string, string | number] => {
    if (/cents$/i.test(name)) return [name, formatAmount(Number(fact))];
    if (name === 'minutes') return ['hours', formatAgreed(Number(fact))];
    if (name === 'until' || name === 'at') {
      return [name, formatInstant(new Date(String(fact)), { zone, isEnd: name === 'until' })];
    }
    return [name, fact ?? ''];
  });
  return t(`says.${kind}`, Object.fromEntries(words));
}
