import type { BudgetView, SetBudgetRequest } from '@app/wire/billing';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { translator } from '../../i18n/spoken.ts';
import { centsFrom, typedFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, ProblemNote, useForm } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { budgetQuery } from './billing.queries.ts';

const EXAMPLE_CENTS = 30_000;

interface BudgetDialogProps {
  readonly businessId: string;
  readonly weeklyCents: number | null;
  onClose(): void;
}

export function BudgetDialog({ businessId, weeklyCents, onClose }: BudgetDialogProps) {
  const t = useTranslations('home.budget');
  const ui = useTranslations('ui');
  const say = useToast();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const save = async (request: SetBudgetRequest) => {
    const saved = await send<BudgetView>('PUT', `/businesses/${businessId}/budget`, { body: request });
    queryClient.setQueryData(budgetQuery(businessId).queryKey, saved);
    say(saved.weeklyCents === null ? t('removed') : t('saved'));
    onClose();
  };
  const form = useForm({
    initial: { amount: weeklyCents === null ? '' : typedFrom(weeklyCents) },
    schema: async () => (await import('@app/wire/billing')).SetBudgetRequest,
    request: ({ amount }): SetBudgetRequest => {
      const cents = centsFrom(amount);
      if (cents !== null) return { weeklyCents: cents };
      throw new FieldFaults({ amount: translator('faults')('amount', { example: typedFrom(EXAMPLE_CENTS) }) });
    },
    send: save,
  });
  const remove = async () => {
    try {
      await save({ weeklyCents: null });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Dialog title={weeklyCents === null ? t('set') : t('change')} onClose={onClose}>
      <Form form={form} shows={['weeklyCents']} className="grid gap-4">
        <TextField
          label={t('amount')}
          inputMode="decimal"
          before="$"
          help={t('help')}
          {...form.text('amount')}
          fault={form.faults.amount ?? form.faults.weeklyCents}
        />
        {problem === null ? null : <ProblemNote error={problem} />}
        <DialogActions>
          {weeklyCents === null ? (
            <Button onClick={onClose}>{ui('cancel')}</Button>
          ) : (
            <Button onClick={() => void remove()}>{t('remove')}</Button>
          )}
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {ui('save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
