/** A file is made when it is asked for, and goes to the reader's own disk. */
export async function saveFile(address: string, body: object | undefined, fileName: string): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'x-rapport': 'console', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`The file was refused (${response.status}).`);
  const href = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(href);
}
