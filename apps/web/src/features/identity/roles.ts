import type { BusinessRole } from '@app/wire/identity';

import { translator } from '../../i18n/spoken.ts';
import type { Option } from '../../ui/field.tsx';

/** The most powerful first. */
const roles: readonly BusinessRole[] = ['owner', 'hiring', 'approver', 'finance', 'viewer'];

/** The roles with what each may do. */
export function roleOptions(): Option[] {
  const t = translator('people');
  return roles.map((role) => ({
    value: role,
    label: t('roleOption', { name: roleName(role), may: t(`roles.${role}.may`) }),
  }));
}

/** Such as `Approver`. */
export function roleName(role: BusinessRole): string {
  return translator('people')(`roles.${role}.name`);
}
