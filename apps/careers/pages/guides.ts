import { questions as questionData, sourceOf, sources as allSources } from '#domains/careers';
import { html } from '#platform/page';
import { drawn, inLang } from '../look.ts';
import { practiseLink } from './practise-link.ts';

/** How to prepare in four steps, the ways to succeed and to advance. */
export const prepare = drawn(
  { path: '/prepare', nav: { order: 50, words: { en: 'How to prepare', es: 'Cómo prepararse' } } },
  async (look) => {
    const { visit, say, catalogue } = look;
    const { prepare: steps, waysToSucceed, waysToAdvance, lang } = catalogue.guides;
    const practice = (await look.pieces('prepare', ['prepare'])).get('prepare');
    return {
      title: say('prepare'),
      description: steps.map(({ title }) => title).join('. '),
      facts: [
        {
          '@context': 'https://schema.org',
          '@type': 'HowTo',
          name: say('prepare'),
          step: steps.map(({ title, said }) => ({ '@type': 'HowToStep', name: title, text: said.says })),
        },
      ],
      body: html`<div class="wrap wide stack"><h1>${say('prepare')}</h1><ol class="cards3">${steps.map((step, index) => html`<li><article class="box"><h2${inLang(visit, lang)}>${index + 1}. ${step.title}</h2><p>${look.said(step.said, lang)}</p>${step.how.map((one) => html`<p>${look.said(one, lang)}</p>`)}<ul class="chips">${step.skills.map((key) => html`<li><a href="${visit.href(`/skills/${key}`)}">${catalogue.skill(key)?.shownName ?? key}</a></li>`)}</ul></article></li>`)}</ol>
<p>${practiseLink(visit, 'btn p')}</p>${practice}
<section class="box" aria-labelledby="succeed"><h2 id="succeed">${say('succeed')}</h2><ul class="cards3">${waysToSucceed.map(({ title, said }) => html`<li><h3${inLang(visit, lang)}>${title}</h3><p>${look.said(said, lang)}</p></li>`)}</ul></section>
<section class="box" aria-labelledby="advance"><h2 id="advance">${say('advance')}</h2><ul class="cards3">${waysToAdvance.map(({ said }) => html`<li><p>${look.said(said, lang)}</p></li>`)}</ul></section>${look.sources()}</div>`,
    };
  },
);

/** What people ask, answered from the catalogue. */
export const questions = drawn({ path: '/questions' }, (look) => {
  const { visit, say, catalogue } = look;
  const more = new Map(questionData.map(({ key, more: paths }) => [key, paths]));
  const label = (path: string): string => {
    const [, first = '', second = ''] = path.split('/');
    const named = second ? (catalogue.skill(second) ?? catalogue.place(second)) : catalogue.role(first);
    if (named) return named.shownName;
    if (first === 'industries' || first === 'explore') return say(first);
    return say('prepare');
  };
  return {
    title: say('questions'),
    description: catalogue.questions.map(({ question }) => question).join(' '),
    facts: [
      {
        '@context': 'https://schema.org',
        '@type': 'FAQPage',
        mainEntity: catalogue.questions.map(({ question, answer }) => ({
          '@type': 'Question',
          name: question,
          acceptedAnswer: { '@type': 'Answer', text: answer.map(({ says }) => says).join(' ') },
        })),
      },
    ],
    body: html`<div class="wrap wide asks"><h1>${say('questions')}</h1>${catalogue.questions.map((one) => html`<section class="box" aria-labelledby="${one.key}"><h2 id="${one.key}"${inLang(visit, one.textLang)}>${one.question}</h2>${one.answer.map((said) => html`<p>${look.said(said, one.textLang)}</p>`)}<ul class="chips">${(more.get(one.key) ?? []).map((path) => html`<li><a href="${visit.href(path)}">${label(path)}</a></li>`)}</ul></section>`)}${look.sources()}</div>`,
  };
});

/** Every source, and what of it is used. */
export const sources = drawn({ path: '/sources' }, ({ visit, say, pay, catalogue }) => {
  const known = Object.keys(allSources).map((key) => sourceOf(key, visit.lang));
  const titles = new Set<string>(known.map(({ title }) => title));
  const entered = [
    ...new Map(pay.filter(({ source }) => !titles.has(source)).map((one) => [one.source, one])).values(),
  ];
  return {
    title: say('sourcesAll'),
    description: `${say('payRule')} ${known.map(({ title }) => title).join('; ')}`,
    body: html`<div class="wrap wide stack"><h1>${say('sourcesAll')}</h1><ul class="cards3">${known.map(({ title, says, url, year }) => html`<li><article class="box"><h2 lang="en">${url ? html`<a href="${url}" rel="noopener">${title}</a>` : title}</h2><p${inLang(visit, catalogue.guides.lang)}>${says}</p><p class="tiny">${year}</p></article></li>`)}${entered.map((one) => html`<li><article class="box"><h2 dir="auto">${one.sourceUrl ? html`<a href="${one.sourceUrl}" rel="noopener">${one.source}</a>` : one.source}</h2><p dir="auto">${one.means}</p><p class="tiny">${one.year}</p></article></li>`)}</ul><p class="note">${say('onetNote')} ${say('escoNote')}</p></div>`,
  };
});
