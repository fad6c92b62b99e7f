import type { ContractView } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';

import { useMe } from '../../api/session.ts';
import { ContractList } from '../../features/hiring/contract-list.tsx';
import { contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Contracts() {
  const me = useMe();
  const contracts = useQuery(contractsQuery);
  return (
    <Page title="Contracts" lede="Rates and limits as they were agreed.">
      <Fetched query={contracts} lines={5}>
        {(all) => {
          const ours = all.filter(({ client }) => me.businesses.some(({ id }) => id === client.id));
          const within = (...states: ContractView['state'][]) => ours.filter(({ state }) => states.includes(state));
          const [offered, running] = [within('offered'), within('active', 'paused')];
          const over = within('ended', 'declined', 'withdrawn', 'expired');
          return (
            <>
              {offered.length > 0 ? (
                <Section title="Waiting for an answer">
                  <ContractList contracts={offered} side="client" />
                </Section>
              ) : null}
              <Section title="Running">
                {running.length > 0 ? (
                  <ContractList contracts={running} side="client" />
                ) : (
                  <Empty
                    title="Nobody works for you yet"
                    action={<ButtonLink to="/hire/briefs">To your briefs</ButtonLink>}
                  >
                    Offer somebody who fits a brief a contract. It runs once they accept.
                  </Empty>
                )}
              </Section>
              {over.length > 0 ? (
                <Section title="Over">
                  <ContractList contracts={over} side="client" />
                </Section>
              ) : null}
            </>
          );
        }}
      </Fetched>
    </Page>
  );
}
