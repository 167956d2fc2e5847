import { saveFile } from '#platform/ui';

/** Hands the reader a file of what the screen has: nothing is asked of the server again. */
export function saveJson(name: string, content: unknown): void {
  saveFile(name, new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
}
