import type { WeekView } from '@app/wire/timelog';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { ApiError } from '../../api/api-error.ts';
import { inReadersWords } from '../../api/faults.ts';
import { Button } from '../../ui/button.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { useDraftText } from '../../ui/draft.ts';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { useNow } from '../../ui/now.ts';
import { worked } from './worked.ts';

interface StartTimerFormProps {
  readonly weeks: readonly WeekView[];
  /** Of the client that was meant already. */
  readonly chosen?: string | undefined;
  readonly verb: string;
  readonly isBusy: boolean;
  readonly problem: unknown;
  onStart(contractId: string, note: string): Promise<boolean>;
}

/** For whom, and at what. */
export function StartTimerForm({ weeks, chosen, verb, isBusy, problem, onStart }: StartTimerFormProps) {
  const t = useTranslations('time');
  const [contractId, setContractId] = useState(chosen ?? weeks[0]?.contractId ?? '');
  const [note, setNote] = useDraftText('timer-note');
  const id = useId();
  const now = useNow();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onStart(contractId, note.trim()).then((isStarted) => isStarted && setNote(''));
  };
  return (
    <form onSubmit={submit} noValidate>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <fieldset className="mt-1">
        <legend className="mb-1 text-fine font-semibold">{t('for')}</legend>
        <div className="border-t border-rule">
          {weeks.map((week) => (
            <label
              key={week.contractId}
              className="flex min-h-[var(--thumb)] items-center gap-3 border-b border-rule px-1 hover:bg-band has-checked:bg-band"
            >
              <input
                type="radio"
                name={id}
                className="size-4"
                checked={contractId === week.contractId}
                onChange={() => setContractId(week.contractId)}
              />
              <span className="min-w-0 flex-1 py-1 leading-tight">
                <span className="block font-semibold">{week.client.name}</span>
                <span className="block truncate text-fine text-ink-soft">{week.title}</span>
              </span>
              <span className="text-fine text-ink-soft">
                {t('leftHours', { hours: formatHours(Math.max(0, week.limitSeconds - worked(week, now).within)) })}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        className="mt-4"
        label={t('whatDoing')}
        help={t('noteHelp')}
        value={note}
        onChange={setNote}
        fault={problem instanceof ApiError && problem.fields.note ? inReadersWords(problem.fields.note) : undefined}
      />
      <DialogActions>
        <Button type="submit" weight="strong" size="thumb" isBusy={isBusy} disabled={contractId === ''}>
          {verb}
        </Button>
      </DialogActions>
    </form>
  );
}
