import type { IncomingMessage } from 'node:http';
import { authenticate } from '#domains/identity';
import type { Tools } from '#platform/domain';
import type { LiveSession } from '#platform/live';

/** Whose screen this is, by the same cookie as every request. */
export async function authenticateSocket(tools: Tools, request: IncomingMessage): Promise<LiveSession | null> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  return authenticate(tools, headers);
}
