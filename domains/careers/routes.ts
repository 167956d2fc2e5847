import { answer, type Handler } from '#platform/domain';
import type { ReadCtx } from '#platform/ctx';
import { choosePath, sayOwnSkill } from './choose-path.ts';
import * as contract from './contract.ts';
import { endPay, enterPay, listPay } from './enter-pay.ts';
import { listTexts } from './list-texts.ts';
import { careerOfTeammate, myCareer } from './my-career.ts';
import { listTitles, nameRole, unnameRole } from './name-roles.ts';
import { careersOf } from './own.ts';
import { readText, resetText, writeText } from './write-text.ts';

/** The catalogue as the console asks for it and changes it. */
export const routes: readonly Handler[] = [
  answer(contract.readChoices, choices),
  answer(contract.listTexts, async (ctx) => ({ rows: await listTexts(ctx) })),
  answer(contract.readText, (ctx, { params }) => readText(ctx, params)),
  answer(contract.writeText, (ctx, { params, body }) => writeText(ctx, params, body.body)),
  answer(contract.resetText, (ctx, { params }) => resetText(ctx, params)),
  answer(contract.listPay, async (ctx) => ({ rows: await listPay(ctx) })),
  answer(contract.enterPay, async (ctx, { body: { id, ...given } }) => ({ rows: await enterPay(ctx, id, given) })),
  answer(contract.endPay, async (ctx, { params }) => ({ rows: await endPay(ctx, params.id) })),
  answer(contract.listTitles, async (ctx) => ({ rows: await listTitles(ctx) })),
  answer(contract.nameRole, async (ctx, { params, body }) => ({ rows: await nameRole(ctx, params, body) })),
  answer(contract.unnameRole, async (ctx, { params }) => ({ rows: await unnameRole(ctx, params) })),
  answer(contract.readMyCareer, (ctx, { query }) => myCareer(ctx, query.role)),
  answer(contract.choosePath, (ctx, { body }) => choosePath(ctx, body)),
  answer(contract.sayOwnSkill, async (ctx, { params, body }) => {
    await sayOwnSkill(ctx, params.key, body.level);
    return myCareer(ctx, undefined);
  }),
  answer(contract.readCareer, (ctx, { params }) => careerOfTeammate(ctx, params.id)),
];

async function choices(ctx: ReadCtx) {
  const { catalogue } = await careersOf(ctx, 'en');
  const named = ({ key, shownName }: { readonly key: string; readonly shownName: string }) => ({
    key,
    name: shownName,
  });
  return {
    roles: catalogue.roles.map(named),
    skills: catalogue.skills.map(named),
    places: catalogue.places.map((place) => ({ ...named(place), currency: place.currency })),
  };
}
