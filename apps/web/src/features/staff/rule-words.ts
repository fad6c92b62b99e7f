import { useTranslations } from 'use-intl';

/** The words of a published rule, as everybody reads them; its id when it is newer than these screens. */
export function useRuleWords(): (id: string) => string {
  const t = useTranslations('disputes');
  return (id) => (t.has(`rules.${id}` as 'rules.work_shown') ? t(`rules.${id}` as 'rules.work_shown') : id);
}
