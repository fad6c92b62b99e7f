import { unimplemented } from '../api/api-error.ts';

/** Cards are the only way to pay here. */
export function refuseOtherMethods(allowed: readonly string[] | undefined): void {
  const other = allowed?.filter((type) => type !== 'card') ?? [];
  if (other.length > 0) throw unimplemented(`the payment method types ${other.join(', ')}`);
}
