import { cookiePrefix } from '#platform/config';
import { Problem } from '#platform/contract';
import type { House } from '#platform/domain';
import { type Operation, operationOf, templateOf } from './operations-of.ts';
import { type JsonSchema, schemaOf } from './schema-of.ts';

/** The whole API as an OpenAPI 3.1 document. */
export interface ApiDocument {
  readonly openapi: '3.1.0';
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly license: JsonSchema;
  };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: JsonSchema;
}

/** Writes the document from the contracts the house has gathered; nothing is written by hand, so nothing goes stale. */
export function apiDocument(house: House, options: { version: string; publicUrl: string }): ApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const domain of house.domains) {
    for (const { route } of domain.routes ?? []) {
      const path = templateOf(route);
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, domain.name) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: options.version,
      summary: 'Everything the console does, it does by this API.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: options.publicUrl }],
    tags: house.domains.filter(({ routes = [] }) => routes.length > 0).map(({ name }) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: `${cookiePrefix(options)}.session_token`,
          description: 'The session of somebody who signed in.',
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An API key of a teammate or a service: `Authorization: Bearer rpt_…`. It may what it was given, and never more than its owner.',
        },
      },
      schemas: { Problem: schemaOf(Problem, 'output') },
      responses: {
        Problem: {
          description: 'A refusal: its code is stable, its help says what to do. All of them: /api/problems.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}
