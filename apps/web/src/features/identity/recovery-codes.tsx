import './recovery-codes.css';

import { Copy, Download, Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toast.tsx';

const FILE = 'kontor-recovery-codes.txt';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  onKept(): void;
}

/** Shown once, so that every way to keep them is at hand. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useTranslations('security');
  const { email } = useMe();
  const say = useToast();
  const text = `${t('codesOf', { email })}\n\n${codes.join('\n')}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    say(t('copied'));
  };
  return (
    <>
      <p className="text-ink-soft">{t('codesWhy')}</p>
      <div data-print-alone className="mt-4">
        <p className="mb-2 text-fine text-ink-soft wrap-anywhere">{t('codesOf', { email })}</p>
        <ul className="grid gap-x-8 gap-y-1 border-y border-rule bg-band px-4 py-3 sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code} className="font-semibold whitespace-nowrap tabular-nums">
              {code}
            </li>
          ))}
        </ul>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="small" onClick={() => void copy()}>
          <Copy aria-hidden="true" className="size-4" strokeWidth={1.5} />
          {t('copy')}
        </Button>
        <Button size="small" onClick={() => download(text)}>
          <Download aria-hidden="true" className="size-4" strokeWidth={1.5} />
          {t('download')}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          <Printer aria-hidden="true" className="size-4" strokeWidth={1.5} />
          {t('print')}
        </Button>
      </div>
      <DialogActions>
        <Button weight="strong" onClick={onKept}>
          {t('kept')}
        </Button>
      </DialogActions>
    </>
  );
}

export function RecoveryCodesDialog({ codes, onClose }: { readonly codes: readonly string[]; onClose(): void }) {
  const t = useTranslations('security');
  return (
    <Dialog title={t('keepCodes')} onClose={onClose}>
      <RecoveryCodes codes={codes} onKept={onClose} />
    </Dialog>
  );
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = FILE;
  link.click();
  URL.revokeObjectURL(address);
}
