import { Audit } from '@app/audit';
import { Database, ownerDataSource } from '@app/database';
import { AccountNotFound, GrantStaff, RevokeStaff, Sessions, StaffGrants } from '@app/identity';
import type { Clock } from '@app/kernel';

export interface Said {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

export const USAGE = `npm run staff -- grant EMAIL     makes a person with an account staff, and signs them out
npm run staff -- revoke EMAIL    takes it back, and signs them out
npm run staff -- list            says who is staff
`;

/** What an operator asks about staff. The only way to become one: the processes cannot write the grant. */
export async function staffCommand(args: readonly string[], ownerUrl: string, clock: Clock): Promise<Said> {
  const [command, email, ...more] = args;
  const wantsEmail = command === 'grant' || command === 'revoke';
  if ((!wantsEmail && command !== 'list') || wantsEmail !== (email !== undefined) || more.length > 0)
    return { text: USAGE, exitCode: 2 };

  const dataSource = await ownerDataSource(ownerUrl).initialize();
  try {
    const db = new Database(dataSource);
    const grants = new StaffGrants(db);
    if (email === undefined) return { text: await listed(grants), exitCode: 0 };
    const verb = command === 'grant' ? GrantStaff : RevokeStaff;
    const changed = await new verb(db, grants, new Sessions(db), new Audit(), clock).run(email);
    return command === 'grant' ? granted(email, changed) : revoked(email, changed);
  } catch (error) {
    if (error instanceof AccountNotFound) return { text: `Nobody has an account with ${email}.\n`, exitCode: 1 };
    throw error;
  } finally {
    await dataSource.destroy();
  }
}

function granted(email: string, changed: boolean): Said {
  if (!changed) return { text: `${email} is staff already.\n`, exitCode: 0 };
  const next = 'They sign in anew, and with a second factor: without one the staff pages stay closed.';
  return { text: `${email} is staff now, and signed out everywhere. ${next}\n`, exitCode: 0 };
}

function revoked(email: string, changed: boolean): Said {
  if (!changed) return { text: `${email} is not staff.\n`, exitCode: 1 };
  return { text: `${email} is no longer staff, and signed out everywhere.\n`, exitCode: 0 };
}

async function listed(grants: StaffGrants): Promise<string> {
  const members = await grants.list();
  if (members.length === 0) return 'Nobody is staff.\n';
  return members.map(({ name, email, grantedAt }) => `${email}  ${name}  since ${grantedAt.toISOString()}\n`).join('');
}
