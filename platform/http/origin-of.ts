import type { FastifyRequest } from 'fastify';
import type { AnyRoute } from '#platform/contract';
import type { AuditNote, Origin } from '#platform/ctx';
import type { House } from '#platform/domain';

/** Longest reason that is kept. */
const whyCharacters = 300;
const verbs = { GET: 'read', POST: 'made', PUT: 'changed', PATCH: 'changed', DELETE: 'removed' } as const;

/**
 * From where a request came and why, for the audit log. The reason is the header `x-why`, percent-encoded as headers
 * hold no other letters.
 */
export function originOf(house: House, route: AnyRoute, request: FastifyRequest, params: unknown): Origin {
  return {
    address: request.ip,
    why: whyOf(request.headers['x-why']),
    asked: isAdministrative(house, route) ? askedOf(route, params) : null,
  };
}

function whyOf(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  let text = header;
  try {
    text = decodeURIComponent(header);
  } catch {
    // not encoded: its letters as they came
  }
  return (
    text
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, whyCharacters) || null
  );
}

function isAdministrative(house: House, { method, access, readOnly }: AnyRoute): boolean {
  if (method === 'GET' || readOnly || typeof access !== 'object') return false;
  return house.permissions.some(
    ({ name, isAdministrative: counts }) =>
      name === access.permission && (counts ?? access.permission.endsWith('.configure')),
  );
}

/** `PUT /api/sla-policies/:id` is `sla-policies.changed`: words of the contract, and nothing that was sent. */
function askedOf({ method, path }: AnyRoute, params: unknown): AuditNote {
  const parts = path.split('/').slice(2);
  const last = parts.findLast((part) => !part.startsWith(':')) ?? 'workspace';
  const id = (params as { id?: unknown } | undefined)?.id;
  return {
    action: `${last}.${verbs[method]}`,
    objectKind: parts[0] ?? 'workspace',
    objectId: typeof id === 'string' ? id : null,
  };
}
