import { listBrands } from '#domains/brands/contract';
import { languageNameOf, usePages, useView, useWords } from '#platform/ui';
import { listCompanies, listSegments } from '../contract.ts';
import type { SegmentField } from './segment-conditions.ts';
import { segmentWords } from './segment-words.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Languages that are offered; who speaks another is found by leaving these out. */
const languages = [
  'ar',
  'da',
  'de',
  'en',
  'es',
  'fi',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'nb',
  'nl',
  'pl',
  'pt',
  'sv',
  'zh',
];

export interface SegmentChoices {
  readonly brands: readonly Choice[];
  readonly of: (field: SegmentField) => readonly Choice[];
}

/** What each field can be compared with, by its names of today. */
export function useSegmentChoices(): SegmentChoices {
  const t = useWords(segmentWords);
  const tags = useView(listSegments, {}).data?.tags ?? [];
  const brands = (useView(listBrands, {}).data?.rows ?? []).map(({ id, name }) => ({ id: String(id), name }));
  const companies = usePages(listCompanies, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const byField: Partial<Record<SegmentField, readonly Choice[]>> = {
    tag: tags.map((tag) => ({ id: tag, name: tag })),
    brand: brands,
    company: [{ id: 'none', name: t('none') }, ...companies.map(({ id, name }) => ({ id: String(id), name }))],
    language: languages.map((id) => ({ id, name: languageNameOf(id) })),
  };
  return { brands, of: (field) => byField[field] ?? [] };
}
