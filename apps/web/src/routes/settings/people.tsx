import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

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
  const t = useTranslations('people');
  const { businesses } = useMe();
  return (
    <Page title={t('title')} lede={t('lede')}>
      {businesses.map((business) => (
        <BusinessPeople key={business.id} business={business} />
      ))}
      {businesses.length > 0 ? null : (
        <Empty title={t('noBusiness')} action={<ButtonLink to="/hire/new-business">{t('openBusiness')}</ButtonLink>}>
          {t('noBusinessText')}
        </Empty>
      )}
    </Page>
  );
}

function BusinessPeople({ business }: { readonly business: { readonly id: string; readonly name: string } }) {
  const t = useTranslations('people');
  const people = useQuery(peopleQuery(business.id));
  return (
    <Section title={business.name} note={t('note')}>
      <Fetched query={people} lines={2}>
        {({ members, invitations, can }) => (
          <>
            <PeopleList business={business} members={members} />
            {invitations.length > 0 ? (
              <>
                <h3 className="mt-6 font-semibold">{t('invited')}</h3>
                <InvitationList businessId={business.id} invitations={invitations} />
              </>
            ) : null}
            {can.invite ? (
              <>
                <h3 className="mt-6 mb-3 font-semibold">{t('inviteSomebody')}</h3>
                <InviteForm businessId={business.id} />
              </>
            ) : null}
          </>
        )}
      </Fetched>
    </Section>
  );
}
