import type { BriefView, PostBriefRequest } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { taxonomyQuery, wordFor } from '../../api/taxonomy.ts';
import { translator } from '../../i18n/spoken.ts';
import { centsFrom, formatAmount, typedFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { secondsFrom } from '../../ui/duration.tsx';
import { Choices, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { languageOptions } from '../../ui/languages.ts';
import { Section } from '../../ui/page.tsx';
import { useReader } from '../../ui/reader.tsx';
import { today } from '../../ui/zoned.ts';
import { useHiringChanged } from './hiring.queries.ts';
import { HIGHEST_RATE_CENTS, isRate, LOWEST_RATE_CENTS, priceOf } from './price.ts';
import { usePrices } from './prices.ts';

const EXAMPLE_RATE_CENTS = 1_250;
const LIKELY_LOWEST_CENTS = 1_200;
const LIKELY_HIGHEST_CENTS = 2_000;

interface BriefFormProps {
  readonly businesses: readonly { readonly id: string; readonly name: string }[];
  /** Somebody who was chosen before the brief was written: it begins from what they offer. */
  readonly inMind?: Offering;
  onPosted(brief: BriefView): void;
}

interface Offering {
  readonly id: string;
  readonly specialties: readonly { readonly code: string }[];
  readonly rateCents: number;
}

/** What somebody wants done, in a few minutes, with the price of a week as they type. */
export function BriefForm({ businesses, inMind, onPosted }: BriefFormProps) {
  const t = useTranslations('hiring');
  const ui = useTranslations('ui');
  const { zone } = useReader();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const changed = useHiringChanged();
  const form = useForm({
    initial: {
      businessId: businesses[0]?.id ?? '',
      title: '',
      description: '',
      specialties: inMind ? inMind.specialties.map(({ code }) => code).slice(0, 1) : ([] as string[]),
      tools: [] as string[],
      hours: '15',
      lowest: wholeDollars(Math.min(LIKELY_LOWEST_CENTS, inMind?.rateCents ?? LIKELY_LOWEST_CENTS)),
      highest: wholeDollars(Math.max(LIKELY_HIGHEST_CENTS, inMind?.rateCents ?? LIKELY_HIGHEST_CENTS)),
      languages: ['en'],
      overlap: '0',
      startsOn: today(zone),
    },
    draft: inMind ? `brief ${inMind.id}` : 'brief',
    schema: async () => (await import('@app/wire/hiring')).PostBriefRequest,
    request: requestFrom,
    send: async (request: PostBriefRequest, idempotencyKey) => {
      const brief = await send<BriefView>('POST', '/briefs', { body: request, idempotencyKey });
      await changed();
      onPosted(brief);
    },
  });
  const { values } = form;
  const tools = (taxonomy?.specialties ?? [])
    .filter(({ code }) => values.specialties.includes(code))
    .flatMap((specialty) => specialty.tools);

  return (
    <Form form={form} shows={['weeklyMinutes', 'minRateCents', 'maxRateCents', 'overlapMinutes']}>
      <Section title={t('work')}>
        <div className="grid max-w-[var(--measure)] gap-5">
          {businesses.length > 1 ? (
            <SelectField
              label={t('for')}
              options={businesses.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.text('businessId')}
            />
          ) : null}
          <TextField label={t('title')} placeholder={t('titleExample')} {...form.text('title')} />
          <TextArea label={t('whatToDo')} rows={5} isOptional help={t('whatToDoHelp')} {...form.text('description')} />
          <Choices
            legend={t('goodAt')}
            options={(taxonomy?.specialties ?? []).map(({ code, name }) => ({
              value: code,
              label: wordFor(code, name),
            }))}
            chosen={values.specialties}
            onChange={(chosen) => form.set('specialties', chosen)}
            fault={form.faults.specialties}
          />
          {tools.length > 0 ? (
            <Choices
              legend={t('withTools')}
              help={t('withToolsHelp')}
              options={tools.map(({ code, name }) => ({ value: code, label: wordFor(code, name) }))}
              chosen={values.tools}
              onChange={(chosen) => form.set('tools', chosen)}
              fault={form.faults.tools}
            />
          ) : null}
        </div>
      </Section>
      <Section
        title={t('hoursPrice')}
        note={t('hoursPriceNote', {
          lowest: formatAmount(LOWEST_RATE_CENTS),
          highest: formatAmount(HIGHEST_RATE_CENTS),
        })}
      >
        <div className="grid max-w-[var(--measure)] gap-4">
          <div className="grid grid-cols-3 gap-4">
            <TextField
              label={t('hoursWeek')}
              inputMode="decimal"
              {...form.text('hours')}
              fault={form.faults.hours ?? form.faults.weeklyMinutes}
            />
            <TextField
              label={t('rateFrom')}
              inputMode="decimal"
              before="$"
              {...form.text('lowest')}
              fault={form.faults.lowest ?? form.faults.minRateCents}
            />
            <TextField
              label={t('rateTo')}
              inputMode="decimal"
              before="$"
              {...form.text('highest')}
              fault={form.faults.highest ?? form.faults.maxRateCents}
            />
          </div>
          <WeeklyRange {...values} />
        </div>
      </Section>
      <Section title={t('whoWhen')}>
        <div className="grid max-w-[var(--measure)] gap-5">
          <Choices
            legend={t('mustSpeak')}
            options={languageOptions(values.languages)}
            chosen={values.languages}
            onChange={(chosen) => form.set('languages', chosen)}
            fault={form.faults.languages}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label={t('overlapHours')}
              inputMode="decimal"
              after={ui('hoursUnit')}
              help={t('overlapHelp')}
              {...form.text('overlap')}
              fault={form.faults.overlap ?? form.faults.overlapMinutes}
            />
            <TextField label={t('startsOn')} type="date" {...form.text('startsOn')} />
          </div>
        </div>
      </Section>
      <div className="flex justify-end">
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          {t('post')}
        </Button>
      </div>
    </Form>
  );
}

interface Typed {
  readonly businessId: string;
  readonly title: string;
  readonly description: string;
  readonly specialties: string[];
  readonly tools: string[];
  readonly hours: string;
  readonly lowest: string;
  readonly highest: string;
  readonly languages: string[];
  readonly overlap: string;
  readonly startsOn: string;
}

function requestFrom({ hours, lowest, highest, overlap, ...same }: Typed): PostBriefRequest {
  const weeklyMinutes = minutesFrom(hours);
  const overlapMinutes = minutesFrom(overlap);
  const [minRateCents, maxRateCents] = [centsFrom(lowest), centsFrom(highest)];
  if (weeklyMinutes === null || overlapMinutes === null || minRateCents === null || maxRateCents === null) {
    const t = translator('faults');
    throw new FieldFaults({
      ...(weeklyMinutes === null ? { hours: t('hours', { example: '15, 7:30' }) } : {}),
      ...(overlapMinutes === null ? { overlap: t('hours', { example: '10' }) } : {}),
      ...(minRateCents === null ? { lowest: t('amount', { example: typedFrom(EXAMPLE_RATE_CENTS) }) } : {}),
      ...(maxRateCents === null ? { highest: t('amount', { example: '20' }) } : {}),
    });
  }
  return { ...same, weeklyMinutes, overlapMinutes, minRateCents, maxRateCents };
}

function WeeklyRange({ hours, lowest, highest }: Pick<Typed, 'hours' | 'lowest' | 'highest'>) {
  const t = useTranslations('hiring');
  const { clientFeeBp } = usePrices();
  const minutes = minutesFrom(hours);
  const [low, high] = [centsFrom(lowest), centsFrom(highest)];
  if (minutes === null || low === null || high === null || !isRate(low) || !isRate(high) || low > high) {
    return (
      <p aria-live="polite" className="border-y border-rule bg-band px-3 py-3 text-ink-soft">
        {t('priceAppears')}
      </p>
    );
  }
  return (
    <p aria-live="polite" className="border-y border-rule bg-band px-3 py-3">
      {t.rich('weekPrice', {
        low: formatAmount(priceOf(low, minutes, clientFeeBp).totalCents),
        high: formatAmount(priceOf(high, minutes, clientFeeBp).totalCents),
        keepsLow: formatAmount(priceOf(low, minutes).worthCents),
        keepsHigh: formatAmount(priceOf(high, minutes).worthCents),
        strong: (chunks) => <strong className="text-lead">{chunks}</strong>,
      })}
    </p>
  );
}

function minutesFrom(typed: string): number | null {
  const seconds = secondsFrom(typed);
  return seconds === null ? null : Math.trunc(seconds / 60);
}

/** `12`, and `18.50` where there are cents. */
function wholeDollars(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : typedFrom(cents);
}
