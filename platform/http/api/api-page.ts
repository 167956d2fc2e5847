import { routeName } from '#platform/domain';
import type { AnyRoute } from '#platform/contract';
import type { House } from '#platform/domain';
import { type Html, html, mark, page } from '#platform/page';
import { declaredProblems } from '#platform/problem';
import { curlOf } from './example-of.ts';
import { operationIdOf } from './operations-of.ts';
import { schemaOf } from './schema-of.ts';

/** The API as one page to read: every route with what it asks, answers and needs. The browser's own find searches it. */
export function apiPage(house: House, publicUrl: string): string {
  const rooms = house.domains.filter(({ routes = [] }) => routes.length > 0);
  const says = new Map(house.permissions.map((permission) => [permission.name, permission.says]));
  return page({
    title: 'API · Rapport',
    lang: 'en',
    description: 'Every route of the API of Rapport.',
    body: html`${top('/api')}
<main id="main"><div class="hero"><div class="wrap"><h1>API</h1><p>Everything the console does, it does by these ${house.handlers.length} routes. Answers are JSON; refusals are problem details with a code that stays.</p></div></div>
<div class="wrap reference">
<nav aria-label="Parts of the API"><ul>${rooms.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}</ul></nav>
<div>${rooms.map(({ name, routes = [] }) => html`<section aria-labelledby="${name}"><h2 id="${name}">${name}</h2>${routes.map(({ route }) => routeCard(route, says, publicUrl))}</section>`)}</div>
</div></main>`,
  });
}

/** Every refusal there is, with what to do about it; `type` of a problem leads here. */
export function problemsPage(): string {
  const problems = declaredProblems();
  return page({
    title: 'Problems · Rapport',
    lang: 'en',
    description: 'Every refusal of the API of Rapport, and what to do about it.',
    body: html`${top('/api/problems')}
<main id="main"><div class="hero"><div class="wrap"><h1>Problems</h1><p>Every refusal carries one of these ${problems.length} codes, as application/problem+json.</p></div></div>
<div class="wrap">${problems.map(
      ({ code, status, title, help }) =>
        html`<article class="route" id="${code}"><header><h2><code>${code}</code></h2><p><b>${title}</b> <span class="chip">${status}</span></p>${help && html`<p class="soft">${help}</p>`}</header></article>`,
    )}</div></main>`,
  });
}

function top(current: string): Html {
  const link = (path: string, words: string): Html =>
    html`<a href="${path}"${path === current ? html` aria-current="page"` : null}>${words}</a>`;
  return html`<a class="skip" href="#main">To the content</a><header class="top"><div class="wrap"><span class="name">${mark}<b>Rapport</b></span>${link('/api', 'Routes')}${link('/api/problems', 'Problems')}<a href="/api/openapi.json">OpenAPI 3.1</a></div></header>`;
}

function routeCard(route: AnyRoute, says: ReadonlyMap<string, string>, publicUrl: string): Html {
  const parts = [
    shape('In the path', route.params, 'input'),
    shape('In the query', route.query, 'input'),
    shape('Body', route.body, 'input'),
    route.replyIs === 'bytes' ? null : shape('Answer', route.reply, 'output'),
  ];
  return html`<article class="route" id="${operationIdOf(route)}" aria-label="${routeName(route)}"><header>
<h3><span class="verb${verbLook(route)}">${route.method}</span><code>${route.path}</code></h3>
<p>${route.summary}</p><p class="small">${needs(route, says)}</p></header>
${parts}
<details><summary>Example</summary><pre tabindex="0">${curlOf(route, publicUrl)}</pre></details></article>`;
}

function verbLook({ method }: AnyRoute): string {
  if (method === 'GET') return '';
  return method === 'DELETE' ? ' remove' : ' change';
}

function needs({ access }: AnyRoute, says: ReadonlyMap<string, string>): Html {
  if (access === 'public') return html`Open to everyone.`;
  if (access === 'member') return html`For everyone who is signed in.`;
  if (access === 'signed-in') return html`For everyone who works here.`;
  return html`Needs <code>${access.permission}</code>${says.has(access.permission) && html`: ${says.get(access.permission)}`}.`;
}

function shape(title: string, schema: AnyRoute['body'], io: 'input' | 'output'): Html | null {
  if (!schema) return null;
  const json = schemaOf(schema, io);
  if (Object.keys(json).length === 0) return null;
  return html`<details><summary>${title}</summary><pre tabindex="0">${JSON.stringify(json, null, 2)}</pre></details>`;
}
