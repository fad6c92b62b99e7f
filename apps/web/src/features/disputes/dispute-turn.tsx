import type { DisputeView } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { centsFor } from './worth.ts';

/** Whose turn it is, until when, and what happens if they say nothing; or how it ended. */
export function DisputeTurn({ dispute }: { readonly dispute: DisputeView }) {
  const t = useTranslations('disputes');
  const { waitsFor, dueAt, ifSilent, outcome, closedAt, refunded, side } = dispute;
  const names = { client: dispute.client.name, assistant: dispute.assistant.name };
  if (outcome !== null && waitsFor === null) {
    return t.rich(`ended.${outcome}`, {
      ...names,
      amount: () => <Amount cents={refunded ? centsFor(side, refunded) : 0} />,
      date: () => (closedAt ? <Instant at={closedAt} as="day" /> : null),
    });
  }
  if (waitsFor === null) return t('ended.other');
  const whose = waitsFor === side ? 'you' : waitsFor;
  return (
    <>
      {t.rich(dueAt ? `turn.${whose}` : `turnOpen.${whose}`, {
        ...names,
        date: () => (dueAt ? <Instant at={dueAt} isEnd /> : null),
      })}{' '}
      {ifSilent ? t(`ifSilent.${ifSilent}`) : null}
    </>
  );
}
