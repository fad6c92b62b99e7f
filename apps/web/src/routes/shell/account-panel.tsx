import { Link, useLocation } from 'wouter';

import { useMe, useSessionChange } from '../../api/session.ts';
import { signOut } from '../../features/identity/identity.requests.ts';
import { zoneName } from '../../ui/reader.tsx';
import { ThemeSwitch } from '../../ui/theme-switch.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Who is signed in, in which zone they read, the theme, and the way out. */
export function AccountPanel() {
  const me = useMe();
  const say = useToast();
  const [, navigate] = useLocation();
  const changeSession = useSessionChange();
  const leave = async () => {
    try {
      await signOut();
      navigate('/', { replace: true });
      changeSession(null);
    } catch {
      say('You are still signed in: Kontor cannot be reached.');
    }
  };
  return (
    <div className="grid gap-3 border-t border-rule pt-4 text-fine">
      <div className="min-w-0">
        <p className="font-semibold">{me.name}</p>
        <p className="truncate text-ink-faint" title={me.email}>
          {me.email}
        </p>
        <p className="mt-1 text-ink-faint">All times in {zoneName(me.zone)}</p>
      </div>
      <ThemeSwitch />
      {me.assists ? null : <Link href="/assist/profile">Work as an assistant too</Link>}
      {me.businesses.length > 0 ? null : <Link href="/hire/new-business">Hire for a business too</Link>}
      {me.businesses.length > 0 ? <Link href="/settings/people">People</Link> : null}
      <Link href="/settings/security">Security and devices</Link>
      <button
        type="button"
        onClick={() => void leave()}
        className="min-h-8 justify-self-start underline underline-offset-4"
      >
        Sign out
      </button>
    </div>
  );
}
