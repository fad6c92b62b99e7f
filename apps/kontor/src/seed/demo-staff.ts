import { Database, ownerDataSource } from '@app/database';
import { Seal, Totps } from '@app/identity';
import { Secret } from 'otpauth';

import { StaffPerson } from '../world/staff-person.ts';
import type { World } from '../world/world.ts';
import { demoStaff } from './market.ts';

/** The member of staff of the demo market, whose codes a newcomer can make: `npm run demo:code`. */
export class DemoStaff extends StaffPerson {
  constructor(world: World) {
    super(world, demoStaff.name, demoStaff.zone);
  }

  /** Begun as everybody begins it, and then the secret that was made up replaced by the known one. */
  protected override async beginsTotp(): Promise<string> {
    await super.beginsTotp();
    const { config, time } = this.world;
    const dataSource = await ownerDataSource(config.env.DATABASE_URL).initialize();
    try {
      const db = new Database(dataSource);
      const sealed = new Seal(config).close(Secret.fromBase32(demoStaff.secret).bytes, this.id);
      await db.transaction((tx) => new Totps(db).begin(tx, this.id, sealed, time.now()));
    } finally {
      await dataSource.destroy();
    }
    return demoStaff.secret;
  }
}
