import type { PayeeView } from '@app/wire/payouts';
import { Link } from 'wouter';

/** Says only what stands between an assistant and their money. */
export function PayeeNotice({ payee }: { readonly payee: PayeeView }) {
  if (payee.state === 'active') return null;
  const isNew = payee.state === 'none';
  return (
    <p className="mb-4 border-l-4 border-waiting bg-waiting-wash px-3 py-2">
      {isNew ? 'Tell Stripe where to send your money, before the first of it is due.' : payee.says}{' '}
      <Link href="/assist/payouts">{isNew ? 'Set it up' : 'To your payouts'}</Link>
    </p>
  );
}
