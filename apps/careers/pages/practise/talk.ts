import { languageOf, type PracticeState, readState, scenarioOf, writeState } from '#domains/scenarios';
import type { SiteContent } from '#platform/domain';
import { html } from '#platform/page';
import { notFound } from '#platform/problem';
import { lineLengthLimit, mark, play, type Scenario } from '#science/practice';
import { drawn, inLang, type Look } from '../../look.ts';
import type { FrameWord } from '../../words/en.ts';
import { drawMarks } from './draw-marks.ts';
import { drawTalk } from './draw-talk.ts';
import { keepForm } from './results.ts';

/** Before the first line: the situation, and the customer's first words. */
export const talk = drawn({ path: '/practise/:scenario' }, (look) => {
  const scenario = askedScenario(look);
  return drawPage(look, scenario, { state: newState(look, scenario), isOver: false });
});

/** What was written so far with one line more, or from an earlier line again. Nothing is stored: the form holds it all. */
export const talkOn = drawn({ path: '/practise/:scenario', method: 'POST' }, async (look) => {
  const scenario = askedScenario(look);
  const form = await look.visit.form();
  const step = nextStep(look, scenario, {
    token: String(form.get('state') ?? ''),
    line: String(form.get('line') ?? '').trim(),
    does: String(form.get('do') ?? 'say'),
  });
  return { ...drawPage(look, scenario, step), isPrivate: true, ...(step.trouble && { status: 422 }) };
});

/** The scenario that an address names. */
export function askedScenario({ visit }: Look): Scenario {
  const scenario = scenarioOf(visit.params['scenario'] ?? '');
  if (!scenario) throw notFound();
  return scenario;
}

/** A conversation that can be gone on with: ours, of today, and of the scene as it is now. */
export function knownState({ visit }: Look, scenario: Scenario, token: string): PracticeState | null {
  const state = readState(visit.tools.config, token, visit.tools.now());
  return state?.scenario === scenario.id && state.version === scenario.version ? state : null;
}

interface Step {
  readonly state: PracticeState;
  readonly isOver: boolean;
  /** A line that is not said yet, kept in the field. */
  readonly line?: string;
  readonly trouble?: FrameWord;
}

interface Asked {
  readonly token: string;
  readonly line: string;
  readonly does: string;
}

function nextStep(look: Look, scenario: Scenario, { token, line, does }: Asked): Step {
  const state = knownState(look, scenario, token);
  if (!state) return { state: newState(look, scenario), isOver: false, line, trouble: 'tooOld' };
  const again = /^from-(\d{1,2})$/.exec(does)?.[1];
  if (again !== undefined)
    return {
      state: { ...state, lines: state.lines.slice(0, Number(again)) },
      isOver: false,
      line: state.lines[Number(again)] ?? '',
    };
  if (does === 'over') return { state, isOver: true };
  if (line === '') return { state, isOver: false, trouble: 'lineMissing' };
  if (line.length > lineLengthLimit) return { state, isOver: false, line, trouble: 'lineTooLong' };
  const { ending } = play(scenario, languageOf(scenario), state.lines);
  return { state: ending ? state : { ...state, lines: [...state.lines, line] }, isOver: false };
}

function newState({ visit }: Look, { id, version }: Scenario): PracticeState {
  return { scenario: id, version, startedAt: visit.tools.now(), lines: [] };
}

function drawPage(look: Look, scenario: Scenario, step: Step): SiteContent {
  const { visit, say } = look;
  const played = play(scenario, languageOf(scenario), step.state.lines);
  const isOver = step.isOver || played.ending !== null;
  const marks = mark(scenario, played, isOver);
  const token = writeState(visit.tools.config, step.state);
  const talkParts = {
    scenario,
    played,
    notes: marks.notes,
    isOver,
    token,
    line: step.line ?? '',
    trouble: step.trouble,
  };
  return {
    title: scenario.title,
    description: `${scenario.persona.about} ${say('practiseLead')}`,
    body: html`<div class="wrap wide"><nav class="crumbs" aria-label="${say('breadcrumbs')}"><a href="${visit.href('/practise')}">${say('practise')}</a></nav>
<div class="practice"><section class="scene" aria-labelledby="scene">${drawScene(look, scenario)}</section>
${drawTalk(look, talkParts)}
<div class="side">${drawMarks(look, marks, isOver, played.turns.length)}${isOver && played.turns.length > 0 && keepForm(look, scenario, token)}</div></div></div>`,
  };
}

function drawScene({ visit, say, catalogue }: Look, scenario: Scenario) {
  const { persona, mood, wants, customerKnows, systems, mustVerify, skills, lang } = scenario;
  const own = inLang(visit, lang);
  return html`<h1 id="scene"${own}>${scenario.title}</h1><p class="tiny">${say(`difficulty${scenario.difficulty}`)} · ${say('minutes', { count: scenario.minutes })}</p>
<details open><summary>${say('situation')}</summary><p${own}><b>${persona.name}.</b> ${persona.about}</p>
<h2>${say('wants')}</h2><p${own}>${wants}</p><h2>${say('moodIs')}</h2><p${own}>${mood}</p>
<h2>${say('systems')}</h2><dl class="systems"${own}>${systems.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<h2>${say('knows')}</h2><ul class="dots"${own}>${customerKnows.map((one) => html`<li>${one}</li>`)}</ul>${mustVerify && html`<p class="must">${say('mustVerify')}</p>`}</details>
<h2>${say('practising')}</h2><ul class="chips">${skills.map((key) => html`<li><a href="${visit.href(`/skills/${key}`)}">${catalogue.skill(key)?.shownName ?? key}</a></li>`)}</ul>`;
}
