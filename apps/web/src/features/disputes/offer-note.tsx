import type { DisputeDetail } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';

const looks: Readonly<Record<NonNullable<DisputeDetail['offer']>['state'], string>> = {
  standing: 'border-waiting bg-waiting-wash',
  taken: 'border-settled bg-settled-wash',
  declined: 'border-edge bg-band',
};

/** A part that the assistant offered, with its money for both sides. */
export function OfferNote({ dispute }: { readonly dispute: DisputeDetail }) {
  const t = useTranslations('disputes');
  const { offer, disputed } = dispute;
  if (!offer) return null;
  const seconds = offer.lines.reduce((sum, { refundSeconds }) => sum + refundSeconds, 0);
  return (
    <div className={`border-l-4 px-3 py-2 ${looks[offer.state]}`}>
      <p>
        {t.rich(`offer.${offer.state}`, {
          name: dispute.assistant.name,
          client: dispute.client.name,
          hours: formatHours(seconds),
          back: () => <Amount cents={offer.amountCents + offer.feeCents} className="font-semibold" />,
          keeps: () => <Amount cents={disputed.amountCents - offer.amountCents} className="font-semibold" />,
          date: () => <Instant at={offer.at} />,
        })}
      </p>
    </div>
  );
}
