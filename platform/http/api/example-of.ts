import { cookiePrefix } from '#platform/config';
import type { AnyRoute } from '#platform/contract';
import { type JsonSchema, schemaOf } from './schema-of.ts';

/** Deeper than this an example is no longer read. */
const depthLimit = 4;

/** A call that can be pasted into a shell; the words in capitals are what to fill in. */
export function curlOf(route: AnyRoute, publicUrl: string): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase(),
  );
  const lines = [`curl ${route.method === 'GET' ? '' : `-X ${route.method} `}${publicUrl}${path}${queryOf(route)}`];
  if (route.access !== 'public') lines.push(`-H 'cookie: ${cookiePrefix({ publicUrl })}.session_token=SESSION'`);
  if (route.body) {
    lines.push(
      `-H 'content-type: application/json'`,
      `-d '${JSON.stringify(exampleOf(schemaOf(route.body, 'input'))).replaceAll("'", "'\\''")}'`,
    );
  }
  return lines.join(' \\\n  ');
}

/** Only what a call cannot do without: the rest is in the schema. */
function queryOf(route: AnyRoute): string {
  if (!route.query) return '';
  const { required = [], properties = {} } = schemaOf(route.query, 'input') as {
    required?: string[];
    properties?: Record<string, JsonSchema>;
  };
  const query = new URLSearchParams(
    required.map((name): [string, string] => [name, String(exampleOf(properties[name] ?? {}))]),
  );
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** A value that a schema would accept, as far as its words tell. */
export function exampleOf(schema: JsonSchema, depth = 0): unknown {
  const { default: standard, const: constant, enum: choices, anyOf, oneOf, type } = schema;
  if (standard !== undefined) return standard;
  if (constant !== undefined) return constant;
  if (Array.isArray(choices)) return choices[0];
  const [first] = [anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? (list as JsonSchema[]) : []));
  if (first) return exampleOf(first, depth);
  if (type === 'object') return objectExample(schema, depth);
  if (type === 'array') return depth >= depthLimit ? [] : [exampleOf((schema['items'] ?? {}) as JsonSchema, depth + 1)];
  if (type === 'integer' || type === 'number')
    return typeof schema['minimum'] === 'number' ? Math.max(schema['minimum'], 1) : 1;
  if (type === 'boolean') return true;
  return type === 'string' ? textExample(schema) : null;
}

function objectExample(schema: JsonSchema, depth: number): Record<string, unknown> {
  if (depth >= depthLimit) return {};
  const { properties = {}, required = [] } = schema as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name] ?? {}, depth + 1)]));
}

function textExample(schema: JsonSchema): string {
  if (schema['format'] === 'uuid') return '019aa0c2-5f00-7000-8000-000000000001';
  if (schema['format'] === 'date-time') return '2026-11-17T10:42:00.000Z';
  if (schema['format'] === 'date') return '2026-11-17';
  if (schema['format'] === 'email') return 'maya@example.com';
  return 'TEXT';
}
