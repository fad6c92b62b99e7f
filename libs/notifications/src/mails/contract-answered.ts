import type { Letter } from '../letter.ts';

export interface Answer {
  readonly assistant: string;
  readonly title: string;
}

export function contractAccepted({ assistant, title }: Answer): Letter {
  return {
    subject: `${assistant} has accepted`,
    paragraphs: [
      `${assistant} has accepted your offer: ${title}. Work can begin at once.`,
      'The hours of each week are invoiced on the Monday after it, and you have until Friday to look at them.',
    ],
    action: { label: 'See the contract', path: '/hire/contracts' },
  };
}

export function contractDeclined({ assistant, title }: Answer): Letter {
  return {
    subject: `${assistant} has declined`,
    paragraphs: [`${assistant} has declined your offer: ${title}. Your briefs show who else fits.`],
    action: { label: 'See your briefs', path: '/hire/briefs' },
  };
}
