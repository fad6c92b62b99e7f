import type { ContractView } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { ContractList } from '../../features/hiring/contract-list.tsx';
import { contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { BonusOn } from './bonus-on.tsx';

export function Contracts() {
  const t = useTranslations('hiring');
  const me = useMe();
  const contracts = useQuery(contractsQuery);
  const bonus = (contract: ContractView) => <BonusOn contract={contract} />;
  return (
    <Page title={t('contracts')} lede={t('contractsLede')}>
      <Fetched query={contracts} lines={5}>
        {(all) => {
          const ours = all.filter(({ client }) => me.businesses.some(({ id }) => id === client.id));
          const within = (...states: ContractView['state'][]) => ours.filter(({ state }) => states.includes(state));
          const [offered, running] = [within('offered'), within('active', 'paused')];
          const over = within('ended', 'declined', 'withdrawn', 'expired');
          return (
            <>
              {offered.length > 0 ? (
                <Section title={t('waiting')}>
                  <ContractList contracts={offered} side="client" />
                </Section>
              ) : null}
              <Section title={t('running')}>
                {running.length > 0 ? (
                  <ContractList contracts={running} side="client" actions={bonus} />
                ) : (
                  <Empty title={t('nobodyWorks')} action={<ButtonLink to="/hire/briefs">{t('toBriefs')}</ButtonLink>}>
                    {t('nobodyWorksText')}
                  </Empty>
                )}
              </Section>
              {over.length > 0 ? (
                <Section title={t('over')}>
                  <ContractList contracts={over} side="client" actions={bonus} />
                </Section>
              ) : null}
            </>
          );
        }}
      </Fetched>
    </Page>
  );
}
