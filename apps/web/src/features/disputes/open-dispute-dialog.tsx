import type { DisputableView, DisputeDetail, OpenDisputeRequest } from '@app/wire/disputes';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Duration } from '../../ui/duration.tsx';
import { Fault, SelectField, TextArea } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useDisputesChanged } from './disputes.queries.ts';
import { secondsOfMinutes, wholeMinutes } from './minutes.ts';
import { PartField } from './part-field.tsx';
import { centsFor, type Terms, worthOfLast } from './worth.ts';

const grounds = ['not_worked', 'not_as_described', 'note_missing', 'duplicate'] as const;

interface OpenDisputeDialogProps {
  readonly disputable: DisputableView;
  readonly assistantName: string;
  readonly terms: Terms;
  /** Chosen already: the entry that one came from. */
  readonly entryId?: string | undefined;
  /** Of a contract that runs. */
  readonly mayPause: boolean;
  onClose(): void;
  onOpened(dispute: DisputeDetail): void;
}

interface Typed {
  readonly ground: string;
  readonly reason: string;
  /** Minutes as they are typed, by entry; of those that are chosen. */
  readonly lines: Readonly<Record<string, string>>;
  readonly pauseContract: boolean;
}

/** Which lines, how much of them, why; then the money once more, before anything is disputed. */
export function OpenDisputeDialog(props: OpenDisputeDialogProps) {
  const { disputable, assistantName, terms, entryId, onClose, onOpened } = props;
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const [isSure, setSure] = useState(false);
  const entries = disputable.entries.filter(({ disputableSeconds }) => disputableSeconds > 0);
  const first = entries.find((entry) => entry.entryId === entryId);
  const form = useForm<Typed>({
    initial: {
      ground: '',
      reason: '',
      lines: first ? { [first.entryId]: String(wholeMinutes(first.disputableSeconds)) } : {},
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
        lines: chosenOf(lines, disputable.entries).map(({ id, seconds, isWhole }) =>
          isWhole ? { entryId: id } : { entryId: id, seconds },
        ),
        pauseContract,
      };
    },
    send: async (request: OpenDisputeRequest, key) => {
      if (!isSure) return setSure(true);
      const dispute = await send<DisputeDetail>('POST', '/disputes', { body: request, idempotencyKey: key });
      await changed();
      onOpened(dispute);
    },
    draft: `dispute ${disputable.weekId}`,
  });

  const chosen = chosenOf(form.values.lines, disputable.entries);
  const left = entries.reduce((sum, { disputableSeconds }) => sum + disputableSeconds, 0);
  const seconds = chosen.reduce((sum, part) => sum + part.seconds, 0);
  const disputed = centsFor('client', worthOfLast(seconds, left, terms));
  const rest = centsFor('client', worthOfLast(left - seconds, left - seconds, terms));
  const money = {
    amount: () => <Amount cents={disputed} className="font-semibold" />,
    hours: () => <Duration seconds={seconds} className="font-semibold" />,
    rest: () => <Amount cents={rest} />,
    restHours: () => <Duration seconds={left - seconds} />,
    name: assistantName,
  };
  const toggle = (id: string, whole: number) => {
    const { [id]: _gone, ...others } = form.values.lines;
    form.set('lines', id in form.values.lines ? others : { ...others, [id]: String(wholeMinutes(whole)) });
  };

  if (isSure) {
    return (
      <Dialog title={t('sureTitle', { name: assistantName })} onClose={onClose}>
        <Form form={form} className="grid gap-3" shows={entries.map((entry) => entry.entryId)}>
          <p className="text-lead">{t.rich('sureMoney', money)}</p>
          <p>{seconds < left ? t.rich('sureRest', money) : t('sureNoRest')}</p>
          <p className="text-ink-soft">{t('sureNext', { name: assistantName })}</p>
          {form.values.pauseContract ? <p className="font-semibold">{t('surePause')}</p> : null}
          <DialogActions>
            <Button onClick={() => setSure(false)}>{t('change')}</Button>
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
        <fieldset className="min-w-0">
          <legend className="mb-1 text-fine font-semibold">{t('whichLines')}</legend>
          <ul className="border-t border-rule">
            {entries.map((entry) => (
              <li key={entry.entryId} className="border-b border-rule py-2">
                <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3">
                  <input
                    type="checkbox"
                    className="size-4 self-start justify-self-center mt-1"
                    checked={entry.entryId in form.values.lines}
                    onChange={() => toggle(entry.entryId, entry.disputableSeconds)}
                  />
                  <span className="min-w-0">
                    <span className="block text-fine text-ink-soft">
                      <Instant at={entry.start} />–<Instant at={entry.end} as="time" isEnd />
                    </span>
                    {entry.note}
                  </span>
                  <Duration seconds={entry.disputableSeconds} className="font-semibold" />
                </label>
                {entry.entryId in form.values.lines ? (
                  <div className="mt-2 pl-7">
                    <PartField
                      label={t('howMuch')}
                      value={form.values.lines[entry.entryId] ?? ''}
                      most={entry.disputableSeconds}
                      fault={form.faults[entry.entryId]}
                      onChange={(value) => form.set('lines', { ...form.values.lines, [entry.entryId]: value })}
                    />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
          {form.faults.lines ? <Fault>{form.faults.lines}</Fault> : null}
        </fieldset>
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
          {seconds === 0 ? t('nothingChosen') : t.rich('chosenMoney', money)}
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

interface Chosen {
  readonly id: string;
  readonly seconds: number;
  readonly isWhole: boolean;
}

function chosenOf(lines: Typed['lines'], entries: DisputableView['entries']): Chosen[] {
  return entries.flatMap(({ entryId: id, disputableSeconds: most }) => {
    const seconds = secondsOfMinutes(lines[id] ?? '', most);
    return seconds === null ? [] : [{ id, seconds, isWhole: seconds === most }];
  });
}

function faultsOf(lines: Typed['lines'], entries: DisputableView['entries'], says: string): Record<string, string> {
  const chosen = new Set(chosenOf(lines, entries).map(({ id }) => id));
  return Object.fromEntries(
    Object.keys(lines)
      .filter((id) => !chosen.has(id))
      .map((id) => [id, says]),
  );
}
