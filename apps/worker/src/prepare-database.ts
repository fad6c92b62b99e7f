import { migrate } from '@app/database';
import { prepareDelivery } from '@app/delivery';

import { subscriptions } from './subscriptions.ts';

/** The migration step, as the database's owner: the schema, then a queue for every subscription. */
export async function prepareDatabase(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  await prepareDelivery(ownerUrl, subscriptions);
}
