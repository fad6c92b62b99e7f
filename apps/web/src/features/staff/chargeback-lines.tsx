import type { ChargebackInDetailView } from '@app/wire/chargebacks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { send } from '../../api/client.ts';
import { translator } from '../../i18n/spoken.ts';
import { Amount, centsFrom, formatAmount, typedFrom } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FieldFaults, Form, useForm } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Table } from '../../ui/table.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CodeState } from './code-state.tsx';
import { pageOf } from './found-links.ts';
import { useStaffChanged } from './staff.queries.ts';

type Line = ChargebackInDetailView['lines'][number];

/** The lines that the bank's claim touches: each has its share, or staff say which it is about. */
export function ChargebackLines({ chargeback }: { readonly chargeback: ChargebackInDetailView }) {
  const t = useTranslations('staff');
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <p className="mb-2 text-ink-soft">{t(chargeback.linesChosen ? 'chargeback.chosen' : 'chargeback.shared')}</p>
      <Table<Line>
        caption={t('chargeback.lines')}
        rows={chargeback.lines}
        rowKey={({ lineId }) => lineId}
        columns={[
          {
            key: 'who',
            label: t('chargeback.line'),
            isHeading: true,
            render: ({ assistant, title }) => (
              <>
                <Link href={pageOf('person', assistant.id) ?? ''}>{assistant.name}</Link>
                <span className="block text-fine font-normal text-ink-soft">{title}</span>
              </>
            ),
          },
          {
            key: 'states',
            label: t('chargeback.earning'),
            render: ({ earningStates, heldUntil }) => (
              <span className="inline-flex flex-wrap items-baseline gap-2">
                {[...new Set(earningStates)].map((state) => (
                  <CodeState key={state} code={state} />
                ))}
                {heldUntil ? (
                  <span className="text-fine text-ink-faint">
                    {t.rich('chargeback.heldUntil', { at: () => <Instant at={heldUntil} as="date" /> })}
                  </span>
                ) : null}
              </span>
            ),
          },
          {
            key: 'taken',
            label: t('chargeback.taken'),
            isNumber: true,
            render: ({ amountCents, feeCents }) => <Amount cents={amountCents + feeCents} />,
          },
        ]}
      />
      {chargeback.can.chooseLines ? (
        <div className="mt-3">
          <Button size="small" onClick={() => setChoosing(true)}>
            {t('chargeback.choose')}
          </Button>
        </div>
      ) : null}
      {isChoosing ? <ChooseLines chargeback={chargeback} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}

interface ChooseLinesProps {
  readonly chargeback: ChargebackInDetailView;
  onClose(): void;
}

function ChooseLines({ chargeback: { id, lines, amountCents }, onClose }: ChooseLinesProps) {
  const t = useTranslations('staff');
  const say = useToast();
  const changed = useStaffChanged();
  const form = useForm<Record<string, string>>({
    initial: {
      ...Object.fromEntries(lines.map((line) => [line.lineId, typedFrom(line.amountCents + line.feeCents)])),
      reason: '',
    },
    request: ({ reason = '', ...typed }) => ({ lines: linesFrom(typed), reason }),
    schema: async () => (await import('@app/wire/chargebacks')).ChooseLinesRequest,
    send: async (body: object) => {
      await send('PUT', `/staff/chargebacks/${id}/lines`, { body });
      onClose();
      say(t('chargeback.linesKept'));
      await changed();
    },
    draft: `lines of chargeback ${id}`,
  });
  return (
    <Dialog title={t('chargeback.choose')} onClose={onClose}>
      <Form form={form} className="grid gap-4">
        <p>{t('chargeback.chooseText', { amount: formatAmount(amountCents) })}</p>
        {lines.map(({ lineId, assistant, title }) => (
          <TextField
            key={lineId}
            label={`${assistant.name}, ${title}`}
            before="$"
            inputMode="decimal"
            {...form.text(lineId)}
          />
        ))}
        <TextArea label={t('why')} help={t('whyHelp')} rows={3} {...form.text('reason')} />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" weight="strong" isBusy={form.isBusy}>
            {t('chargeback.keepLines')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** Those that are about nothing are left out. Throws `FieldFaults` for what is no amount. */
function linesFrom(typed: Readonly<Record<string, string>>): { lineId: string; cents: number }[] {
  const faults: Record<string, string> = {};
  const lines = Object.entries(typed).map(([lineId, text]) => {
    const cents = text.trim() === '' ? 0 : centsFrom(text);
    if (cents === null) faults[lineId] = translator('faults')('notRight');
    return { lineId, cents: cents ?? 0 };
  });
  if (Object.keys(faults).length > 0) throw new FieldFaults(faults);
  return lines.filter(({ cents }) => cents > 0);
}
