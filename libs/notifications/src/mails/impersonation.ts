import type { Letter } from '../letter.ts';

export function lookedAt({ reason, from, to }: { reason: string; from: string; to: string }): Letter {
  return {
    subject: 'Our staff looked at your account',
    paragraphs: [
      `A member of our staff can see Kontor as you see it, from ${from} to ${to}. They can change nothing.`,
      `Their reason: ${reason}`,
      'Your security settings list every such look.',
    ],
    action: { label: 'Open the security settings', path: '/settings/security' },
  };
}
