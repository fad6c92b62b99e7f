import { useQuery } from '@tanstack/react-query';

import { meQuery } from '../api/session.ts';
import { homeOf } from '../features/identity/home.ts';
import { LivePrices } from '../features/hiring/live-prices.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { PublicPage } from './public-page.tsx';

export function Landing() {
  const { data: me } = useQuery(meQuery);
  return (
    <PublicPage
      title="Kontor"
      actions={
        me ? (
          <ButtonLink to={homeOf(me)}>Open your week</ButtonLink>
        ) : (
          <ButtonLink to="/sign-in" weight="quiet">
            Sign in
          </ButtonLink>
        )
      }
    >
      <div className="grid flex-1 items-center gap-x-16 gap-y-10 py-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div>
          <h1 className="max-w-[15ch] text-display font-extrabold tracking-[-0.035em]">
            An assistant by the hour. Every cent with its date and its reason.
          </h1>
          <p className="mt-5 max-w-[var(--measure)] text-lead text-ink-soft">
            Kontor is where small businesses hire freelance assistants for the mail, the customers, the books and the
            rest of the office. One invoice a week, charged to a saved card. No second is paid twice.
          </p>
          <div className="mt-7 flex flex-wrap gap-3">
            <ButtonLink to="/register?as=hire" weight="strong" size="thumb">
              Hire an assistant
            </ButtonLink>
            <ButtonLink to="/register?as=assist" size="thumb">
              Work as an assistant
            </ButtonLink>
          </div>
        </div>
        <LivePrices />
      </div>
      <WeekOfMoney />
    </PublicPage>
  );
}

const steps = [
  { when: 'Mon to Sun', what: 'Work is logged', why: 'By timer, by hand or from a CSV file, up to the weekly limit.' },
  { when: 'Mon 12:00', what: 'The week freezes', why: 'One invoice, one line a contract, charged to the saved card.' },
  { when: 'to Fri 24:00', what: 'The client reviews', why: 'Approve, or say which hours are wrong. Silence accepts.' },
  { when: 'then 5 days', what: 'A hold, for new clients', why: 'None once four weeks have been paid.' },
  { when: 'Tue and Fri', what: 'Paid to the bank', why: 'One payout, readable split by client.' },
];

/** A week's money, from the first logged minute to the bank. */
function WeekOfMoney() {
  return (
    <section aria-labelledby="week-of-money" className="pb-2">
      <h2 id="week-of-money" className="sr-only">
        How a week is paid
      </h2>
      <ol className="grid border-t-2 border-rule-strong sm:grid-cols-2 lg:grid-cols-5">
        {steps.map(({ when, what, why }, index) => (
          <li key={when} className="border-b border-rule py-3 pr-4 lg:border-b-0">
            <p className={`text-fine font-semibold ${index === 0 ? 'text-wet' : 'text-ink-faint'}`}>{when}</p>
            <p className="mt-0.5 font-bold">{what}</p>
            <p className="mt-0.5 text-fine text-ink-soft">{why}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
