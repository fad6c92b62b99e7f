import { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import type { World } from '../../apps/kontor/src/world/world.ts';

/** When somebody signs up to whom nothing has happened yet. */
export const MORNING = new Date('2026-03-02T09:00:00Z');
const SHOP = { name: 'Lind & Co', country: 'SE', zone: 'Europe/Stockholm' };

let people = 0;

/** A client who has signed up and done nothing else, with an address that nobody else has. */
export async function newNora(world: World): Promise<ClientPerson> {
  people += 1;
  const nora = new ClientPerson(world, 'Nora Lind', SHOP, `nora${people}@lind.example`);
  await nora.signsUp(SHOP);
  return nora;
}
