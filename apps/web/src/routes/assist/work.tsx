import type { ContractView } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';

import { useMe } from '../../api/session.ts';
import { ContractList } from '../../features/hiring/contract-list.tsx';
import { contractsQuery, matchingBriefsQuery } from '../../features/hiring/hiring.queries.ts';
import { FittingBriefs } from '../../features/hiring/fitting-briefs.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Work() {
  const me = useMe();
  const contracts = useQuery(contractsQuery);
  const briefs = useQuery({ ...matchingBriefsQuery, enabled: me.assists });
  const ours = (contracts.data ?? []).filter(({ assistant }) => assistant.id === me.id);
  const within = (...states: ContractView['state'][]) => ours.filter(({ state }) => states.includes(state));
  const [offers, running] = [within('offered'), within('active', 'paused')];
  const over = within('ended', 'declined', 'withdrawn', 'expired');
  return (
    <Page title="Work" lede="Offers, the contracts you have, and briefs that fit you.">
      {offers.length > 0 ? (
        <Section title="Offers to you" note="Read the rate, the limit and the title: they hold once you accept.">
          <ContractList contracts={offers} side="assistant" />
        </Section>
      ) : null}
      <Section title="Your contracts">
        <Fetched query={contracts}>
          {() =>
            running.length > 0 ? (
              <ContractList contracts={running} side="assistant" />
            ) : (
              <Empty title="No contract yet">
                Clients find you by your profile. What helps most is what you are best at.
              </Empty>
            )
          }
        </Fetched>
      </Section>
      <Section
        title="Briefs that fit you"
        note="The same points that the client sees. They write to you with an offer."
      >
        {me.assists ? (
          <Fetched
            query={briefs}
            lines={4}
            isEmpty={(data) => data.matches.length === 0}
            empty={<Empty title="None fits just now">A new brief that fits you will stand here.</Empty>}
          >
            {(data) => <FittingBriefs data={data} />}
          </Fetched>
        ) : (
          <Empty
            title="Write your profile first"
            action={<ButtonLink to="/assist/profile">To your profile</ButtonLink>}
          >
            Briefs are matched with what you offer.
          </Empty>
        )}
      </Section>
      {over.length > 0 ? (
        <Section title="Over">
          <ContractList contracts={over} side="assistant" />
        </Section>
      ) : null}
    </Page>
  );
}
