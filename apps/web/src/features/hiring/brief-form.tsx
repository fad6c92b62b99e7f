import type { BriefView, PostBriefRequest } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';

import { send } from '../../api/client.ts';
import { taxonomyQuery } from '../../api/taxonomy.ts';
import { Amount, centsFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { secondsFrom } from '../../ui/duration.tsx';
import { Choices, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { languageOptions } from '../../ui/languages.ts';
import { Section } from '../../ui/page.tsx';
import { useReader } from '../../ui/reader.tsx';
import { today } from '../../ui/zoned.ts';
import { useHiringChanged } from './hiring.queries.ts';
import { isRate, priceOf } from './price.ts';

interface BriefFormProps {
  readonly businesses: readonly { readonly id: string; readonly name: string }[];
  onPosted(brief: BriefView): void;
}

/** What somebody wants done, in a few minutes, with the price of a week as they type. */
export function BriefForm({ businesses, onPosted }: BriefFormProps) {
  const { zone } = useReader();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const changed = useHiringChanged();
  const form = useForm({
    initial: {
      businessId: businesses[0]?.id ?? '',
      title: '',
      description: '',
      specialties: [] as string[],
      tools: [] as string[],
      hours: '15',
      lowest: '12',
      highest: '20',
      languages: ['en'],
      overlap: '0',
      startsOn: today(zone),
    },
    draft: 'brief',
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
      <Section title="The work">
        <div className="grid max-w-[var(--measure)] gap-5">
          {businesses.length > 1 ? (
            <SelectField
              label="For"
              options={businesses.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.text('businessId')}
            />
          ) : null}
          <TextField label="Title" placeholder="Customer e-mail and social media" {...form.text('title')} />
          <TextArea
            label="What there is to do"
            rows={5}
            isOptional
            help="A usual day, and what would be done well. Assistants read this."
            {...form.text('description')}
          />
          <Choices
            legend="It takes somebody good at"
            options={(taxonomy?.specialties ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            chosen={values.specialties}
            onChange={(chosen) => form.set('specialties', chosen)}
            fault={form.faults.specialties}
          />
          {tools.length > 0 ? (
            <Choices
              legend="With these tools"
              help="Leave out what can be learnt in a day."
              options={tools.map(({ code, name }) => ({ value: code, label: name }))}
              chosen={values.tools}
              onChange={(chosen) => form.set('tools', chosen)}
              fault={form.faults.tools}
            />
          ) : null}
        </div>
      </Section>
      <Section
        title="Hours and price"
        note="Between $10.00 and $25.00 an hour. You pay for hours worked, never for applicants."
      >
        <div className="grid max-w-[var(--measure)] gap-4">
          <div className="grid grid-cols-3 gap-4">
            <TextField
              label="Hours a week"
              inputMode="decimal"
              {...form.text('hours')}
              fault={form.faults.hours ?? form.faults.weeklyMinutes}
            />
            <TextField
              label="Rate from"
              inputMode="decimal"
              before="$"
              {...form.text('lowest')}
              fault={form.faults.lowest ?? form.faults.minRateCents}
            />
            <TextField
              label="to"
              inputMode="decimal"
              before="$"
              {...form.text('highest')}
              fault={form.faults.highest ?? form.faults.maxRateCents}
            />
          </div>
          <WeeklyRange {...values} />
        </div>
      </Section>
      <Section title="Who and when">
        <div className="grid max-w-[var(--measure)] gap-5">
          <Choices
            legend="Languages they must work in"
            options={languageOptions(values.languages)}
            chosen={values.languages}
            onChange={(chosen) => form.set('languages', chosen)}
            fault={form.faults.languages}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="Hours a week in your working day"
              inputMode="decimal"
              after="h"
              help="Shared with Monday to Friday, 9 to 17, where you are. 0 when it does not matter."
              {...form.text('overlap')}
              fault={form.faults.overlap ?? form.faults.overlapMinutes}
            />
            <TextField label="Starts on" type="date" {...form.text('startsOn')} />
          </div>
        </div>
      </Section>
      <div className="flex justify-end">
        <Button type="submit" weight="strong" size="thumb" isBusy={form.isBusy}>
          Post it and see who fits
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
    throw new FieldFaults({
      ...(weeklyMinutes === null ? { hours: 'must be hours, such as 15 or 7:30' } : {}),
      ...(overlapMinutes === null ? { overlap: 'must be hours, such as 10' } : {}),
      ...(minRateCents === null ? { lowest: 'must be an amount, such as 12.50' } : {}),
      ...(maxRateCents === null ? { highest: 'must be an amount, such as 20' } : {}),
    });
  }
  return { ...same, weeklyMinutes, overlapMinutes, minRateCents, maxRateCents };
}

function WeeklyRange({ hours, lowest, highest }: Pick<Typed, 'hours' | 'lowest' | 'highest'>) {
  const minutes = minutesFrom(hours);
  const [low, high] = [centsFrom(lowest), centsFrom(highest)];
  if (minutes === null || low === null || high === null || !isRate(low) || !isRate(high) || low > high) {
    return (
      <p aria-live="polite" className="border-y border-rule bg-band px-3 py-3 text-ink-soft">
        The price of a week appears here.
      </p>
    );
  }
  return (
    <p aria-live="polite" className="border-y border-rule bg-band px-3 py-3">
      A full week costs you{' '}
      <strong className="text-lead">
        <Amount cents={priceOf(low, minutes).totalCents} /> to <Amount cents={priceOf(high, minutes).totalCents} />
      </strong>{' '}
      all in, of which the assistant keeps <Amount cents={priceOf(low, minutes).worthCents} /> to{' '}
      <Amount cents={priceOf(high, minutes).worthCents} />.
    </p>
  );
}

function minutesFrom(typed: string): number | null {
  const seconds = secondsFrom(typed);
  return seconds === null ? null : Math.trunc(seconds / 60);
}
