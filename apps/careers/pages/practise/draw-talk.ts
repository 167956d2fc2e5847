import { type Html, html } from '#platform/page';
import { lineLengthLimit, lineLimit, type Note, type Play, type PlayedTurn, type Scenario } from '#science/practice';
import { inLang, type Look } from '../../look.ts';
import { sign } from '../../signs.ts';
import type { FrameWord } from '../../words/en.ts';

/** A conversation as it is drawn. */
export interface TalkParts {
  readonly scenario: Scenario;
  readonly played: Play;
  readonly notes: readonly Note[];
  readonly isOver: boolean;
  readonly token: string;
  readonly line: string;
  readonly trouble: FrameWord | undefined;
}

/** The conversation: each own line with what was seen in it, and the field for the next. One form, so nothing typed is lost. */
export function drawTalk(look: Look, parts: TalkParts): Html {
  const { visit, say } = look;
  const { scenario, played, isOver, token } = parts;
  const name = scenario.persona.name;
  return html`<form class="talk" method="post" action="${visit.href(`/practise/${scenario.id}#now`)}"><input type="hidden" name="state" value="${token}">
<ol class="lines"><li class="theirs"><span class="who">${name}</span><p${inLang(visit, scenario.lang)}>${scenario.opening}</p></li>${played.turns.map((turn, index) => drawTurn(look, parts, turn, index))}</ol>
${isOver ? drawEnd(look, parts) : drawField(look, parts)}</form>
${played.turns.length > 0 && html`<form class="over" method="get" action="${visit.href(`/practise/${scenario.id}`)}"><button class="btn" type="submit">${say('startOver')}</button></form>`}`;
}

function drawTurn(look: Look, { scenario, notes }: TalkParts, turn: PlayedTurn, index: number): Html {
  const { visit, say } = look;
  const own = inLang(visit, scenario.lang);
  const seen = notes.filter((note) => note.turn === index);
  const helps = scenario.turns[turn.at]?.helps;
  const couldBeBetter = !turn.wentOn || seen.some(({ helped }) => !helped);
  return html`<li class="own"><span class="who">${say('you')}</span><p${own}>${turn.own}</p>
<ul class="seen">${seen.map((note) => html`<li class="${note.helped ? 'good' : 'bad'}">${sign(note.helped ? 'check' : 'info')}<span>${noteWords(look, note)}</span></li>`)}</ul>
${couldBeBetter && helps && html`<details><summary>${say('wouldHelp')}</summary><p${own}>${helps}</p></details>`}
<button class="again" name="do" value="from-${index}" aria-label="${say('againFromLine', { number: index + 1 })}">${say('againFrom')}</button></li>
<li class="theirs"><span class="who">${scenario.persona.name}</span><p${own}>${turn.answer}</p></li>`;
}

/** What was seen in a line, in words. */
export function noteWords({ say }: Look, { what, words }: Note): string {
  return say(`n${what}`, { words: words.join(', ') });
}

function drawField(look: Look, { scenario, played, line, trouble }: TalkParts): Html {
  const { visit, say } = look;
  const hint = played.at === null ? undefined : scenario.turns[played.at]?.hint;
  const isLate = played.turns.length > 0 || trouble !== undefined;
  return html`<div class="say" id="now"><div class="sayhead"><label for="line">${say('yourTurn')}</label><span class="tiny">${say('linesLeft', { now: lineLimit - played.linesLeft + 1, all: lineLimit })}</span></div>
${trouble && html`<p class="trouble" id="trouble" role="alert">${say(trouble, { count: lineLengthLimit })}</p>`}
<textarea id="line" name="line" rows="3" maxlength="${lineLengthLimit}" lang="${scenario.lang}" dir="auto" placeholder="${say('yourLine')}"${trouble && html` aria-invalid="true" aria-describedby="trouble"`}${isLate && html` autofocus`}>${line}</textarea>
<div class="acts"><button class="btn p" name="do" value="say">${say('send')}</button>${played.turns.length > 0 && html`<button class="btn" name="do" value="over">${say('endNow')}</button>`}</div>
${hint && html`<details class="hint"><summary>${say('hint')}</summary><p${inLang(visit, scenario.lang)}>${hint}</p></details>`}</div>`;
}

function drawEnd(look: Look, { scenario, played }: TalkParts): Html {
  const { visit, say } = look;
  const { ending } = played;
  return html`<div class="say end" id="now"><h2>${say(ending ? 'ended' : 'brokenOff')}</h2>${ending && html`<p${inLang(visit, scenario.lang)}>${ending.because}</p>`}<p><a class="btn p" href="${visit.href('/practise')}">${say('practiseMore')}</a></p></div>`;
}
