import { startApi } from '../../apps/api/src/start-api.ts';
import { testConfig } from './config.ts';
import { testDatabase } from './database.ts';
import { prepareDelivery } from '@app/delivery';
import { writeFileSync, existsSync } from 'node:fs';

test('serve', async () => {
  const db = await testDatabase();
  await prepareDelivery(db.ownerUrl, []);
  const api = await startApi({ config: testConfig({ DATABASE_URL: db.url, LOG_LEVEL: 'debug' }), port: 4999 });
  writeFileSync('/tmp/c/ready', api.url);
  while (!existsSync('/tmp/c/stop')) await new Promise((r) => setTimeout(r, 200));
  await api.stop();
}, 3600000);
