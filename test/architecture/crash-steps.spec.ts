import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { steps } from '@app/kernel';

import { root, sourcesIn } from './sources.ts';

/** The story of each thing that is claimed, called and settled. */
const storyOf: Record<string, string> = {
  charge: 'a-killed-worker-leaves-the-same-books',
  payment_change: 'a-payment-asks-for-less-once',
  payment_cancel: 'a-payment-asks-for-less-once',
  transfer: 'a-killed-worker-leaves-the-same-books',
  refund: 'refunded-work',
  reversal: 'refunded-work',
  payout_schedule: 'suspended-payouts-stay-at-stripe',
  payee_closing: 'who-is-erased-is-closed-at-stripe',
  customer_closing: 'who-is-erased-is-closed-at-stripe',
  chargeback: 'a-card-chargeback-survives-lost-news-and-kills',
  chargeback_answer: 'a-card-chargeback-survives-lost-news-and-kills',
  import: 'a-file-handed-over-is-logged-once',
};

/** What people ask for in the api and wait for: asked again it is the same, and no worker dies of it. */
const OF_PEOPLE = ['libs/billing/src/start-card-setup.ts', 'libs/payouts/src/begin-payee.ts'];

const sources = sourcesIn('libs').filter(({ path }) => !path.startsWith('libs/stripe/'));

test('every step is reached in one place of the product', () => {
  const reached = sources.flatMap(({ text }) =>
    [...text.matchAll(/step\.reached\('([^']+)'\)/g)].map((found) => found[1]),
  );
  expect(reached).toHaveLength(steps.length);
  expect(new Set(reached)).toEqual(new Set(steps));
});

test('whatever asks Stripe to do something has steps at which a worker is killed', () => {
  const asking = sources.filter(({ text }) => /idempotencyKey: `/.test(text));
  const without = asking.filter(({ text }) => !text.includes('step.reached(')).map(({ path }) => path);
  expect(without.toSorted()).toEqual(OF_PEOPLE);
});

test.each(steps)('a story kills the worker at %s', (step) => {
  const thing = step.slice(0, step.indexOf('.'));
  const story = readFileSync(join(root, `test/stories/${storyOf[thing]}.spec.ts`), 'utf8');
  const told = [...story.matchAll(/stepsOf\(([^)]*)\)/g)].some(([, things = '']) => things.includes(`'${thing}'`));
  expect(told || story.includes(`'${step}'`)).toBe(true);
  expect(story).toContain('await workerDiesAt(');
});
