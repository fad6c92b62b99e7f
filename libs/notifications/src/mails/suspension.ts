import type { Suspension, SuspensionScope } from '@app/identity';

import type { Letter } from '../letter.ts';

const words: Record<SuspensionScope, string> = {
  signing_in: 'signing in',
  hiring: 'hiring',
  assisting: 'working as an assistant',
  payouts: 'payouts',
};

type Told = Pick<Suspension, 'scopes' | 'explanation'>;

export function suspended({
  scopes,
  explanation,
  until,
  token,
}: Told & { until: string | null; token: string }): Letter {
  const end = until === null ? 'It holds until we lift it.' : `It ends by itself on ${until}.`;
  return {
    subject: `Suspended: ${inWords(scopes)}`,
    paragraphs: [
      `We have suspended ${inWords(scopes)} for now. Everything else goes on.`,
      explanation,
      `${end} ${scopes.includes('payouts') ? 'Money that you have earned stays yours.' : 'Money that was earned and that nobody disputes is still paid.'}`,
      'If you think that this is wrong, say so: somebody else than who decided it will look at it.',
    ],
    action: { label: 'Appeal', path: `/appeal?token=${encodeURIComponent(token)}` },
  };
}

export function suspensionOver({ scopes }: Pick<Told, 'scopes'>): Letter {
  return {
    subject: `No longer suspended: ${inWords(scopes)}`,
    paragraphs: [`The suspension of ${inWords(scopes)} is over.`],
    action: { label: 'Open Kontor', path: '/' },
  };
}

export function appealDeclined({ scopes }: Pick<Told, 'scopes'>): Letter {
  return {
    subject: 'Your appeal was looked at',
    paragraphs: [
      `Somebody else than who decided it has looked at your appeal. The suspension of ${inWords(scopes)} stays as it is.`,
    ],
  };
}

function inWords(scopes: readonly SuspensionScope[]): string {
  return scopes.map((scope) => words[scope]).join(', ');
}
