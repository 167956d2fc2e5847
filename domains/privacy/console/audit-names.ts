import { listBrands } from '#domains/brands/contract';
import { useView, useWords } from '#platform/ui';
import { auditActWords } from './audit-act-words.ts';
import { auditKindWords } from './audit-kind-words.ts';
import { auditWords } from './audit-words.ts';

/** What acts and kinds of things are called; those that only an older version wrote, by their code. */
export function useAuditNames(): {
  readonly ofAct: (code: string) => string;
  readonly ofKind: (code: string) => string;
} {
  const acts = useWords(auditActWords);
  const kinds = useWords(auditKindWords);
  const t = useWords(auditWords);
  const isOneBrand = useIsOneBrand();
  return {
    ofAct(code) {
      if (isOneBrand && code === 'brand.changed') return t('organisationChanged');
      return isIn(auditActWords.en, code) ? acts(code) : plainWords(code);
    },
    ofKind(code) {
      if (isOneBrand && code === 'brand') return t('organisation');
      return isIn(auditKindWords.en, code) ? kinds(code) : plainWords(code);
    },
  };
}

/** Whether there is one brand only; nobody there reads the word. */
export function useIsOneBrand(): boolean {
  return (useView(listBrands, {}).data?.rows.length ?? 0) <= 1;
}

/** Whether there are words for a code. */
export function isIn<Keys extends string>(all: Readonly<Record<Keys, string>>, code: string): code is Keys {
  return Object.hasOwn(all, code);
}

/** `views.export` as people read it. */
export function plainWords(code: string): string {
  const plain = code.replaceAll(/[-.]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
