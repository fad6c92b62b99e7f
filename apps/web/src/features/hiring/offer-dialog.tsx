import type { BriefView, ContractView, OfferRequest } from '@app/wire/hiring';

import { send } from '../../api/client.ts';
import { Amount, centsFrom, typedFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { secondsFrom } from '../../ui/duration.tsx';
import { TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useHiringChanged } from './hiring.queries.ts';
import { isRate, priceOf } from './price.ts';

interface OfferDialogProps {
  readonly brief: BriefView;
  readonly assistant: { readonly id: string; readonly name: string; readonly rateCents: number };
  readonly freeMinutes: number;
  onClose(): void;
  onOffered(contract: ContractView): void;
}

/** Terms for one assistant, with the price of a full week while they are typed. */
export function OfferDialog({ brief, assistant, freeMinutes, onClose, onOffered }: OfferDialogProps) {
  const say = useToast();
  const changed = useHiringChanged();
  const form = useForm({
    initial: {
      title: brief.title,
      rate: typedFrom(assistant.rateCents),
      hours: hoursTyped(brief.weeklyMinutes),
    },
    schema: async () => (await import('@app/wire/hiring')).OfferRequest,
    request: ({ title, rate, hours }): OfferRequest => {
      const [rateCents, weeklyLimitMinutes] = [centsFrom(rate), minutesFrom(hours)];
      const faults = {
        ...(rateCents === null || !isRate(rateCents) ? { rate: 'must be $10.00 to $25.00 an hour' } : {}),
        ...(weeklyLimitMinutes === null ? { hours: 'must be hours, such as 15 or 7:30' } : {}),
      };
      if (rateCents === null || weeklyLimitMinutes === null || Object.keys(faults).length > 0) {
        throw new FieldFaults(faults);
      }
      return {
        businessId: brief.businessId,
        briefId: brief.id,
        assistantId: assistant.id,
        title,
        rateCents,
        weeklyLimitMinutes,
      };
    },
    send: async (request: OfferRequest, idempotencyKey) => {
      const contract = await send<ContractView>('POST', '/contracts', { body: request, idempotencyKey });
      await changed();
      say(`Your offer is on its way to ${assistant.name}.`);
      onOffered(contract);
    },
  });
  const minutes = minutesFrom(form.values.hours);

  return (
    <Dialog title={`Offer ${assistant.name} a contract`} onClose={onClose}>
      <Form form={form} shows={['rateCents', 'weeklyLimitMinutes']} className="grid gap-4">
        <TextField label="Title" {...form.text('title')} />
        <div className="grid grid-cols-2 gap-4">
          <TextField
            label="Rate an hour"
            inputMode="decimal"
            before="$"
            {...form.text('rate')}
            fault={form.faults.rate ?? form.faults.rateCents}
          />
          <TextField
            label="Most hours a week"
            inputMode="decimal"
            after="h"
            {...form.text('hours')}
            fault={form.faults.hours ?? form.faults.weeklyLimitMinutes}
          />
        </div>
        <WeeklyPrice rateCents={centsFrom(form.values.rate)} minutes={minutes} />
        {minutes !== null && minutes > freeMinutes ? (
          <p className="border-l-4 border-waiting bg-waiting-wash px-3 py-2">
            That is more than {assistant.name} has free a week. You can offer it; both of you will read this.
          </p>
        ) : null}
        <p className="text-fine text-ink-faint">
          Only hours that are worked are charged, once a week, to your saved card. The offer stands for 7 days.
        </p>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            Send the offer
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function WeeklyPrice({ rateCents, minutes }: { readonly rateCents: number | null; readonly minutes: number | null }) {
  const price = rateCents !== null && minutes !== null && isRate(rateCents) ? priceOf(rateCents, minutes) : null;
  const line = (cents: number | undefined) => (cents === undefined ? '–' : <Amount cents={cents} />);
  return (
    <dl
      aria-live="polite"
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-y border-rule bg-band px-3 py-3"
    >
      <dt>A full week, to the assistant</dt>
      <dd className="text-right">{line(price?.worthCents)}</dd>
      <dt>Service fee, 10 %</dt>
      <dd className="text-right">{line(price?.feeCents)}</dd>
      <dt className="text-lead font-bold">You pay at most, all in</dt>
      <dd className="text-right text-lead font-bold">{line(price?.totalCents)}</dd>
    </dl>
  );
}

function minutesFrom(typed: string): number | null {
  const seconds = secondsFrom(typed);
  return seconds === null || seconds < 60 ? null : Math.trunc(seconds / 60);
}

function hoursTyped(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.trunc(minutes / 60)}${rest > 0 ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
