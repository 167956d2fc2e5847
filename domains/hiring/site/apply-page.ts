import type { SiteAnswer, SitePage, SiteVisit } from '#platform/domain';
import { html } from '#platform/page';
import { applicationLink } from '../application-link.ts';
import { apply } from '../apply.ts';
import type { OpeningRow } from '../openings.ts';
import { askedOpening } from './openings-page.ts';
import { type FormValues, noValues, readApplication, type Trouble } from './read-application.ts';
import { hiringSayer } from './words.ts';

/** Most applications from one address in an hour. */
const anHour = 10;
const formLimitBytes = 6 * 1_048_576;

/** The form of an application. */
export const applyForm: SitePage = {
  site: 'careers',
  method: 'GET',
  path: '/openings/:opening/apply',
  answer: async (visit) => drawForm(visit, await askedOpening(visit), noValues, []),
};

/** Takes the form: what is wrong is said beside its field, and nothing typed is lost. */
export const applySent: SitePage = {
  site: 'careers',
  method: 'POST',
  path: '/openings/:opening/apply',
  formLimitBytes,
  async answer(visit): Promise<SiteAnswer> {
    const { tools, workspaceId } = visit;
    const opening = await askedOpening(visit);
    const { values, cv, proofIds, troubles } = await readApplication(visit, await visit.form());
    if (troubles.length > 0) return drawForm(visit, opening, values, troubles);
    if (!visit.isWithin('apply', anHour)) return drawForm(visit, opening, values, [{ field: 'form', word: 'tooMany' }]);
    const stored = cv && (await tools.files.put(workspaceId, cv.bytes));
    const id = await tools.transact({ workspaceId }, (ctx) =>
      apply(ctx, {
        openingId: opening.id,
        brandId: visit.brand.id,
        name: values.name,
        address: values.address,
        phone: values.phone || null,
        why: values.why,
        lang: visit.lang,
        cv: cv && stored ? { ...stored, name: cv.name, mediaType: cv.mediaType } : null,
        proofIds,
      }),
    );
    return { goTo: visit.href(`/applications/${applicationLink(tools.config, workspaceId, id)}`, { sent: 'yes' }) };
  },
};

function drawForm(
  visit: SiteVisit,
  opening: OpeningRow,
  values: FormValues,
  troubles: readonly Trouble[],
): Exclude<SiteAnswer, { goTo: string }> {
  const say = hiringSayer(visit.lang);
  const title = say('applyFor', { title: opening.title });
  const wrong = (field: string) => {
    const trouble = troubles.find((one) => one.field === field);
    return trouble && html`<span class="trouble" id="wrong-${field}">${say(trouble.word)}</span>`;
  };
  const marks = (field: string) =>
    troubles.some((one) => one.field === field) && html` aria-invalid="true" aria-describedby="wrong-${field}"`;
  return {
    title,
    isPrivate: true,
    ...(troubles.length > 0 && { status: 422 }),
    body: html`<div class="wrap wide narrow"><nav class="crumbs"><a href="${visit.href(`/openings/${opening.id}`)}" dir="auto">${opening.title}</a></nav><h1 dir="auto">${title}</h1><p class="soft">${say('applyLead')}</p>
<form class="box fields" method="post" enctype="multipart/form-data" action="${visit.href(`/openings/${opening.id}/apply`)}">
${troubles.length > 0 && html`<div role="alert"><p class="trouble">${say('mistakes')}</p>${wrong('form')}</div>`}
<label>${say('name')}<input type="text" name="name" value="${values.name}" maxlength="120" required autocomplete="name" dir="auto"${marks('name')}>${wrong('name')}</label>
<label>${say('address')}<input type="email" name="address" value="${values.address}" maxlength="254" required autocomplete="email" dir="ltr"${marks('address')}>${wrong('address')}</label>
<label>${say('phone')}<input type="tel" name="phone" value="${values.phone}" maxlength="40" autocomplete="tel" dir="ltr"></label>
<label>${say('why')}<textarea name="why" rows="5" maxlength="5000" dir="auto">${values.why}</textarea></label>
<label>${say('cv')}<input type="file" name="cv" accept=".pdf,.doc,.docx,.odt,.rtf,.txt"${marks('cv')}>${wrong('cv')}</label>
<label>${say('practice')}<textarea name="proofs" rows="2" maxlength="2000" dir="ltr"${marks('proofs')}>${values.proofs}</textarea>${wrong('proofs')}</label>
<p class="tiny"><a href="${visit.href('/practise')}">${say('practiseFirst')}</a></p>
<label class="tick"><input type="checkbox" name="consent" value="yes" required${values.consent && html` checked`}${marks('consent')}><span>${say('consent', { brand: visit.brand.name })} ${wrong('consent')}</span></label>
<button class="btn p" type="submit">${say('send')}</button></form></div>`,
  };
}
