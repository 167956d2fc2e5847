import { Download, TriangleAlert } from 'lucide-react';
import { fetchFile, useTell, useWords } from '#platform/ui';
import { exportView, type SavedView } from '../contract.ts';
import { viewWords } from './words.ts';

/** Downloads the rows of a view as a file; what is refused is said in the server's words. */
export function useExport(view: SavedView): () => void {
  const t = useWords(viewWords);
  const tell = useTell();
  return () => {
    tell({ id: `export-${view.id}`, icon: <Download />, text: t('exporting', { name: view.name }), stayMs: 5_000 });
    void fetchFile(exportView.path.replace(':id', view.id), `${view.name}.csv`).catch((error: unknown) =>
      tell({
        id: `export-${view.id}`,
        icon: <TriangleAlert />,
        text: `${t('exportFailed')}. ${error instanceof Error ? error.message : ''}`,
      }),
    );
  };
}
