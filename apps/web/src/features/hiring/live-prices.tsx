import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Amount, formatAmount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { formatBasisPoints } from '../../ui/percent.ts';
import { priceOf } from './price.ts';
import { usePrices } from './prices.ts';

const RATE_STEP_CENTS = 50;
const MINUTES_AN_HOUR = 60;
const MOST_HOURS = 40;

/** A week's price while one moves the rate and the hours: what the client pays, and that the assistant keeps the rate. */
export function LivePrices() {
  const t = useTranslations('landing');
  const [rateCents, setRate] = useState(1_850);
  const [hours, setHours] = useState(15);
  const { clientFeeBp, lowestRateCents, highestRateCents } = usePrices();
  const anHour = priceOf(rateCents, MINUTES_AN_HOUR, clientFeeBp);
  const aWeek = priceOf(rateCents, hours * MINUTES_AN_HOUR, clientFeeBp);

  return (
    <section aria-labelledby="prices" className="border-t-2 border-rule-strong bg-sheet">
      <h2 id="prices" className="border-b border-rule px-4 py-3 text-body sm:px-5">
        {t('weekCosts')}
      </h2>
      <div className="grid gap-4 px-4 py-4 sm:grid-cols-2 sm:px-5">
        <Slider
          label={t('rateHour')}
          value={rateCents}
          shown={formatAmount(rateCents)}
          min={lowestRateCents}
          max={highestRateCents}
          step={RATE_STEP_CENTS}
          onChange={setRate}
        />
        <Slider
          label={t('hoursWeek')}
          value={hours}
          shown={formatAgreed(hours * MINUTES_AN_HOUR)}
          min={1}
          max={MOST_HOURS}
          step={1}
          onChange={setHours}
        />
      </div>
      <table className="w-full border-t border-rule">
        <caption className="sr-only">{t('priceTable')}</caption>
        <thead>
          <tr className="text-fine text-ink-faint">
            <th scope="col" className="sr-only">
              {t('part')}
            </th>
            <th scope="col" className="px-2 pt-2 text-right font-normal">
              {t('anHour')}
            </th>
            <th scope="col" className="px-4 pt-2 text-right font-normal sm:px-5">
              {t('aWeek')}
            </th>
          </tr>
        </thead>
        <tbody aria-live="polite">
          <Line label={t('keeps')} anHour={anHour.worthCents} aWeek={aWeek.worthCents} />
          <Line
            label={t('fee', { percent: formatBasisPoints(clientFeeBp) })}
            anHour={anHour.feeCents}
            aWeek={aWeek.feeCents}
          />
          <Line label={t('pays')} anHour={anHour.totalCents} aWeek={aWeek.totalCents} isTotal />
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly anHour: number;
  readonly aWeek: number;
  readonly isTotal?: boolean;
}

function Line({ label, anHour, aWeek, isTotal = false }: LineProps) {
  return (
    <tr
      className={
        isTotal ? 'border-t-2 border-rule-strong text-lead font-bold' : 'border-t border-rule first:border-t-0'
      }
    >
      <th scope="row" className="px-4 py-2.5 text-left font-[inherit] sm:px-5">
        {label}
      </th>
      <td className="px-2 py-2.5 text-right">
        <Amount cents={anHour} />
      </td>
      <td className="px-4 py-2.5 text-right sm:px-5">
        <Amount cents={aWeek} />
      </td>
    </tr>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  onChange(value: number): void;
}

function Slider({ label, value, shown, min, max, step, onChange }: SliderProps) {
  const id = useId();
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-fine font-semibold">
          {label}
        </label>
        <output htmlFor={id} className="text-lead font-bold">
          {shown}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
        className="mt-1 h-8 w-full cursor-ew-resize"
      />
    </div>
  );
}
