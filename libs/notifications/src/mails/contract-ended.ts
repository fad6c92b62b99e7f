import type { Letter } from '../letter.ts';

export interface Ending {
  /** Who ended it, by name. */
  readonly by: string;
  readonly title: string;
  readonly path: string;
}

export function contractEnded({ by, title, path }: Ending): Letter {
  return {
    subject: `Your contract has ended: ${title}`,
    paragraphs: [
      `${by} has ended the contract: ${title}.`,
      'What was worked until now is invoiced and paid as agreed.',
    ],
    action: { label: 'See the contract', path },
  };
}
