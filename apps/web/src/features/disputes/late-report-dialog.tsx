import type { DisputableView, LateReportRequest } from '@app/wire/disputes';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Duration, formatHours } from '../../ui/duration.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ChooseLines, chosenOf, faultsOf, linesOf, type TypedLines } from './choose-lines.tsx';
import { useDisputesChanged } from './disputes.queries.ts';

const grounds = ['fraud', 'duplicate'] as const;

interface LateReportDialogProps {
  readonly disputable: DisputableView;
  readonly assistantName: string;
  onClose(): void;
}

interface Typed {
  readonly ground: string;
  readonly reason: string;
  readonly lines: TypedLines;
}

/** After the review: what was made up or billed twice, and what becomes of saying so before it is said. */
export function LateReportDialog({ disputable, assistantName: name, onClose }: LateReportDialogProps) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  const [isSure, setSure] = useState(false);
  const entries = disputable.entries.filter(({ disputableSeconds }) => disputableSeconds > 0);
  const form = useForm<Typed>({
    initial: { ground: '', reason: '', lines: {} },
    schema: async () => (await import('@app/wire/disputes')).LateReportRequest,
    request: ({ ground, reason, lines }): LateReportRequest => {
      const faults = faultsOf(lines, entries, t('minutesFault'));
      if (Object.keys(lines).length === 0) faults.lines = t('linesFault');
      if (ground === '') faults.ground = t('groundFault');
      if (Object.keys(faults).length > 0) throw new FieldFaults(faults);
      const chosen = linesOf(chosenOf(lines, entries));
      return { ground: ground as LateReportRequest['ground'], reason: reason.trim(), lines: chosen };
    },
    send: async (body: LateReportRequest, key) => {
      if (!isSure) return setSure(true);
      await send('POST', `/weeks/${disputable.weekId}/late-reports`, { body, idempotencyKey: key });
      await changed();
      say(t('late.toast'));
      onClose();
    },
    draft: `late report ${disputable.weekId}`,
  });
  const seconds = chosenOf(form.values.lines, entries).reduce((sum, part) => sum + part.seconds, 0);

  if (isSure) {
    return (
      <Dialog title={t('late.sureTitle', { name, hours: formatHours(seconds) })} onClose={onClose}>
        <Form form={form} className="grid gap-3" shows={entries.map(({ entryId }) => entryId)}>
          <p className="text-lead">{t('late.sureNow', { name })}</p>
          <p>{t('late.sureThen', { name })}</p>
          <DialogActions>
            <Button onClick={() => setSure(false)}>{t('change')}</Button>
            <Button type="submit" weight="strong" isBusy={form.isBusy}>
              {t('late.sureVerb')}
            </Button>
          </DialogActions>
        </Form>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('late.title', { name })} onClose={onClose} isWide>
      <Form form={form} className="grid gap-5" shows={entries.map(({ entryId }) => entryId)}>
        <p className="text-ink-soft">{t('late.intro', { name })}</p>
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
          {...(form.values.ground === '' ? {} : { help: t(`ground.${form.values.ground as 'fraud'}.help`) })}
        />
        <TextArea label={t('why')} help={t('late.whyHelp', { name })} {...form.text('reason')} />
        <p aria-live="polite" className="border-t-2 border-rule-strong pt-3">
          {seconds === 0
            ? t('late.nothingChosen')
            : t.rich('late.chosen', { hours: () => <Duration seconds={seconds} className="font-semibold" /> })}
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
