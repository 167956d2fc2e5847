import type { Mount } from '#platform/domain';
import { authOf } from './auth.ts';
import { forgetSessions } from './authenticate.ts';

/** Whatever the library does about sessions, passwords and keys, under its own paths. */
export const authMount: Mount = {
  path: '/api/auth/*',
  async handle(request, tools) {
    const auth = await authOf(tools);
    const response = await auth.handler(request);
    // a session may have been revoked: nothing remembered outlives that in this process
    if (request.method !== 'GET') forgetSessions();
    return response;
  },
};
