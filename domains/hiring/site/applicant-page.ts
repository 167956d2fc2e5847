import type { SiteAnswer, SitePage, SiteVisit } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { linkedApplication } from '../application-link.ts';
import { loadApplication, type OwnApplication, ownApplication, setStage } from '../applications.ts';
import type { LetterView, Stage } from '../contract.ts';
import { answerAsApplicant } from '../letters.ts';
import { removeApplication } from '../erase-application.ts';
import { dateOf } from './draw-opening.ts';
import { type HiringWord, hiringSayer } from './words.ts';

const stageWords: Readonly<Record<Stage, HiringWord>> = {
  new: 'stageNew',
  talk: 'stageTalk',
  offer: 'stageOffer',
  hired: 'stageHired',
  declined: 'stageDeclined',
  withdrawn: 'stageWithdrawn',
};
const path = '/applications/:link';

/** The application of who has its link: its stage, all that is kept, and the ways out. */
export const applicantPage: SitePage = {
  site: 'careers',
  method: 'GET',
  path,
  async answer(visit): Promise<SiteAnswer> {
    const view = await ownView(visit);
    if (!view) return notHere(visit, 'gone', 'goneSays');
    if (visit.query.get('as') === 'json') return asFile(visit, view);
    return draw(visit, view);
  },
};

/** Withdraws or erases, as its owner says. */
export const applicantActs: SitePage = {
  site: 'careers',
  method: 'POST',
  path,
  async answer(visit): Promise<SiteAnswer> {
    const { tools, workspaceId } = visit;
    const id = linkedApplication(tools.config, workspaceId, visit.params['link'] ?? '');
    if (id === null) return notHere(visit, 'gone', 'goneSays');
    const form = await visit.form();
    const does = String(form.get('do') ?? '');
    if (does === 'erase') {
      await tools.transact({ workspaceId }, async (ctx) =>
        removeApplication(ctx, await loadApplication(ctx, id), 'asked'),
      );
      return { ...notHere(visit, 'erased', 'erasedSays'), status: 200 };
    }
    if (does === 'answer') {
      const text = String(form.get('text') ?? '');
      await tools.transact({ workspaceId }, async (ctx) => {
        await loadApplication(ctx, id);
        await answerAsApplicant(ctx, id, text);
      });
    }
    if (does === 'withdraw')
      await tools.transact({ workspaceId }, async (ctx) => {
        const { stage } = await loadApplication(ctx, id);
        if (stage !== 'withdrawn') await setStage(ctx, id, 'withdrawn');
      });
    return { goTo: visit.href(`/applications/${visit.params['link'] ?? ''}`) };
  },
};

async function ownView({ tools, workspaceId, params }: SiteVisit): Promise<OwnApplication | null> {
  const id = linkedApplication(tools.config, workspaceId, params['link'] ?? '');
  if (id === null) return null;
  return tools
    .read({ workspaceId }, (ctx) => ownApplication(ctx, tools.config, id))
    .catch((error: { status?: number }) => {
      if (error.status !== 404) throw error;
      return null;
    });
}

function draw(visit: SiteVisit, view: OwnApplication): SiteAnswer {
  const say = hiringSayer(visit.lang);
  const isSent = visit.query.get('sent') === 'yes';
  const here = `/applications/${visit.params['link'] ?? ''}`;
  const fact = (label: HiringWord, value: string | null) =>
    value && html`<dt>${say(label)}</dt><dd dir="auto">${value}</dd>`;
  return {
    title: say(isSent ? 'sent' : 'yours'),
    isPrivate: true,
    body: html`<div class="wrap wide narrow"><h1>${say(isSent ? 'sent' : 'yours')}</h1><p class="soft">${say('sentSays')}</p>
<section class="box" aria-labelledby="stage"><h2 id="stage">${say('stage')}</h2><p><b>${say(stageWords[view.stage])}</b></p><p class="tiny">${say('appliedOn', { date: dateOf(visit, new Date(view.appliedAt)) })}</p></section>
${drawLetters(visit, view, here)}
<section class="box" aria-labelledby="kept"><h2 id="kept">${say('kept', { date: dateOf(visit, new Date(view.keepUntil)) })}</h2><dl class="facts">${fact('name', view.name)}${fact('address', view.address)}${fact('phone', view.phone)}${fact('why', view.why)}${fact('cv', view.cvName)}</dl>${view.practice.length > 0 && html`<ul class="dots">${view.practice.map((one) => html`<li>${one.scenarioTitle}: ${one.points} / ${one.allPoints}</li>`)}</ul>`}
<p><a href="${visit.href(here, { as: 'json' })}">${say('download')}</a></p></section>
<form method="post" action="${visit.href(here)}" class="acts">${view.stage !== 'withdrawn' && html`<button class="btn" name="do" value="withdraw">${say('withdraw')}</button>`}<button class="btn" name="do" value="erase">${say('erase')}</button></form></div>`,
  };
}

/** What was written both ways, and the way to write back: without script, as everything here. */
function drawLetters(visit: SiteVisit, { letters, stage }: OwnApplication, here: string): Html {
  const say = hiringSayer(visit.lang);
  const brand = visit.brand.name;
  const head = (letter: LetterView): string =>
    say(letter.direction === 'out' ? 'fromThem' : 'fromYou', {
      brand,
      date: dateOf(visit, new Date(letter.writtenAt)),
    });
  return html`<section class="box" aria-labelledby="letters"><h2 id="letters">${say('letters')}</h2>${letters.map((letter) => html`<article><h3 class="tiny">${head(letter)}</h3>${letter.text.split(/\n{2,}/).map((part) => html`<p dir="auto">${part}</p>`)}</article>`)}${stage !== 'withdrawn' && html`<form method="post" action="${visit.href(here)}" class="fields"><label>${say('answer', { brand })}<textarea name="text" rows="4" maxlength="5000" required dir="auto"></textarea></label><p class="tiny">${say('answerSays')}</p><button class="btn p" name="do" value="answer">${say('sendAnswer')}</button></form>`}</section>`;
}

/** All that is kept, for machines and for keeping; notes of the team are part of it. */
function asFile(visit: SiteVisit, view: OwnApplication): SiteAnswer {
  const title = hiringSayer(visit.lang)('yours');
  return {
    title,
    isPrivate: true,
    body: html``,
    raw: { mediaType: 'application/json; charset=utf-8', text: JSON.stringify(view, null, 2) },
  };
}

function notHere(visit: SiteVisit, title: HiringWord, says: HiringWord): Exclude<SiteAnswer, { goTo: string }> {
  const say = hiringSayer(visit.lang);
  return {
    title: say(title),
    status: 404,
    isPrivate: true,
    body: html`<div class="wrap wide"><h1>${say(title)}</h1><p class="soft">${say(says)}</p><p><a class="btn p" href="${visit.href('/openings')}">${say('all')}</a></p></div>`,
  };
}
