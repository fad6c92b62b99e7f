/** Which features show something else once a request to these addresses has been done. By the first word of the path. */
const topics: Readonly<Record<string, readonly string[]>> = {
  businesses: ['identity', 'billing'],
  'assistant-profile': ['profile', 'hiring'],
  briefs: ['hiring'],
  contracts: ['hiring', 'timelog', 'billing'],
  timer: ['timelog'],
  'time-entries': ['timelog', 'disputes'],
  'time-imports': ['timelog'],
  weeks: ['timelog', 'billing', 'disputes', 'hiring'],
  'card-setups': ['billing'],
  invoices: ['billing'],
  refunds: ['billing', 'payouts'],
  bonuses: ['billing'],
  earnings: ['billing', 'payouts'],
  payee: ['payouts'],
  'entry-queries': ['disputes', 'timelog', 'billing'],
  'invoice-lines': ['billing', 'payouts'],
  disputes: ['disputes', 'timelog', 'billing'],
  staff: ['disputes', 'timelog', 'billing', 'payouts'],
  notifications: ['notifications'],
};

/** What waits for staff, or is decided by them. */
const SHOWS_TO_STAFF = /^\/api\/(staff|disputes|me\/suspensions|weeks\/[^/]+\/late-reports)\b/;

/** What is only looked at before it is done shows nowhere. */
const PREVIEW = /-preview(\?|$)/;

/** `/api/weeks/…/approval` shows in hours and in bills. What nobody else sees, such as a session, shows nowhere. */
export function topicsOf(path: string): readonly string[] {
  if (PREVIEW.test(path)) return [];
  const [, , feature = ''] = path.split(/[/?]/);
  return [...(topics[feature] ?? []), ...(SHOWS_TO_STAFF.test(path) ? ['staff'] : [])];
}
