import { answer, type Handler } from '#platform/domain';
import { catalogueOf } from './catalogue.ts';
import * as contract from './contract.ts';

/** The catalogue as the console asks for it. */
export const routes: readonly Handler[] = [answer(contract.readChoices, async () => choices())];

function choices() {
  const catalogue = catalogueOf('en');
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
