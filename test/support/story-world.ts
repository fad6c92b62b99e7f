import { World, type WorldOptions } from '../../apps/kontor/src/world/world.ts';
import { testDatabase } from './database.ts';

/** A world on this Jest worker's own database. `end()` it: what it left is swept away for the next story. */
export async function storyWorld(now: Date, options: Partial<WorldOptions> = {}): Promise<World> {
  const database = await testDatabase();
  return World.begin({ databaseUrl: database.url, now, ...options });
}
