import { Download, TriangleAlert } from 'lucide-react';
import { useTell, useWords } from '#platform/ui';
import { exportView, type SavedView } from '../contract.ts';
import { viewWords } from './words.ts';

/** Downloads the rows of a view as a file; what is refused is said in the server's words. */
export function useExport(view: SavedView): () => void {
  const t = useWords(viewWords);
  const tell = useTell();
  return () => {
    tell({ id: `export-${view.id}`, icon: <Download />, text: t('exporting', { name: view.name }), stayMs: 5_000 });
    void download(exportView.path.replace(':id', view.id), `${view.name}.csv`).catch((error: unknown) =>
      tell({
        id: `export-${view.id}`,
        icon: <TriangleAlert />,
        text: `${t('exportFailed')}. ${error instanceof Error ? error.message : ''}`,
      }),
    );
  };
}

async function download(path: string, name: string): Promise<void> {
  // the API of the console speaks JSON; this one answer is a file
  const answer = await fetch(path, { method: 'POST', headers: { 'x-rapport': 'console' } });
  if (!answer.ok) throw new Error(((await answer.json()) as { title?: string }).title ?? String(answer.status));
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
