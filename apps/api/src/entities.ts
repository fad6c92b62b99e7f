import { billingEntities } from '@app/billing';
import { chargebacksEntities, disputesEntities } from '@app/disputes';
import { filesEntities } from '@app/files';
import { hiringEntities } from '@app/hiring';
import { identityEntities } from '@app/identity';
import { payoutsEntities } from '@app/payouts';
import { profilesEntities } from '@app/profiles';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** The entities of every lib that the api composes, a line a lib. */
export const entities: EntityTarget<ObjectLiteral>[] = [
  ...identityEntities,
  ...profilesEntities,
  ...hiringEntities,
  ...billingEntities,
  ...payoutsEntities,
  ...disputesEntities,
  ...chargebacksEntities,
  ...filesEntities,
];
