import { useView } from '#platform/ui';
import { listBrands } from '../routes.ts';

/** The brand of a conversation, for who serves several; a workspace with one never sees the word. */
export function useBrand(brandId: string): { readonly name: string; readonly hue: number } | undefined {
  const rows = useView(listBrands, {}).data?.rows ?? [];
  if (rows.filter(({ archivedAt }) => archivedAt === null).length < 2) return undefined;
  return rows.find(({ id }) => id === brandId);
}
