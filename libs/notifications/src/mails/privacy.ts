import type { Letter } from '../letter.ts';
import { when } from '../when.ts';

export function exportReady(link: { exportId: string; token: string; expiresAt: Date; zone: string }): Letter {
  const { exportId, token, expiresAt, zone } = link;
  return {
    subject: 'Your data is ready',
    paragraphs: [
      'Everything that Kontor holds on you is gathered in one archive: tables as JSON, and the files you brought.',
      `The link works once, while you are signed in, until ${when(expiresAt, zone)}. Then the archive is deleted.`,
      'If you did not ask for this, change your password: somebody else may be signed in as you.',
    ],
    action: {
      label: 'Download my data',
      path: `/settings/privacy?export=${exportId}&token=${encodeURIComponent(token)}`,
    },
  };
}

export function erasureRequested({ erasesAt, zone }: { erasesAt: Date; zone: string }): Letter {
  return {
    subject: 'Your account will be deleted',
    paragraphs: [
      `Your account and what names you will be deleted on ${when(erasesAt, zone)}.`,
      'Until then you can take it back, and everything stays as it is. Invoices stay for as long as the law wants.',
      'If you did not ask for this, take it back and change your password: somebody else may be signed in as you.',
    ],
    action: { label: 'Keep my account', path: '/settings/privacy' },
  };
}

export function erasureWithdrawn(): Letter {
  return {
    subject: 'Your account stays',
    paragraphs: ['Your account will not be deleted. Everything stays as it is.'],
  };
}
