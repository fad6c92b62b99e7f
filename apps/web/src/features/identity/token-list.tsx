import type { ApiTokenView } from '@app/wire/api-tokens';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import { revokeToken, tokensQuery } from './tokens.requests.ts';

/** Each with what it may do, when it was last used, and a way to end it. */
export function TokenList({ tokens }: { readonly tokens: readonly ApiTokenView[] }) {
  const t = useTranslations('tokens');
  const say = useToast();
  const queryClient = useQueryClient();
  const [revoking, setRevoking] = useState<ApiTokenView | null>(null);
  const revoke = async ({ id, name }: ApiTokenView) => {
    await revokeToken(id);
    await queryClient.invalidateQueries(tokensQuery);
    say(t('revoked', { name }));
  };
  return (
    <>
      <ul>
        {tokens.map((token) => (
          <li
            key={token.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3 first:pt-0"
          >
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-semibold wrap-anywhere">
                {token.name} <span className="font-normal text-ink-soft">{t('endsIn', { hint: token.hint })}</span>
              </p>
              <p className="text-fine">{token.scopes.map((scope) => t(`scopes.${scope}`)).join(' · ')}</p>
              <p className="text-fine text-ink-soft">
                {token.usedAt === null
                  ? t('neverUsed')
                  : t.rich('used', { date: () => <Instant key="used" at={token.usedAt ?? ''} /> })}
                {' · '}
                {t.rich('until', { date: () => <Instant key="until" at={token.expiresAt} as="date" /> })}
              </p>
            </div>
            <Button size="small" aria-label={t('revokeNamed', { name: token.name })} onClick={() => setRevoking(token)}>
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {revoking ? (
        <SureDialog
          title={t('revokeTitle', { name: revoking.name })}
          verb={t('revoke')}
          isGrave
          run={() => revoke(revoking)}
          onClose={() => setRevoking(null)}
        >
          <p>{t('revokeSays')}</p>
        </SureDialog>
      ) : null}
    </>
  );
}
