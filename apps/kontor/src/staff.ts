// npm run staff -- grant EMAIL | revoke EMAIL | list, in DATABASE_URL or in the embedded database.
import { Clock } from '@app/kernel';

import { reachDatabase } from './postgres/reach-database.ts';
import { staffCommand } from './staff/staff-command.ts';

try {
  const { url, leave } = await reachDatabase();
  try {
    const { text, exitCode } = await staffCommand(process.argv.slice(2), url, new Clock());
    (exitCode === 2 ? process.stderr : process.stdout).write(text);
    process.exitCode = exitCode;
  } finally {
    await leave();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
