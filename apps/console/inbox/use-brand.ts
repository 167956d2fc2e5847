import { useView } from '#platform/ui';
import { listBrands } from '../routes.ts';

/** The brand of a conversation, for who serves several; a workspace with one never sees the word. */
export function useBrand(brandId: string): { readonly name: string; readonly hue: number } | undefined {
  return useBrands().find(({ id }) => id === brandId);
}

/** The brands that somebody answers for, those of before too; none where there is one. */
export function useBrands(): readonly { readonly id: string; readonly name: string; readonly hue: number }[] {
  const rows = useView(listBrands, {}).data?.rows ?? [];
  return rows.filter(({ archivedAt }) => archivedAt === null).length < 2 ? [] : rows;
}
