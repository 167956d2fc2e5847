import { join } from 'node:path';
import type { Tools } from '#platform/domain';
import { mountConsole, type Server } from '#platform/http';
import type { Live } from '#platform/live';
import { mountCareers } from '../careers/mount-careers.ts';
import { mountHelp } from '../help/mount-help.ts';
import { mountWidget } from '../widget/server/mount-widget.ts';

/** Everything beside the API on the same port: the public pages, and the console for every other address. */
export async function mountFronts(
  server: Server,
  { tools, watch }: { readonly tools: Tools; readonly watch: Live['watch'] },
  root: string,
): Promise<void> {
  mountHelp(server.app, tools);
  mountCareers(server.app, tools);
  mountWidget(server.app, tools, watch);
  await mountConsole(server.app, join(root, 'dist', 'console'));
}
