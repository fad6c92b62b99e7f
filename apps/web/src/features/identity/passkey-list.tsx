import type { PasskeyView } from '@app/wire/identity';
import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import { NamePasskeyDialog } from './name-passkey-dialog.tsx';
import { addPasskey, knowsPasskeys } from './passkeys.ts';
import { removePasskey, renamePasskey, secondFactorsQuery } from './second-factor.requests.ts';

type Open = 'add' | { readonly rename: PasskeyView } | { readonly remove: PasskeyView };

export function PasskeyList({ passkeys }: { readonly passkeys: readonly PasskeyView[] }) {
  const t = useTranslations('security');
  const say = useToast();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const done = async (work: Promise<void>, said: string) => {
    await work;
    await queryClient.invalidateQueries(secondFactorsQuery);
    say(said);
  };

  return (
    <>
      {passkeys.length === 0 ? <p className="mb-4 max-w-[var(--measure)] text-ink-soft">{t('noPasskeys')}</p> : null}
      <ul>
        {passkeys.map((passkey) => (
          <li
            key={passkey.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3 first:pt-0"
          >
            <KeyRound aria-hidden="true" className="size-5 flex-none self-start" strokeWidth={1.5} />
            <div className="min-w-0 flex-1 basis-44">
              <p className="font-semibold wrap-anywhere">{passkey.name}</p>
              <p className="text-fine text-ink-soft">
                <PasskeyDates passkey={passkey} />
              </p>
            </div>
            <div className="flex gap-2">
              <Button
                size="small"
                weight="quiet"
                aria-label={t('renameNamed', { name: passkey.name })}
                onClick={() => setOpen({ rename: passkey })}
              >
                {t('rename')}
              </Button>
              <Button
                size="small"
                aria-label={t('removeNamed', { name: passkey.name })}
                onClick={() => setOpen({ remove: passkey })}
              >
                {t('remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {knowsPasskeys() ? (
        <Button className={passkeys.length > 0 ? 'mt-4' : ''} onClick={() => setOpen('add')}>
          {t('addPasskey')}
        </Button>
      ) : (
        <p className="text-fine text-ink-soft">{t('noPasskeysHere')}</p>
      )}
      {open === 'add' ? (
        <NamePasskeyDialog
          title={t('addPasskey')}
          says={t('addSays')}
          does={t('goOn')}
          run={(name) => done(addPasskey(name), t('passkeyAdded', { name }))}
          onClose={close}
        />
      ) : null}
      {open !== null && open !== 'add' && 'rename' in open ? (
        <NamePasskeyDialog
          title={t('renameNamed', { name: open.rename.name })}
          name={open.rename.name}
          does={t('rename')}
          run={(name) => done(renamePasskey(open.rename.id, name), t('renamed', { name }))}
          onClose={close}
        />
      ) : null}
      {open !== null && open !== 'add' && 'remove' in open ? (
        <SureDialog
          title={t('removeTitle', { name: open.remove.name })}
          verb={t('remove')}
          isGrave
          run={() => done(removePasskey(open.remove.id), t('removed', { name: open.remove.name }))}
          onClose={close}
        >
          <p>{t('removeSays')}</p>
        </SureDialog>
      ) : null}
    </>
  );
}

function PasskeyDates({ passkey: { createdAt, usedAt, isSynced } }: { readonly passkey: PasskeyView }) {
  const t = useTranslations('security');
  return (
    <>
      {t.rich('added', { date: () => <Instant key="added" at={createdAt} as="date" /> })}
      {' · '}
      {usedAt ? t.rich('used', { date: () => <Instant key="used" at={usedAt} /> }) : t('neverUsed')}
      {isSynced ? ` · ${t('synced')}` : ''}
    </>
  );
}
