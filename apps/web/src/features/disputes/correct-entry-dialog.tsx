import type { CorrectEntryRequest, GivenBackPreview, QueryView } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { previewQuery } from '../../api/preview.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Duration } from '../../ui/duration.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDisputesChanged } from './disputes.queries.ts';
import { secondsOfMinutes } from './minutes.ts';
import { PartField } from './part-field.tsx';

interface CorrectEntryDialogProps {
  readonly question: QueryView;
  /** Of the entry. */
  readonly seconds: number;
  onClose(): void;
}

/** Takes time off an entry, once the client agrees; what that costs is seen while typing. */
export function CorrectEntryDialog({ question, seconds: most, onClose }: CorrectEntryDialogProps) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  const form = useForm<{ answer: string; seconds: string }>({
    initial: { answer: '', seconds: '' },
    schema: async () => (await import('@app/wire/disputes')).CorrectEntryRequest,
    request: ({ answer, seconds }): CorrectEntryRequest => {
      const off = secondsOfMinutes(seconds, most);
      if (off === null) throw new FieldFaults({ seconds: t('minutesFault') });
      return { answer: answer.trim(), seconds: off };
    },
    send: async (body: CorrectEntryRequest) => {
      await send('POST', `/entry-queries/${question.id}/correction`, { body });
      await changed();
      say(t('correctedToast', { name: question.client.name }));
      onClose();
    },
    draft: `correct ${question.id}`,
  });
  const off = secondsOfMinutes(form.values.seconds, most);
  const path = `/entry-queries/${question.id}/correction-preview`;
  const { data: worth } = useQuery(
    previewQuery<GivenBackPreview>('disputes', path, off === null ? null : { seconds: off }),
  );
  return (
    <Dialog title={t('correctTitle')} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <p className="border-l-2 border-edge pl-3 whitespace-pre-line text-ink-soft">{question.question}</p>
        <PartField label={t('takeOff')} most={most} {...form.text('seconds')} />
        <TextArea label={t('yourAnswer')} help={t('correctHelp')} {...form.text('answer')} />
        <p aria-live="polite" className="border-t-2 border-rule-strong pt-3">
          {off === null
            ? t('nothingTakenOff')
            : worth === undefined
              ? t('counting')
              : t.rich('correctMoney', {
                  hours: () => <Duration seconds={off} className="font-semibold" />,
                  amount: () => <Amount cents={worth.amountCents} className="font-semibold" />,
                  name: question.client.name,
                })}
        </p>
        <DialogActions>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('correctVerb')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
