import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useStaffChanged } from './staff.queries.ts';
import { useWord } from './staff-words.tsx';

/** What is asked before it is done: free words, or a code out of a few. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** Codes to choose from; without them it is written. */
  readonly codes?: readonly string[];
  readonly initial?: string;
}

interface ActProps {
  readonly verb: string;
  /** Of which of several it is the button: read out, not shown. */
  readonly of?: string;
  readonly title: string;
  /** What it does, and what cannot be taken back. */
  readonly children: ReactNode;
  readonly asks?: readonly Asked[];
  readonly isGrave?: boolean;
  readonly isSmall?: boolean;
  /** Said when it is done. */
  readonly said: string;
  run(answers: Readonly<Record<string, string>>, key: string): Promise<unknown>;
}

/** A button that says what it does and asks before it does it. What was typed survives every refusal. */
export function Act({ isSmall = true, ...act }: ActProps) {
  const { verb, of, isGrave = false } = act;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={isSmall ? 'small' : 'normal'} weight={isGrave ? 'grave' : 'plain'} onClick={() => setOpen(true)}>
        {verb}
        {of === undefined ? null : <span className="sr-only"> {of}</span>}
      </Button>
      {isOpen ? <ActDialog {...act} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type ActDialogProps = Omit<ActProps, 'isSmall'> & { onClose(): void };

export function ActDialog(props: ActDialogProps) {
  const { verb, of = '', title, children, asks = [], isGrave = false, said, run, onClose } = props;
  const t = useTranslations('staff');
  const say = useToast();
  const changed = useStaffChanged();
  const [screen] = useLocation();
  const isWritten = asks.some(({ codes }) => !codes);
  const form = useForm<Record<string, string>>({
    initial: Object.fromEntries(asks.map(({ name, initial = '', codes }) => [name, codes?.[0] ?? initial])),
    send: async (answers: Record<string, string>, key) => {
      await run(answers, key);
      onClose();
      say(said);
      await changed();
    },
    ...(isWritten ? { draft: `act ${screen} ${title} ${of}` } : {}),
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <div className="grid gap-2">{children}</div>
        {asks.map((asked) => (
          <Answer key={asked.name} asked={asked} field={form.text(asked.name)} />
        ))}
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" weight={isGrave ? 'grave' : 'strong'} isBusy={form.isBusy}>
            {verb}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

interface AnswerProps {
  readonly asked: Asked;
  readonly field: { name: string; value: string; fault: string | undefined; onChange(value: string): void };
}

function Answer({ asked: { label, help, codes }, field }: AnswerProps) {
  const word = useWord();
  const helped = help === undefined ? {} : { help };
  if (!codes) return <TextArea label={label} rows={3} {...helped} {...field} />;
  const options = codes.map((code) => ({ value: code, label: word(code) }));
  return <SelectField label={label} options={options} {...helped} {...field} />;
}
