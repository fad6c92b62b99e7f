import type { BusinessRole } from '@app/kernel';

import type { Letter } from '../letter.ts';

const places: Readonly<Record<BusinessRole, string>> = {
  owner: 'as an owner: you may do everything, and say who else may',
  hiring: 'to hire: briefs, offers and contracts',
  approver: 'to approve weeks of work',
  finance: 'to look after cards and invoices',
  viewer: 'to look on: you see everything, and change nothing',
};

interface Invited {
  readonly businessName: string;
  readonly inviterName: string;
  readonly role: BusinessRole;
  readonly token: string;
}

export function memberInvited({ businessName, inviterName, role, token }: Invited): Letter {
  return {
    subject: `${inviterName} invites you to ${businessName}`,
    paragraphs: [
      `${inviterName} would like you to act for ${businessName} on Kontor, ${places[role]}.`,
      'Sign in with this address, or sign up with it first. The link works once, and for seven days.',
      'If you do not know them, do nothing.',
    ],
    action: { label: 'Accept the invitation', path: `/invitation?token=${encodeURIComponent(token)}` },
  };
}
