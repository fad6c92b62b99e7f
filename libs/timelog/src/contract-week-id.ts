import { createHash } from 'node:crypto';

/**
 * The id of a contract's week: a UUIDv7 of the instant at which the week begins, the contract in place of chance. The
 * week can be pointed to before its first second is worked, when it has no row yet.
 */
export function contractWeekId(contractId: string, weekStart: Date): string {
  const bytes = createHash('sha256').update(contractId).digest().subarray(0, 16);
  bytes.writeUIntBE(weekStart.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
