const pages: Readonly<Partial<Record<string, string>>> = {
  person: '/staff/found/people',
  business: '/staff/found/businesses',
  contract: '/staff/found/contracts',
  invoice: '/staff/found/invoices',
  dispute: '/staff/disputes',
  chargeback: '/staff/chargebacks',
};
/** These have no page but their way. */
const ON_THE_WAY = new Set([
  'line',
  'earning',
  'transfer',
  'payout',
  'refund',
  'reversal',
  'credit_note',
  'debt',
  'charge',
]);

/** Which page shows it; null: none does. */
export function pageOf(kind: string, id: string): string | null {
  const page = pages[kind];
  if (page) return `${page}/${id}`;
  return ON_THE_WAY.has(kind) ? trailOf(id) : null;
}

/** The way of its money. */
export function trailOf(id: string): string {
  return `/staff/found/money/${encodeURIComponent(id)}`;
}
