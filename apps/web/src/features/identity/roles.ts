import type { BusinessRole } from '@app/wire/identity';

import type { Option } from '../../ui/field.tsx';

const roles: Readonly<Record<BusinessRole, string>> = {
  owner: 'Owner: everything, and who belongs here',
  hiring: 'Hiring: briefs, offers and contracts',
  approver: 'Approver: approves weeks of work',
  finance: 'Finance: cards and invoices',
  viewer: 'Viewer: sees everything, changes nothing',
};

/** The roles with what each may do, the most powerful first. */
export const roleOptions: readonly Option[] = Object.entries(roles).map(([value, label]) => ({ value, label }));

/** Such as `Approver`. */
export function roleName(role: BusinessRole): string {
  return roles[role].split(':')[0] ?? role;
}
