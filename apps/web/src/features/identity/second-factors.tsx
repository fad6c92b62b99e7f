import type { SecondFactorsView } from '@app/wire/identity';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State } from '../../ui/state.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import { RecoveryCodesDialog } from './recovery-codes.tsx';
import { removeTotp, renewRecoveryCodes, secondFactorsQuery } from './second-factor.requests.ts';
import { SetUpTotpDialog } from './set-up-totp-dialog.tsx';

/** So few are left that new ones should be made before the last is gone. */
const FEW_CODES = 3;

/** The authenticator app, and the codes for when it is lost. */
export function SecondFactors({ factors }: { readonly factors: SecondFactorsView }) {
  const t = useTranslations('security');
  const say = useToast();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'set-up' | 'turn-off' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { totpSince, recoveryCodesLeft } = factors;
  const changed = () => queryClient.invalidateQueries(secondFactorsQuery);
  const renew = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setCodes((await renewRecoveryCodes()).recoveryCodes);
      await changed();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const turnOff = async () => {
    await removeTotp();
    await changed();
    say(t('totpIsOff'));
  };

  return (
    <>
      <div aria-live="polite">{problem === null ? null : <ProblemNote error={problem} />}</div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule pb-3">
        <div className="min-w-0 flex-1 basis-60">
          <p className="flex flex-wrap items-center gap-x-3 font-semibold">
            {t('totp')}
            <State tone={totpSince ? 'settled' : 'idle'}>{totpSince ? t('on') : t('off')}</State>
          </p>
          <p className="text-fine text-ink-soft">
            {totpSince
              ? t.rich('totpSince', { date: () => <Instant key="date" at={totpSince} as="date" /> })
              : t('totpOffSays')}
          </p>
        </div>
        {totpSince ? (
          <Button size="small" onClick={() => setOpen('turn-off')}>
            {t('turnOff')}
          </Button>
        ) : (
          <Button onClick={() => setOpen('set-up')}>{t('setUp')}</Button>
        )}
      </div>
      {totpSince ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-center gap-x-3 font-semibold">
              {t('recoveryCodes')}
              {recoveryCodesLeft <= FEW_CODES ? <State tone="waiting">{t('few')}</State> : null}
            </p>
            <p className="text-fine text-ink-soft">{t('codesLeft', { count: recoveryCodesLeft })}</p>
          </div>
          <Button size="small" isBusy={isBusy} onClick={() => void renew()}>
            {t('newCodes')}
          </Button>
        </div>
      ) : null}
      {open === 'set-up' ? <SetUpTotpDialog onChange={changed} onClose={() => setOpen(null)} /> : null}
      {open === 'turn-off' ? (
        <SureDialog title={t('turnOffTitle')} verb={t('turnOff')} isGrave run={turnOff} onClose={() => setOpen(null)}>
          <p>{t('turnOffSays')}</p>
        </SureDialog>
      ) : null}
      {codes ? <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} /> : null}
    </>
  );
}
