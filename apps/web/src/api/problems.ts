import { translator } from '../i18n/spoken.ts';
import { ApiError, Unreachable } from './api-error.ts';

export interface Explanation {
  readonly says: string;
  /** What to do about it. */
  readonly next: string;
  readonly link?: { readonly to: string; readonly label: string };
}

type Link = 'sendAgain' | 'writeProfile' | 'work' | 'contracts' | 'cards' | 'security';

/** Where the next step is taken, for the refusals that have a place. */
const links: Readonly<Partial<Record<string, { readonly to: string; readonly label: Link }>>> = {
  email_not_verified: { to: '/check-your-mail', label: 'sendAgain' },
  no_profile_yet: { to: '/assist/profile', label: 'writeProfile' },
  contract_not_active: { to: '/assist/work', label: 'work' },
  already_contracted: { to: '/hire/contracts', label: 'contracts' },
  second_factor_required: { to: '/settings/security', label: 'security' },
};

/** What was refused, as a sentence and a next step in the reader's language. */
export function explain(error: unknown): Explanation {
  if (error instanceof Unreachable) return sentences('unreachable');
  if (!(error instanceof ApiError)) return sentences('broken');
  if (error.status >= 500) {
    const { id } = error.details;
    return typeof id === 'string' ? sentences('server_fault_numbered', { id }) : sentences('server_fault');
  }
  const known = sentences(error.code, valuesOf(error));

  const link = links[error.code];
  return link ? { ...known, link: { to: link.to, label: translator('problems')(`links.${link.label}`) } } : known;
}

/** A spec finds every code that the api can refuse with among the messages; an unknown one comes from a newer api. */
function sentences(code: string, values: Readonly<Record<string, string | number>> = {}): Explanation {
  const t = translator('problems');
  const known = t.has(`${code}.says` as 'refused.says') ? (code as 'refused') : 'refused';
  return { says: t(`${known}.says`, values), next: t(`${known}.next`, values) };
}

const SECONDS_A_MINUTE = 60;

function valuesOf({ details }: ApiError): Record<string, string | number> {
  const seconds = Number(details.retryAfterSeconds ?? SECONDS_A_MINUTE);
  return { minutes: Math.max(1, Math.ceil(seconds / SECONDS_A_MINUTE)) };
}
