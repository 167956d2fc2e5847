import { useWords } from '#platform/ui';
import type { CustomerSight } from '../contract.ts';
import { customerSightWords } from './sight-words.ts';

/** The policy's answer about one customer, a sentence a reason. */
export function useCustomerSight({ allowed, lacks, may, roles }: CustomerSight): readonly string[] {
  const t = useWords(customerSightWords);
  return [
    ...roles.map((role) => t('byRole', { role: role.name })),
    ...(allowed ? [t('served')] : []),
    ...may.map((act) => t(`may-${act}`)),
    ...lacks.map((lack) => t(`lack-${lack}`)),
  ];
}
