import type { ContractView } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { GiveBonus } from '../../features/billing/bonus-dialog.tsx';
import { ContractList } from '../../features/hiring/contract-list.tsx';
import { contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

/** Who handles the business's money, or hires for it. */
const MAY_PAY_BONUS: ReadonlySet<string> = new Set(['owner', 'finance', 'hiring']);

export function Contracts() {
  const t = useTranslations('hiring');
  const me = useMe();
  const contracts = useQuery(contractsQuery);
  const bonus = ({ id, state, startedAt, client, assistant, clientFeeBp }: ContractView) => {
    const role = me.businesses.find((business) => business.id === client.id)?.role;
    const may = role !== undefined && MAY_PAY_BONUS.has(role) && startedAt !== null && state !== 'offered';
    return may ? <GiveBonus contractId={id} assistantName={assistant.name} feeBp={clientFeeBp} /> : null;
  };
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
