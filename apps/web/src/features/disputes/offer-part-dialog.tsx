import type { DisputeDetail, GivenBackPreview, OfferPartRequest } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { previewQuery } from '../../api/preview.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Duration } from '../../ui/duration.tsx';
import { Fault, TextArea } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDisputesChanged } from './disputes.queries.ts';
import { secondsOfMinutes } from './minutes.ts';
import { PartField } from './part-field.tsx';

interface OfferPartDialogProps {
  readonly dispute: DisputeDetail;
  onClose(): void;
}

interface Typed {
  readonly text: string;
  /** Minutes as they are typed, by line of the dispute; nothing of a line that stays as it is. */
  readonly lines: Readonly<Record<string, string>>;
}

/** The assistant offers to give back some of each line, and sees what it costs while typing. */
export function OfferPartDialog({ dispute, onClose }: OfferPartDialogProps) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  const form = useForm<Typed>({
    initial: { text: '', lines: {} },
    schema: async () => (await import('@app/wire/disputes')).OfferPartRequest,
    request: ({ text, lines }): OfferPartRequest => {
      const wrong = dispute.lines.filter(({ id, seconds }) => isWrong(lines[id] ?? '', seconds));
      if (wrong.length > 0) throw new FieldFaults(Object.fromEntries(wrong.map(({ id }) => [id, t('minutesFault')])));
      return { text: text.trim(), lines: offeredOf(dispute, lines) };
    },
    send: async (body: OfferPartRequest) => {
      await send('POST', `/disputes/${dispute.id}/offer`, { body });
      await changed();
      say(t('offerToast', { name: dispute.client.name }));
      onClose();
    },
    draft: `offer ${dispute.id}`,
  });
  const offered = offeredOf(dispute, form.values.lines);
  const seconds = offered.reduce((sum, { refundSeconds }) => sum + refundSeconds, 0);
  const path = `/disputes/${dispute.id}/offer-preview`;
  const { data: worth } = useQuery(
    previewQuery<GivenBackPreview>('disputes', path, offered.length > 0 ? { lines: offered } : null),
  );
  return (
    <Dialog title={t('offerTitle', { name: dispute.client.name })} onClose={onClose} isWide>
      <Form form={form} className="grid gap-5" shows={dispute.lines.map(({ id }) => id)}>
        <p className="text-ink-soft">{t('offerIntro', { name: dispute.client.name })}</p>
        <ul className="border-t border-rule">
          {dispute.lines.map((line) => (
            <li key={line.id} className="grid gap-x-6 gap-y-2 border-b border-rule py-3 sm:grid-cols-[1fr_auto]">
              <div className="min-w-0">
                <p className="text-fine text-ink-soft">
                  <Instant at={line.start} />–<Instant at={line.end} as="time" isEnd />
                </p>
                <p>{line.note}</p>
              </div>
              <PartField
                label={t('youGiveBack')}
                value={form.values.lines[line.id] ?? ''}
                most={line.seconds}
                fault={form.faults[line.id]}
                onChange={(value) => form.set('lines', { ...form.values.lines, [line.id]: value })}
              />
            </li>
          ))}
        </ul>
        {form.faults.lines ? <Fault>{form.faults.lines}</Fault> : null}
        <TextArea label={t('yourAnswer')} help={t('offerHelp')} {...form.text('text')} />
        <p aria-live="polite" className="border-t-2 border-rule-strong pt-3">
          {seconds === 0
            ? t('nothingOffered')
            : worth === undefined
              ? t('counting')
              : t.rich('offerMoney', {
                  hours: () => <Duration seconds={seconds} className="font-semibold" />,
                  amount: () => <Amount cents={worth.amountCents} className="font-semibold" />,
                  keep: () => <Amount cents={dispute.disputed.amountCents - worth.amountCents} />,
                  back: () => <Amount cents={worth.amountCents + worth.feeCents} />,
                  name: dispute.client.name,
                })}
        </p>
        <DialogActions>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('offerVerb')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function offeredOf(dispute: DisputeDetail, lines: Typed['lines']): OfferPartRequest['lines'] {
  return dispute.lines.flatMap(({ id: lineId, seconds }) => {
    const refundSeconds = secondsOfMinutes(lines[lineId] ?? '', seconds);
    return refundSeconds === null ? [] : [{ lineId, refundSeconds }];
  });
}

/** Nothing and `0` leave the line as it is. */
function isWrong(typed: string, most: number): boolean {
  return !/^\s*0*\s*$/.test(typed) && secondsOfMinutes(typed, most) === null;
}
