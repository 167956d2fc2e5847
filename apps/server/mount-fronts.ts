import { join } from 'node:path';
import type { Tools } from '#platform/domain';
import { mountConsole, type Server } from '#platform/http';

/** Everything beside the API on the same port: the console and the public pages. */
export async function mountFronts(server: Server, _tools: Tools, root: string): Promise<void> {
  await mountConsole(server.app, join(root, 'dist', 'console'));
}
