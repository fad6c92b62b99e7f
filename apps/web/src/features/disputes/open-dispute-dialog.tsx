import type { DisputableView, DisputeDetail, DisputePreview, OpenDisputeRequest } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { previewQuery } from '../../api/preview.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Duration } from '../../ui/duration.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { ChooseLines, chosenOf, faultsOf, linesOf, type TypedLines } from './choose-lines.tsx';
import { useDisputesChanged } from './disputes.queries.ts';
import { wholeMinutes } from './minutes.ts';
import { centsFor } from './worth.ts';

const grounds = ['not_worked', 'not_as_described', 'note_missing', 'duplicate'] as const;

interface OpenDisputeDialogProps {
  readonly disputable: DisputableView;
  readonly assistantName: string;
  /** Chosen already: the entries that one came from. */
  readonly entryIds: readonly string[];
  /** Of a contract that runs. */
  readonly mayPause: boolean;
  onClose(): void;
  onOpened(dispute: DisputeDetail): void;
}

interface Typed {
  readonly ground: string;
  readonly reason: string;
  readonly lines: TypedLines;
  readonly pauseContract: boolean;
}

/** Which lines, how much of them, why; then the money once more, before anything is disputed. */
export function OpenDisputeDialog(props: OpenDisputeDialogProps) {
  const { disputable, assistantName, entryIds, onClose, onOpened } = props;
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const [sure, setSure] = useState<DisputePreview | null>(null);
  const previewPath = `/weeks/${disputable.weekId}/dispute-preview`;
  const entries = disputable.entries.filter(({ disputableSeconds }) => disputableSeconds > 0);
  const first = entries.filter(({ entryId }) => entryIds.includes(entryId));
  const form = useForm<Typed>({
    initial: {
      ground: '',
      reason: '',
      lines: Object.fromEntries(
        first.map(({ entryId, disputableSeconds }) => [entryId, String(wholeMinutes(disputableSeconds))]),
      ),
      pauseContract: false,
    },
    schema: async () => (await import('@app/wire/disputes')).OpenDisputeRequest,
    request: ({ ground, reason, lines, pauseContract }): OpenDisputeRequest => {
      const faults = faultsOf(lines, disputable.entries, t('minutesFault'));
      if (Object.keys(lines).length === 0) faults.lines = t('linesFault');
      if (ground === '') faults.ground = t('groundFault');
      if (Object.keys(faults).length > 0) throw new FieldFaults(faults);
      return {
        weekId: disputable.weekId,
        ground: ground as OpenDisputeRequest['ground'],
        reason: reason.trim(),
        lines: linesOf(chosenOf(lines, disputable.entries)),
        pauseContract,
      };
    },
    send: async (request: OpenDisputeRequest, key) => {
      if (!sure) return setSure(await send<DisputePreview>('POST', previewPath, { body: { lines: request.lines } }));
      const dispute = await send<DisputeDetail>('POST', '/disputes', { body: request, idempotencyKey: key });
      await changed();
      onOpened(dispute);
    },
    draft: `dispute ${disputable.weekId}`,
  });

  const chosen = chosenOf(form.values.lines, disputable.entries);
  const left = entries.reduce((sum, { disputableSeconds }) => sum + disputableSeconds, 0);
  const seconds = chosen.reduce((sum, part) => sum + part.seconds, 0);
  const { data: typed } = useQuery(
    previewQuery<DisputePreview>('disputes', previewPath, chosen.length > 0 ? { lines: linesOf(chosen) } : null),
  );
  const moneyOf = ({ disputed, rest }: DisputePreview) => ({
    amount: () => <Amount cents={centsFor('client', disputed)} className="font-semibold" />,
    hours: () => <Duration seconds={seconds} className="font-semibold" />,
    rest: () => <Amount cents={centsFor('client', rest)} />,
    restHours: () => <Duration seconds={left - seconds} />,
    name: assistantName,
  });

  if (sure) {
    return (
      <Dialog title={t('sureTitle', { name: assistantName })} onClose={onClose}>
        <Form form={form} className="grid gap-3" shows={entries.map((entry) => entry.entryId)}>
          <p className="text-lead">{t.rich('sureMoney', moneyOf(sure))}</p>
          <p>{seconds < left ? t.rich('sureRest', moneyOf(sure)) : t('sureNoRest')}</p>
          <p className="text-ink-soft">{t('sureNext', { name: assistantName })}</p>
          {form.values.pauseContract ? <p className="font-semibold">{t('surePause')}</p> : null}
          <DialogActions>
            <Button onClick={() => setSure(null)}>{t('change')}</Button>
            <Button type="submit" weight="strong" isBusy={form.isBusy}>
              {t('disputeVerb')}
            </Button>
          </DialogActions>
        </Form>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('openTitle', { name: assistantName })} onClose={onClose} isWide>
      <Form form={form} className="grid gap-5" shows={entries.map((entry) => entry.entryId)}>
        <p className="text-ink-soft">{t('openIntro')}</p>
        <ChooseLines
          entries={entries}
          lines={form.values.lines}
          faults={form.faults}
          onChange={(lines) => form.set('lines', lines)}
        />
        <SelectField
          label={t('whatIsWrong')}
          prompt={t('choose')}
          options={grounds.map((ground) => ({ value: ground, label: t(`ground.${ground}.name`) }))}
          {...form.text('ground')}
          help={form.values.ground === '' ? t('groundHelp') : t(`ground.${form.values.ground as 'duplicate'}.help`)}
        />
        <TextArea label={t('why')} help={t('whyHelp', { name: assistantName })} {...form.text('reason')} />
        {props.mayPause ? (
          <label className="flex items-start gap-3">
            <input
              type="checkbox"
              className="mt-1 size-4"
              checked={form.values.pauseContract}
              onChange={() => form.set('pauseContract', !form.values.pauseContract)}
            />
            <span>
              {t('pauseToo')}
              <span className="block text-fine text-ink-faint">{t('pauseTooHelp')}</span>
            </span>
          </label>
        ) : null}
        <p aria-live="polite" className="border-t-2 border-rule-strong pt-3">
          {seconds === 0 ? t('nothingChosen') : typed ? t.rich('chosenMoney', moneyOf(typed)) : t('counting')}
        </p>
        <DialogActions>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('goOn')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
