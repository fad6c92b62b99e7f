import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { CreateTokenDialog } from '../../features/identity/create-token-dialog.tsx';
import { TokenList } from '../../features/identity/token-list.tsx';
import { tokensQuery } from '../../features/identity/tokens.requests.ts';
import { Button } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Tokens() {
  const t = useTranslations('tokens');
  const tokens = useQuery(tokensQuery);
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button weight="strong" onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} lede={t('lede')} actions={create}>
      <Section title={t('yours')} note={t('yoursNote')}>
        <Fetched query={tokens} lines={2}>
          {(data) =>
            data.length === 0 ? <Empty title={t('none')}>{t('noneSays')}</Empty> : <TokenList tokens={data} />
          }
        </Fetched>
      </Section>
      {isCreating ? <CreateTokenDialog onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
