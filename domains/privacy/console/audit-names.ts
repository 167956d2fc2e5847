import { useWords } from '#platform/ui';
import { auditActWords } from './audit-act-words.ts';
import { auditKindWords } from './audit-kind-words.ts';

/** What acts and kinds of things are called; those that only an older version wrote, by their code. */
export function useAuditNames(): {
  readonly ofAct: (code: string) => string;
  readonly ofKind: (code: string) => string;
} {
  const acts = useWords(auditActWords);
  const kinds = useWords(auditKindWords);
  return {
    ofAct: (code) => (isIn(auditActWords.en, code) ? acts(code) : plainWords(code)),
    ofKind: (code) => (isIn(auditKindWords.en, code) ? kinds(code) : plainWords(code)),
  };
}

function isIn<Keys extends string>(all: Readonly<Record<Keys, string>>, code: string): code is Keys {
  return Object.hasOwn(all, code);
}

/** `views.export` as people read it. */
export function plainWords(code: string): string {
  const plain = code.replaceAll(/[-.]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
