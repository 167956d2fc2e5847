import {
  allPoints,
  dropProof,
  findProof,
  isOwnProof,
  keepProof,
  type Proof,
  proofIdFor,
  proofIdOf,
  proofLink,
  scenarioOf,
} from '#domains/scenarios';
import type { SiteAnswer } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { notFound } from '#platform/problem';
import type { Scenario } from '#science/practice';
import { drawn, inLang, type Look } from '../../look.ts';
import { drawKeptMarks } from './draw-marks.ts';
import { askedScenario, knownState } from './talk.ts';

/** Most results that one address may keep in an hour. */
const keptAnHour = 20;
const nameLimit = 80;

/** The question whether to keep a result: asked once it is there, answered by nobody but the visitor. */
export function keepForm({ visit, say }: Look, { id }: Scenario, token: string): Html {
  return html`<form class="box keep" method="post" action="${visit.href(`/practise/${id}/keep`)}"><h2>${say('keepTitle')}</h2><p class="soft">${say('keepSays')}</p><input type="hidden" name="state" value="${token}">
<label>${say('keepName')}<input type="text" name="name" maxlength="${nameLimit}" autocomplete="name" dir="auto"></label>
<label class="tick"><input type="checkbox" name="lines" value="yes"> ${say('keepLines')}</label>
<button class="btn" type="submit">${say('keepIt')}</button></form>`;
}

/** Keep a result because its owner says so, and show it to them with the part that lets them delete it. */
export const keep = drawn({ path: '/practise/:scenario/keep', method: 'POST' }, async (look): Promise<SiteAnswer> => {
  const { visit } = look;
  const { tools, workspaceId } = visit;
  const scenario = askedScenario(look);
  const form = await visit.form();
  const token = String(form.get('state') ?? '');
  const state = knownState(look, scenario, token);
  if (!state || state.lines.length === 0) return { goTo: visit.href(`/practise/${scenario.id}`) };
  if (!visit.isWithin('keep-practice', keptAnHour)) return { ...saidPage(look, 'keepTitle', 'keepOften'), status: 429 };
  const choice = {
    withLines: form.get('lines') === 'yes',
    shownName:
      String(form.get('name') ?? '')
        .trim()
        .slice(0, nameLimit) || null,
  };
  const id = proofIdFor(tools.config, workspaceId, token, choice);
  await tools.transact({ workspaceId }, (ctx) => keepProof(ctx, id, state, choice));
  const { view, own } = proofLink(tools.config, workspaceId, id);
  return { goTo: visit.href(`/practise/results/${view}`, { own }) };
});

/** A kept result, for who has its link. */
export const result = drawn({ path: '/practise/results/:link' }, async (look): Promise<SiteAnswer> => {
  const { visit } = look;
  const { tools, workspaceId } = visit;
  const id = linkedId(look);
  const proof = id === null ? undefined : await tools.read({ workspaceId }, (ctx) => findProof(ctx, id));
  if (!proof) return { ...saidPage(look, 'proofGone', 'proofGoneSays'), status: 404 };
  return drawProof(look, proof);
});

/** Its owner deletes a kept result. */
export const dropResult = drawn(
  { path: '/practise/results/:link', method: 'POST' },
  async (look): Promise<SiteAnswer> => {
    const { visit } = look;
    const { tools, workspaceId } = visit;
    const id = linkedId(look);
    const own = String((await visit.form()).get('own') ?? '');
    if (id === null || !isOwnProof(tools.config, workspaceId, id, own)) throw notFound();
    await tools.transact({ workspaceId }, (ctx) => dropProof(ctx, id));
    return saidPage(look, 'proofDeleted', 'proofDeletedSays');
  },
);

function linkedId({ visit }: Look): string | null {
  return proofIdOf(visit.tools.config, visit.workspaceId, visit.params['link'] ?? '');
}

function saidPage(
  { visit, say }: Look,
  title: 'proofGone' | 'proofDeleted' | 'keepTitle',
  says: 'proofGoneSays' | 'proofDeletedSays' | 'keepOften',
) {
  return {
    title: say(title),
    isPrivate: true,
    body: html`<div class="wrap wide"><h1>${say(title)}</h1><p class="soft">${say(says)}</p><p><a class="btn p" href="${visit.href('/practise')}">${say('practiseMore')}</a></p></div>`,
  };
}

function drawProof(look: Look, proof: Proof): SiteAnswer {
  const { visit, say } = look;
  const { points, passed, shownName } = proof;
  const scenario = scenarioOf(proof.scenario);
  const date = (when: Date): string =>
    new Intl.DateTimeFormat(visit.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(when);
  return {
    title: say('proofTitle'),
    isPrivate: true,
    body: html`<div class="wrap wide role"><div><header class="headline"><div><h1>${say('proofTitle')}</h1><p><span${scenario && inLang(visit, scenario.lang)}>${proof.scenarioTitle}</span>. ${shownName ? html`<bdi>${say('proofBy', { name: shownName })}</bdi>` : say('proofByNobody')}.</p></div></header>
<section class="box marks" aria-labelledby="marks"><h2 id="marks">${say('marks')}</h2><p class="sum"><b>${say('inAll', { points, all: allPoints })}</b> <span class="${passed ? 'pass' : 'notpass'}">${say(passed ? 'passed' : 'notPassed')}</span></p>${drawKeptMarks(look, proof.marks)}<p class="tiny">${say('proofKept', { date: date(new Date(proof.keptAt)), until: date(proof.keepUntil) })}</p></section>
<section class="box" aria-labelledby="lines"><h2 id="lines">${say('proofLines')}</h2>${proof.lines === null ? html`<p class="soft">${say('proofNoLines')}</p>` : drawLines(look, proof.lines, scenario)}</section></div>
<div>${ownPart(look, proof)}${scenario && html`<p><a class="btn" href="${visit.href(`/practise/${scenario.id}`)}">${say('practiseThis')}</a></p>`}</div></div>`,
  };
}

function drawLines({ visit }: Look, lines: NonNullable<Proof['lines']>, scenario: Scenario | undefined): Html {
  const own = scenario && inLang(visit, scenario.lang);
  const name = scenario?.persona.name;
  return html`<ol class="lines">${scenario && html`<li class="theirs"><span class="who">${name}</span><p${own}>${scenario.opening}</p></li>`}${lines.map((line) => html`<li class="own"><p dir="auto">${line.own}</p></li><li class="theirs"><span class="who">${name}</span><p${own}>${line.answer}</p></li>`)}</ol>`;
}

/** For the owner alone, who came with the second part of the link: what to share, and how to delete it. */
function ownPart({ visit, say }: Look, { id }: Proof): Html | null {
  const own = visit.query.get('own') ?? '';
  if (!isOwnProof(visit.tools.config, visit.workspaceId, id, own)) return null;
  const { view } = proofLink(visit.tools.config, visit.workspaceId, id);
  const path = `/practise/results/${view}`;
  return html`<section class="box" aria-labelledby="yours"><h2 id="yours">${say('proofLink')}</h2><p class="soft">${say('proofLinkSays')}</p><input type="text" readonly aria-labelledby="yours" value="${visit.absolute(path)}"><p class="tiny">${say('proofYours')}</p><form method="post" action="${visit.href(path)}"><input type="hidden" name="own" value="${own}"><button class="btn" type="submit">${say('proofDelete')}</button></form></section>`;
}
