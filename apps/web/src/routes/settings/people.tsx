import { useQuery } from '@tanstack/react-query';

import { useMe } from '../../api/session.ts';
import { InvitationList } from '../../features/identity/invitation-list.tsx';
import { InviteForm } from '../../features/identity/invite-form.tsx';
import { PeopleList } from '../../features/identity/people-list.tsx';
import { peopleQuery } from '../../features/identity/people.requests.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

/** Who acts for one's businesses, and what each may do. */
export function People() {
  const { businesses } = useMe();
  return (
    <Page title="People" lede="Who acts for your business, and what each may do.">
      {businesses.map((business) => (
        <BusinessPeople key={business.id} business={business} />
      ))}
      {businesses.length > 0 ? null : (
        <Empty title="No business yet" action={<ButtonLink to="/hire/new-business">Open a business</ButtonLink>}>
          People belong to a business. Open one, or ask its owner for an invitation.
        </Empty>
      )}
    </Page>
  );
}

function BusinessPeople({ business }: { readonly business: { readonly id: string; readonly name: string } }) {
  const people = useQuery(peopleQuery(business.id));
  return (
    <Section title={business.name} note="A role that is changed or taken away holds at once, on every device.">
      <Fetched query={people} lines={2}>
        {({ members, invitations, can }) => (
          <>
            <PeopleList business={business} members={members} />
            {invitations.length > 0 ? (
              <>
                <h3 className="mt-6 font-semibold">Invited</h3>
                <InvitationList businessId={business.id} invitations={invitations} />
              </>
            ) : null}
            {can.invite ? (
              <>
                <h3 className="mt-6 mb-3 font-semibold">Invite somebody</h3>
                <InviteForm businessId={business.id} />
              </>
            ) : null}
          </>
        )}
      </Fetched>
    </Section>
  );
}
