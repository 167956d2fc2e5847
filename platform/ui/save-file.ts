/** A file goes to the reader's own disk. */
export function saveFile(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/**
 * A file that the server makes when it is asked for; the API of the console speaks JSON, and these answers are bytes.
 * What is refused is thrown with the server's words.
 */
export async function fetchFile(path: string, name: string, body?: object): Promise<void> {
  const asked = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(path, {
    method: 'POST',
    ...asked,
    headers: { ...asked?.headers, 'x-rapport': 'console' },
  });
  if (!answer.ok) throw new Error(await refusalOf(answer));
  saveFile(name, await answer.blob());
}

async function refusalOf(answer: Response): Promise<string> {
  const told = (await answer.json().catch(() => ({}))) as { title?: string };
  return told.title ?? `HTTP ${answer.status}`;
}
