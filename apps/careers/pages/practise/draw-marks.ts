import { allPoints, passPoints, practicePoints, practiceQuestions } from '#domains/scenarios';
import { type Html, html } from '#platform/page';
import { type Marked, type Marks, type Note, type QuestionKey, questions } from '#science/practice';
import type { Look } from '../../look.ts';
import { noteWords } from './draw-talk.ts';

/** The scorecard of a conversation as far as it went. */
export function drawMarks(look: Look, marks: Marks, isOver: boolean, lineCount: number): Html {
  const { say } = look;
  const points = practicePoints(marks);
  const said = { points, all: allPoints };
  return html`<section class="box marks" aria-labelledby="marks"><h2 id="marks">${say('marks')}</h2>${
    lineCount === 0
      ? html`<p class="soft">${say('noneYet')}</p>`
      : html`<p class="sum"><b>${say(isOver ? 'inAll' : 'soFar', said)}</b>${isOver && html` <span class="${points >= passPoints ? 'pass' : 'notpass'}">${say(points >= passPoints ? 'passed' : 'notPassed')}</span>`}<span class="tiny">${say('passes', { points: passPoints })}</span></p>`
  }<dl class="bars">${marks.questions.map((one) => drawQuestion(look, one, lineCount))}</dl>${lineCount > 0 && drawGrounds(look, marks)}</section>`;
}

/** The marks of a kept result, which has no conversation to rest on. */
export function drawKeptMarks(look: Look, marks: Readonly<Record<string, number | null>>): Html {
  return html`<dl class="bars">${questions.map((question) => drawQuestion(look, { question, mark: marks[question] ?? null }, 1))}</dl>`;
}

function drawQuestion({ say }: Look, { question, mark }: Pick<Marked, 'question' | 'mark'>, lineCount: number): Html {
  const all = practiceQuestions[question].weight;
  const name = html`<dt>${say(`q${question}`)}</dt>`;
  if (mark === null) return html`${name}<dd class="none">${say(noMarkWord(question, lineCount))}</dd>`;
  const points = Math.round(mark * all * 10) / 10;
  const width = html` style="inline-size:${Math.round(mark * 100)}%"`;
  return html`${name}<dd><span class="bar2" aria-hidden="true"><i class="${mark < 0.6 ? 'low' : ''}"${width}></i></span><span class="num">${say('of', { points, all })}</span></dd>`;
}

function noMarkWord(question: QuestionKey, lineCount: number): 'notYet' | 'notAsked' {
  return question === 'verified' && lineCount > 0 ? 'notAsked' : 'notYet';
}

function drawGrounds(look: Look, { questions: all }: Marks): Html {
  const { say } = look;
  const line = (note: Note): Html =>
    html`<li>${say('you')} ${note.turn + 1}: ${noteWords(look, note)} <q dir="auto">${note.quote}</q></li>`;
  return html`<details class="grounds"><summary>${say('restsOn')}</summary>${all.map(({ question, restsOn }) => restsOn.length > 0 && html`<h3>${say(`q${question}`)}</h3><ul>${restsOn.map(line)}</ul>`)}</details>`;
}
