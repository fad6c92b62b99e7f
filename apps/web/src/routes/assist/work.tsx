import type { ContractView } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { ContractList } from '../../features/hiring/contract-list.tsx';
import { contractsQuery, matchingBriefsQuery } from '../../features/hiring/hiring.queries.ts';
import { FittingBriefs } from '../../features/hiring/fitting-briefs.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Work() {
  const t = useTranslations('hiring');
  const me = useMe();
  const contracts = useQuery(contractsQuery);
  const briefs = useQuery({ ...matchingBriefsQuery, enabled: me.assists });
  const ours = (contracts.data ?? []).filter(({ assistant }) => assistant.id === me.id);
  const within = (...states: ContractView['state'][]) => ours.filter(({ state }) => states.includes(state));
  const [offers, running] = [within('offered'), within('active', 'paused')];
  const over = within('ended', 'declined', 'withdrawn', 'expired');
  return (
    <Page title={t('workTitle')} lede={t('workLede')}>
      {offers.length > 0 ? (
        <Section title={t('offersToYou')} note={t('offersNote')}>
          <ContractList contracts={offers} side="assistant" />
        </Section>
      ) : null}
      <Section title={t('yourContracts')}>
        <Fetched query={contracts}>
          {() =>
            running.length > 0 ? (
              <ContractList contracts={running} side="assistant" />
            ) : (
              <Empty title={t('noContract')}>{t('noContractText')}</Empty>
            )
          }
        </Fetched>
      </Section>
      <Section title={t('briefsFit')} note={t('briefsFitNote')}>
        {me.assists ? (
          <Fetched
            query={briefs}
            lines={4}
            isEmpty={(data) => data.matches.length === 0}
            empty={<Empty title={t('noneFits')}>{t('noneFitsText')}</Empty>}
          >
            {(data) => <FittingBriefs data={data} />}
          </Fetched>
        ) : (
          <Empty title={t('profileFirst')} action={<ButtonLink to="/assist/profile">{t('toProfile')}</ButtonLink>}>
            {t('profileFirstText')}
          </Empty>
        )}
      </Section>
      {over.length > 0 ? (
        <Section title={t('over')}>
          <ContractList contracts={over} side="assistant" />
        </Section>
      ) : null}
    </Page>
  );
}
