import type { DecideRequest, DecisionPreview, StaffDisputeDetail } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { Fetched } from '../../ui/states.tsx';
import { ActDialog } from './act.tsx';
import { type DecisionValues, requestOf, undecided } from './decision.ts';
import { DecisionLine } from './decision-lines.tsx';
import { DecisionMoney } from './decision-money.tsx';
import { rulesQuery } from './staff.queries.ts';

interface Previewed {
  readonly request: DecideRequest;
  readonly preview: DecisionPreview;
}

interface DecisionFormProps {
  readonly dispute: StaffDisputeDetail;
  /** A colleague's proposal that this one takes the place of. */
  readonly replaces?: string;
}

/** Line by line; its money is shown before anything is decided. */
export function DecisionForm({ dispute, replaces }: DecisionFormProps) {
  const t = useTranslations('staff');
  const rules = useQuery(rulesQuery);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const form = useForm<DecisionValues>({
    initial: undecided(dispute),
    draft: `decision ${dispute.id}`,
    request: (values) => requestOf(values, replaces),
    schema: async () => (await import('@app/wire/disputes')).DecideRequest,
    send: async (request: DecideRequest) => {
      const preview = await send<DecisionPreview>('POST', `/staff/disputes/${dispute.id}/decision-preview`, {
        body: request,
      });
      setPreviewed({ request, preview });
    },
  });
  useCtrlEnter(() => {
    if (previewed === null) void form.submit();
  });
  const { lines, carriedBy } = form.values;
  const shows = lines.flatMap((_, index) =>
    ['verdict', 'refundSeconds', 'ruleId', 'reason'].map((field) => `lines.${index}.${field}`),
  );
  return (
    <Fetched query={rules} lines={4}>
      {(published) => (
        <>
          <Form form={form} className="grid gap-6" shows={shows}>
            {dispute.lines.map((line, index) => {
              const value = lines[index];
              return value ? (
                <DecisionLine
                  key={line.id}
                  line={line}
                  ground={dispute.ground}
                  rules={published}
                  value={value}
                  fault={(field) => form.faults[`lines.${index}.${field}`]}
                  onChange={(next) => form.set('lines', lines.with(index, next))}
                />
              ) : null;
            })}
            <fieldset className="border-t border-rule pt-3">
              <legend className="float-left w-full pb-2 font-semibold">{t('decide.carriedLabel')}</legend>
              <div className="clear-both grid gap-1">
                {(['assistant', 'platform'] as const).map((bearer) => (
                  <label key={bearer} className="flex min-h-8 items-center gap-2">
                    <input
                      type="radio"
                      name="carriedBy"
                      checked={carriedBy === bearer}
                      onChange={() => form.set('carriedBy', bearer)}
                    />
                    {t(`decide.carried.${bearer}`)}
                  </label>
                ))}
              </div>
            </fieldset>
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" weight="strong" isBusy={form.isBusy}>
                {t('decide.show')}
              </Button>
              <span className="text-fine text-ink-faint">{t('decide.keys')}</span>
            </div>
          </Form>
          {previewed ? <Confirm dispute={dispute} previewed={previewed} onClose={() => setPreviewed(null)} /> : null}
        </>
      )}
    </Fetched>
  );
}

/** From any field of the screen. */
function useCtrlEnter(run: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

interface ConfirmProps {
  readonly dispute: StaffDisputeDetail;
  readonly previewed: Previewed;
  onClose(): void;
}

function Confirm({ dispute: { id, number, client, assistant }, previewed, onClose }: ConfirmProps) {
  const t = useTranslations('staff');
  const { request, preview } = previewed;
  return (
    <ActDialog
      verb={t(preview.needsSecond ? 'decide.propose' : 'decide.decide')}
      title={t('decide.title', { number })}
      said={t(preview.needsSecond ? 'decide.proposed' : 'decide.decided', { number })}
      run={(_, key) => send('POST', `/staff/disputes/${id}/decisions`, { body: request, idempotencyKey: key })}
      onClose={onClose}
    >
      <DecisionMoney money={preview.money} client={client.name} assistant={assistant.name} />
      <p className="mt-2 text-ink-soft">{t(preview.needsSecond ? 'decide.needsSecond' : 'decide.then')}</p>
    </ActDialog>
  );
}
