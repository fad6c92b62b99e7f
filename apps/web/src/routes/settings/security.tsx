import { useQuery } from '@tanstack/react-query';

import { useMe } from '../../api/session.ts';
import { ChangeEmailForm } from '../../features/identity/change-email-form.tsx';
import { ChangePasswordForm } from '../../features/identity/change-password-form.tsx';
import { DeviceList } from '../../features/identity/device-list.tsx';
import { devicesQuery } from '../../features/identity/security.requests.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';

export function Security() {
  const me = useMe();
  const devices = useQuery(devicesQuery);
  return (
    <Page title="Security" lede="How you prove that it is you.">
      <Section
        title="Devices"
        note="Where you are signed in. One that you do not know? Sign it out, and change your password."
      >
        <Fetched query={devices} lines={2}>
          {(data) => <DeviceList devices={data} />}
        </Fetched>
      </Section>
      <Section title="Password" note="Changing it signs you out everywhere but here.">
        <ChangePasswordForm />
      </Section>
      <Section title="E-mail" note="You sign in with it, and our mail goes there. We tell the old address too.">
        <ChangeEmailForm current={me.email} />
      </Section>
    </Page>
  );
}
