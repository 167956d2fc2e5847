/** The report goes to the reader's own disk. */
export async function saveReport(id: string): Promise<void> {
  const response = await fetch(`/api/imports/${encodeURIComponent(id)}/report`, {
    method: 'POST',
    headers: { 'x-rapport': 'console', 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new Error(`The report was refused (${response.status}).`);
  const href = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = href;
  link.download = 'import-report.csv';
  link.click();
  URL.revokeObjectURL(href);
}
