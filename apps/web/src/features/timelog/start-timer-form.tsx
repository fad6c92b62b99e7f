import type { WeekView } from '@app/wire/timelog';
import { type FormEvent, useId, useState } from 'react';

import { ApiError } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { useNow } from '../../ui/now.ts';
import { worked } from './worked.ts';

interface StartTimerFormProps {
  readonly weeks: readonly WeekView[];
  readonly verb: string;
  readonly isBusy: boolean;
  readonly problem: unknown;
  onStart(contractId: string, note: string): Promise<boolean>;
}

/** For whom, and at what. */
export function StartTimerForm({ weeks, verb, isBusy, problem, onStart }: StartTimerFormProps) {
  const [contractId, setContractId] = useState(weeks[0]?.contractId ?? '');
  const [note, setNote] = useState('');
  const id = useId();
  const now = useNow();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onStart(contractId, note.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <fieldset className="mt-1">
        <legend className="mb-1 text-fine font-semibold">For</legend>
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
                {formatHours(Math.max(0, week.limitSeconds - worked(week, now).within))} left
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        className="mt-4"
        label="What are you doing?"
        help="10 characters or more: it is what the client reads when they approve."
        value={note}
        onChange={setNote}
        fault={problem instanceof ApiError ? problem.fields.note : undefined}
      />
      <DialogActions>
        <Button type="submit" weight="strong" size="thumb" isBusy={isBusy} disabled={contractId === ''}>
          {verb}
        </Button>
      </DialogActions>
    </form>
  );
}
