import { isUuid } from '#platform/contract';
import { callLengthOf, dateOf, language, languageNameOf, longSpanOf, spanOf, timeOf, useWords } from '#platform/ui';
import type { AuditView } from '../contract.ts';
import { auditFieldWords } from './audit-field-words.ts';
import { isIn, plainWords, useAuditNames, useIsOneBrand } from './audit-names.ts';
import { auditValueWords } from './audit-value-words.ts';
import { auditWords } from './audit-words.ts';

/** How a change of one line of the log is said to its reader. */
export interface AuditSayings {
  labelOf(path: readonly string[]): string;
  sayOf(field: string, value: unknown): string;
  /** Where there is one brand, nothing is told of brands. */
  isShown(path: readonly string[]): boolean;
}

/** Parts whose values are codes of the house, which the server names. */
const coded: ReadonlySet<string> = new Set(['channel', 'kind', 'deskId']);
const ofBrands: ReadonlySet<string> = new Set(['brandId', 'brand_id', 'isFirst', 'slug']);
const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const day = /^\d{4}-\d\d-\d\d$/;
/** A Sunday: the days of a week are counted from it. */
const sunday = new Date(2023, 0, 1, 12);

/** The names of fields, words of lists, things and codes in one line, in the reader's language, zone and form. */
export function useAuditSayings({ names, says }: Pick<AuditView, 'names' | 'says'>): AuditSayings {
  const t = useWords(auditWords);
  const fields = useWords(auditFieldWords);
  const values = useWords(auditValueWords);
  const { ofAct, ofKind } = useAuditNames();
  const isOneBrand = useIsOneBrand();
  const texts: Readonly<Record<string, (text: string) => string>> = {
    locale: languageNameOf,
    objectKind: ofKind,
    action: ofAct,
  };
  const sayText = (field: string, text: string): string => {
    const word = `${field}.${text}`;
    if (isIn(auditValueWords.en, word)) return values(word);
    if (isUuid(text)) return names[text] ?? t('gone');
    if (moment.test(text)) return dayOf(new Date(text), true);
    if (day.test(text)) return dayOf(new Date(`${text}T12:00`), false);
    if (coded.has(field)) return says[text] ?? plainWords(text);
    if (field === 'teammateId') return t(text === 'me' ? 'whoeverUses' : 'nobody');
    return texts[field]?.(text) ?? text;
  };
  return {
    isShown: (path) => !isOneBrand || !path.some((name) => ofBrands.has(name)),
    labelOf(path) {
      const name = path.at(-1) ?? '';
      if (isIn(auditFieldWords.en, name)) return fields(name);
      if (/^[0-6]$/.test(name)) return weekdayOf(Number(name));
      if (day.test(name)) return dayOf(new Date(`${name}T12:00`), false);
      return says[name] ?? names[name] ?? (isUuid(name) ? t('gone') : plainWords(name));
    },
    sayOf(field, value) {
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      if (typeof value === 'number')
        return field.endsWith('_seconds') ? lengthOf(value) : value.toLocaleString(language());
      return isScope(value) && !isIn(auditFieldWords.en, field)
        ? values(`permissions.${value}`)
        : sayText(field, String(value));
    },
  };
}

function lengthOf(seconds: number): string {
  if (seconds < 60) return callLengthOf(seconds);
  return seconds % 3_600 === 0 ? spanOf(seconds * 1_000) : longSpanOf(seconds * 1_000);
}

function isScope(value: unknown): value is 'all' | 'brand' | 'own' | 'team' {
  return typeof value === 'string' && isIn(auditValueWords.en, `permissions.${value}`);
}

function weekdayOf(place: number): string {
  const date = new Date(sunday);
  date.setDate(date.getDate() + place);
  return date.toLocaleDateString(language(), { weekday: 'long' });
}

/** A day with its year, as a log is read long after. */
function dayOf(at: Date, withTime: boolean): string {
  const date = `${dateOf(at)} ${at.getFullYear()}`;
  return withTime ? `${date} ${timeOf(at)}` : date;
}
