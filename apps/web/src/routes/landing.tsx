import { useTranslations } from 'use-intl';

import { LivePrices } from '../features/hiring/live-prices.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { PublicPage } from './public-page.tsx';
import { VisitorActions } from './visitor-actions.tsx';

export function Landing() {
  const t = useTranslations('landing');
  return (
    <PublicPage title="Kontor" actions={<VisitorActions />}>
      <div className="grid flex-1 items-center gap-x-16 gap-y-10 py-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div>
          <h1 className="max-w-[15ch] text-display font-extrabold tracking-[-0.035em]">{t('headline')}</h1>
          <p className="mt-5 max-w-[var(--measure)] text-lead text-ink-soft">{t('lede')}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <ButtonLink to="/register?as=hire" weight="strong" size="thumb">
              {t('hire')}
            </ButtonLink>
            <ButtonLink to="/register?as=assist" size="thumb">
              {t('assist')}
            </ButtonLink>
          </div>
        </div>
        <LivePrices />
      </div>
      <WeekOfMoney />
    </PublicPage>
  );
}

const steps = ['log', 'freeze', 'review', 'hold', 'pay'] as const;

/** A week's money, from the first logged minute to the bank. */
function WeekOfMoney() {
  const t = useTranslations('landing');
  return (
    <section aria-labelledby="week-of-money" className="pb-2">
      <h2 id="week-of-money" className="sr-only">
        {t('howPaid')}
      </h2>
      <ol className="grid border-t-2 border-rule-strong sm:grid-cols-2 lg:grid-cols-5">
        {steps.map((step, index) => (
          <li key={step} className="border-b border-rule py-3 pr-4 lg:border-b-0">
            <p className={`text-fine font-semibold ${index === 0 ? 'text-wet' : 'text-ink-faint'}`}>
              {t(`steps.${step}.when`)}
            </p>
            <p className="mt-0.5 font-bold">{t(`steps.${step}.what`)}</p>
            <p className="mt-0.5 text-fine text-ink-soft">{t(`steps.${step}.why`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
