import type * as z from 'zod';
import type { AnyRoute } from '#platform/contract';
import { type JsonSchema, schemaOf } from './schema-of.ts';

/** One operation of the API document. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly 'x-permission'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}
type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** `/api/conversations/{id}`: the path of a route in the words of OpenAPI. */
export function templateOf(route: AnyRoute): string {
  return route.path.replace(/:(\w+)/g, '{$1}');
}

/** `putConversationsIdClosure`: unique, because method and path are. */
export function operationIdOf(route: AnyRoute): string {
  const words = route.path
    .replace('/api/', '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return route.method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}

/** One contract as an operation: what it asks, what it answers, and who may. */
export function operationOf(route: AnyRoute, tag: string): Operation {
  const { access } = route;
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')];
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [tag],
    security: access === 'public' ? [] : [{ session: [] }],
    ...(typeof access === 'object' ? { 'x-permission': access.permission } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: { ...success(route), default: { $ref: '#/components/responses/Problem' } },
  };
}

function parametersOf(schema: z.ZodType | undefined, where: Parameter['in']): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema: rest,
  }));
}

function success(route: AnyRoute): Record<string, JsonSchema> {
  if (route.replyIs === 'bytes') {
    return {
      '200': {
        description: 'The bytes.',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  }
  const { type } = route.reply._zod.def;
  if (type === 'void' || type === 'undefined') return { '204': { description: 'Done; there is nothing to say.' } };
  return {
    '200': { description: 'Done.', content: { 'application/json': { schema: schemaOf(route.reply, 'output') } } },
  };
}
