import type { ChargebackInDetailView, EvidenceTextsBody } from '@app/wire/chargebacks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { formatAmount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { Fetched } from '../../ui/states.tsx';
import { ActDialog } from './act.tsx';
import { gatheredQuery } from './staff.queries.ts';

const FIELDS = [
  ...(['customer_name', 'customer_email_address', 'product_description', 'service_date'] as const),
  ...(['refund_policy_disclosure', 'refund_refusal_explanation', 'uncategorized_text'] as const),
];
const ROWS: Readonly<Partial<Record<(typeof FIELDS)[number], number>>> = {
  product_description: 3,
  refund_policy_disclosure: 3,
  refund_refusal_explanation: 3,
  uncategorized_text: 10,
};

/** What Kontor would hand in, to be read and mended before it goes: the bank takes it once. */
export function ChargebackEvidence({ chargeback }: { readonly chargeback: ChargebackInDetailView }) {
  const gathered = useQuery(gatheredQuery(chargeback.id));
  return (
    <Fetched query={gathered} lines={6}>
      {({ texts }) => <EvidenceForm chargeback={chargeback} gathered={texts} />}
    </Fetched>
  );
}

interface EvidenceFormProps {
  readonly chargeback: ChargebackInDetailView;
  readonly gathered: EvidenceTextsBody;
}

function EvidenceForm({ chargeback: { id, amountCents }, gathered }: EvidenceFormProps) {
  const t = useTranslations('staff');
  const [texts, setTexts] = useState<EvidenceTextsBody | null>(null);
  const form = useForm<Record<(typeof FIELDS)[number], string>>({
    initial: Object.fromEntries(FIELDS.map((field) => [field, gathered[field] ?? ''])) as Record<
      (typeof FIELDS)[number],
      string
    >,
    draft: `chargeback ${id}`,
    // Only what was changed: the rest is handed in as it was gathered.
    request: (values) =>
      Object.fromEntries(
        FIELDS.filter((field) => values[field].trim() !== (gathered[field] ?? '')).map((field) => [
          field,
          values[field],
        ]),
      ),
    schema: async () => (await import('@app/wire/chargebacks')).EvidenceTextsBody,
    send: async (changed: EvidenceTextsBody) => setTexts(changed),
  });
  return (
    <>
      <Form form={form} className="grid gap-4">
        {FIELDS.map((field) => (
          <TextArea key={field} label={t(`chargeback.field.${field}`)} rows={ROWS[field] ?? 1} {...form.text(field)} />
        ))}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('chargeback.submit')}
          </Button>
        </div>
      </Form>
      {texts ? (
        <ActDialog
          verb={t('chargeback.submit')}
          title={t('chargeback.submitTitle')}
          said={t('chargeback.submitted')}
          run={() => send('POST', `/staff/chargebacks/${id}/evidence`, { body: { texts } })}
          onClose={() => setTexts(null)}
        >
          <p>{t('chargeback.submitText', { amount: formatAmount(amountCents) })}</p>
          <p className="text-ink-soft">{t('chargeback.changed', { count: Object.keys(texts).length })}</p>
        </ActDialog>
      ) : null}
    </>
  );
}
