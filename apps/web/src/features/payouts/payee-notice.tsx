import type { PayeeView } from '@app/wire/payouts';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

/** Says only what stands between an assistant and their money. */
export function PayeeNotice({ payee }: { readonly payee: PayeeView }) {
  const t = useTranslations('payouts');
  if (payee.state === 'active') return null;
  const isNew = payee.state === 'none';
  return (
    <p className="mb-4 border-l-4 border-waiting bg-waiting-wash px-3 py-2">
      {isNew ? t('noticeNew') : t(`payeeSays.${payee.state}`)}{' '}
      <Link href="/assist/payouts">{isNew ? t('setUp') : t('toPayouts')}</Link>
    </p>
  );
}
