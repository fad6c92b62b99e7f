import type { ConfirmTotpRequest, NewTotpView } from '@app/wire/identity';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Form, useForm } from '../../ui/form.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { beginTotp, confirmTotp } from './second-factor.requests.ts';

interface SetUpTotpDialogProps {
  onChange(): Promise<void>;
  onClose(): void;
}

/** The picture, a code to show that the app has read it, and the recovery codes: in this order, in one dialog. */
export function SetUpTotpDialog({ onChange, onClose }: SetUpTotpDialogProps) {
  const t = useTranslations('security');
  const [totp, setTotp] = useState<NewTotpView | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const begin = () => {
    setProblem(null);
    beginTotp().then(setTotp, setProblem);
  };
  // Once: each time makes another secret, and the one on the screen would be worth nothing.
  useEffect(() => {
    let isHere = true;
    beginTotp().then(
      (made) => (isHere ? setTotp(made) : undefined),
      (error: unknown) => (isHere ? setProblem(error) : undefined),
    );
    return () => {
      isHere = false;
    };
  }, []);

  if (codes) {
    return (
      <Dialog title={t('keepCodes')} onClose={onClose}>
        <RecoveryCodes codes={codes} onKept={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('setUpTitle')} onClose={onClose}>
      {totp ? <Scan totp={totp} onCodes={setCodes} onChange={onChange} onClose={onClose} /> : null}
      {problem === null ? null : <Failed error={problem} onRetry={begin} />}
      {totp === null && problem === null ? <Loading lines={4} /> : null}
    </Dialog>
  );
}

interface ScanProps extends SetUpTotpDialogProps {
  readonly totp: NewTotpView;
  onCodes(codes: readonly string[]): void;
}

function Scan({ totp: { secret, uri }, onCodes, onChange, onClose }: ScanProps) {
  const t = useTranslations('security');
  const form = useForm({
    initial: { code: '' },
    schema: async () => (await import('@app/wire/identity')).ConfirmTotpRequest,
    send: async (request: ConfirmTotpRequest) => {
      const { recoveryCodes } = await confirmTotp(request);
      onCodes(recoveryCodes);
      await onChange();
    },
  });
  return (
    <Form form={form}>
      <ol className="grid list-decimal gap-5 pl-5">
        <li>
          {t('scan')}
          <div className="mt-3 flex flex-wrap items-start gap-x-5 gap-y-3">
            <QrCode text={uri} label={t('qrCode')} />
            <div className="min-w-0 flex-1 basis-44 text-fine">
              <p className="text-ink-soft">{t('orType')}</p>
              <p className="mt-1 font-semibold wrap-anywhere select-all">{inGroups(secret)}</p>
              <p className="mt-2">
                <a href={uri}>{t('openApp')}</a>
              </p>
            </div>
          </div>
        </li>
        <li>
          <TextField
            label={t('firstCode')}
            help={t('firstCodeHelp')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={7}
            className="max-w-60"
            {...form.text('code')}
          />
        </li>
      </ol>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" weight="strong" isBusy={form.isBusy}>
          {t('turnOn')}
        </Button>
      </DialogActions>
    </Form>
  );
}

/** So that nobody loses their place while typing it. */
function inGroups(secret: string): string {
  return secret.replaceAll(/.{4}(?=.)/g, '$& ');
}
