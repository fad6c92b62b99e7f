import type { Letter } from '../letter.ts';

/** To the assistant. */
export function contractPaused({ client, title }: { client: string; title: string }): Letter {
  return {
    subject: `Please stop for now: ${title}`,
    paragraphs: [
      `${client} has paused the contract. A timer that ran was stopped, and no time is accepted until it goes on.`,
      'What was worked until now is invoiced and paid as agreed.',
    ],
    action: { label: 'See the contract', path: '/assist/work' },
  };
}

export function contractResumed({ client, title }: { client: string; title: string }): Letter {
  return {
    subject: `You can go on: ${title}`,
    paragraphs: [`${client} has resumed the contract: time is accepted again.`],
    action: { label: 'Go to work', path: '/assist/work' },
  };
}
