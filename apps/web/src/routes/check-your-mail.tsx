import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { meQuery } from '../api/session.ts';
import { homeOf } from '../features/identity/home.ts';
import { sendLinkAgain } from '../features/identity/identity.requests.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { useToast } from '../ui/toast.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function CheckYourMail() {
  const { data: me } = useQuery(meQuery);
  const say = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const again = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await sendLinkAgain();
      say('A new link is on its way.');
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <PublicPage title="Check your mail">
      <Sheet
        title="Check your mail"
        lede={
          <p>
            We sent a link to <strong className="text-ink">{me?.email ?? 'your address'}</strong>. Open it to confirm
            that the address is yours: money waits for it.
          </p>
        }
      >
        {problem === null ? null : <ProblemNote error={problem} />}
        <div className="mt-4 flex flex-wrap gap-3">
          {me ? (
            <ButtonLink to={homeOf(me)} weight="strong">
              Look around meanwhile
            </ButtonLink>
          ) : (
            <ButtonLink to="/sign-in" weight="strong">
              Sign in
            </ButtonLink>
          )}
          {me ? (
            <Button isBusy={isBusy} onClick={() => void again()}>
              Send it again
            </Button>
          ) : null}
        </div>
        <p className="mt-6 text-fine text-ink-faint">Nothing there? Look among the spam, or check the address.</p>
      </Sheet>
    </PublicPage>
  );
}
