import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';

import { BriefLine } from '../../features/hiring/brief-line.tsx';
import { briefsQuery } from '../../features/hiring/hiring.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Briefs() {
  const briefs = useQuery(briefsQuery);
  return (
    <Page
      title="Briefs"
      lede="What you want done, and who fits."
      actions={
        <ButtonLink to="/hire/briefs/new" weight="strong">
          New brief
        </ButtonLink>
      }
    >
      <Section title="Yours">
        <Fetched
          query={briefs}
          empty={
            <Empty title="No brief yet" action={<ButtonLink to="/hire/briefs/new">Write the first one</ButtonLink>}>
              Say what there is to do and for how many hours. Kontor ranks the assistants who fit, and says why.
            </Empty>
          }
        >
          {(data) => (
            <ul>
              {data.map((brief) => (
                <li
                  key={brief.id}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule py-3 first:pt-0"
                >
                  <div className="min-w-0">
                    <Link href={`/hire/briefs/${brief.id}`} className="font-semibold">
                      {brief.title}
                    </Link>
                    <p className="text-fine text-ink-soft">
                      <BriefLine brief={brief} />
                    </p>
                  </div>
                  <p className="flex items-center gap-3 text-fine text-ink-faint">
                    posted <Instant at={brief.postedAt} as="day" />
                    {brief.state === 'open' ? <State tone="settled">Open</State> : <State tone="idle">Closed</State>}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Fetched>
      </Section>
    </Page>
  );
}
