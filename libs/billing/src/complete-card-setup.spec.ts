import { businessRoles, Forbidden, type User } from '@app/kernel';

import { Payday } from '../../../test/support/payday.ts';
import { CompleteCardSetup } from './complete-card-setup.ts';
import { SavedCards } from './saved-cards.repository.ts';
import { StartCardSetup } from './start-card-setup.ts';

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
});
afterAll(() => payday.stop());
beforeEach(() => payday.reset());

/** The owner has been to Stripe's page and typed a card in, and has not come back. */
async function typedIn() {
  const owner = await payday.platform.arrange.client({ chargeable: false });
  const { id } = await payday.platform.get(StartCardSetup).run(owner, owner.clientId);
  const [setup] = await payday.rows<{ session_id: string }>('select session_id from card_setup where id = $1', [id]);
  await payday.stripe.control.completeCheckout(setup?.session_id ?? '');
  const as = (role: (typeof businessRoles)[number]): User => ({ ...owner, businesses: [{ id: owner.clientId, role }] });
  return { owner, id, as };
}

test('a card becomes the one that is charged only at the word of those who handle the money', async () => {
  const { owner, id, as } = await typedIn();
  for (const role of ['hiring', 'approver', 'viewer'] as const) {
    await expect(payday.platform.get(CompleteCardSetup).run(as(role), id)).rejects.toThrow(Forbidden);
  }
  const unverified = { ...owner, emailVerified: false };
  await expect(payday.platform.get(CompleteCardSetup).run(unverified, id)).rejects.toMatchObject({
    code: 'email_not_verified',
  });
  expect(await payday.platform.get(SavedCards).list(owner, owner.clientId)).toEqual([]);

  const card = await payday.platform.get(CompleteCardSetup).run(as('finance'), id);
  expect(await payday.platform.get(SavedCards).list(owner, owner.clientId)).toEqual([card]);
});

test('whoever goes on after a crash, with the same rights, comes to the same customer at Stripe', async () => {
  const owner = await payday.platform.arrange.client({ chargeable: false });
  const bookkeeper = await payday.platform.arrange.assistant({ name: 'Signe Dahl' });
  const finance: User = { ...bookkeeper, businesses: [{ id: owner.clientId, role: 'finance' }] };
  const path = '/v1/customers$';
  await payday.stripe.control.addFault({ method: 'POST', path, effect: 'fail_after' });
  await payday.stripe.control.addFault({ method: 'POST', path, effect: 'fail_before', times: 2 });
  await expect(payday.platform.get(StartCardSetup).run(owner, owner.clientId)).rejects.toThrow();
  await payday.stripe.control.clearFaults();

  await payday.platform.get(StartCardSetup).run(finance, owner.clientId);
  const asked = await payday.stripe.control.requests({ method: 'POST', path });
  expect(asked.filter(({ status }) => status === 200).length).toBe(1);
  expect(asked.at(-1)).toMatchObject({ replayed: true });
});
