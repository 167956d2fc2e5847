import { answer, type Domain } from '#platform/domain';
import { listAddressees } from './addressees.ts';
import { addIdentity, changeCustomer, makeCustomer } from './change-customer.ts';
import { changeCompany, companyView, listCompanies, loadCompany, makeCompany } from './companies.ts';
import { takeInDomain } from './company-domains.ts';
import { configNames, fieldsPart, segmentsPart } from './config-parts.ts';
import * as contract from './contract.ts';
import { listConsentHistory, readConsent, recordConsent } from './consent.ts';
import { removeIdentity, verifyIdentity } from './identities.ts';
import { importCustomers } from './importable.ts';
import { beginMembership, endMembership, listCompanyPeople } from './memberships.ts';
import { mergeCustomers, unmergeCustomers } from './merge-customers.ts';
import { listMoments } from './moments.ts';
import { listCustomerNotes, removeCustomerNote, writeCustomerNote } from './notes.ts';
import { demo } from './demo.ts';
import { dismissDuplicate, listDuplicates, readDuplicate } from './duplicates.ts';
import { listAsked, segmentRoutes } from './segments/routes.ts';
import { reactions } from './reactions.ts';
import { archiveField, changeField, listFields, makeField } from './fields.ts';
import { keptCustomers } from './kept.ts';
import { lookForDuplicates } from './look-for-duplicates.ts';
import { moments } from './own-moments.ts';
import { personalData } from './personal-data.ts';
import { liftUndeliverable, listUndeliverable } from './undeliverable.ts';
import { unreachableAddresses } from './unreachable.ts';
import { explainCustomerSight } from './sight/explain-sight.ts';
import { customerView } from './views.ts';
import { ofBrand } from './of-brand.ts';
import { es } from './said.es.ts';

export { addIdentity, changeCustomer, noteUndeliverable } from './change-customer.ts';
export { changedValues, closingAsks, unsaidBeforeClosing } from './field-values.ts';
export { makeCompany } from './companies.ts';
export { beginMembership, companiesOf, firstCompanyOf } from './memberships.ts';
export { noteContact, setLastContact, setOrders } from './segments/sums.ts';
export { storyPeople, storyPerson, type StoryLanguage, type StoryPerson } from './demo/people.ts';
export { findCustomer, findOrMakeCustomer, type Found, type Reached } from './find-or-make-customer.ts';
export { mergeCustomers, unmergeCustomers } from './merge-customers.ts';
export { normaliseIdentity } from './normalise.ts';
export { can as canWithCustomers, type CustomerFacts, visible as customersVisible } from './policy.ts';
export { readMinor } from './read-money.ts';
export {
  everyIdentityOf,
  customerById,
  customerNames,
  identitiesById,
  identitiesOf,
  identityByValue,
  survivorOf,
  visibleCustomer,
  withMerged,
  type Customer,
  type Identity,
  customerZones,
} from './queries.ts';
export { customerView } from './views.ts';

export const customers: Domain = {
  name: 'customers',
  needs: ['identity', 'brands'],
  said: { es },
  ofBrand: [ofBrand],
  settingsAreas: [{ id: 'fields', opens: { route: contract.listFields }, changes: { route: contract.changeField } }],
  routes: [
    answer(contract.listCustomers, (ctx, { query }) => listAsked(ctx, query) as Promise<never>),
    ...segmentRoutes,
    answer(contract.readCustomer, (ctx, { params }) => customerView(ctx, params.id)),
    answer(contract.explainCustomerSight, (ctx, { params, body }) =>
      explainCustomerSight(ctx, params.id, body.teammateId),
    ),
    answer(contract.makeCustomer, (ctx, { body }) => makeCustomer(ctx, body)),
    answer(contract.changeCustomer, (ctx, { params, body }) => changeCustomer(ctx, params.id, body)),
    answer(contract.addIdentity, (ctx, { params, body }) => addIdentity(ctx, params.id, body.kind, body.value)),
    answer(contract.listFields, async (ctx) => ({ rows: [...(await listFields(ctx))] })),
    answer(contract.makeField, (ctx, { body }) => makeField(ctx, body)),
    answer(contract.changeField, (ctx, { params, body }) => changeField(ctx, params.id, body)),
    answer(contract.archiveField, (ctx, { params }) => archiveField(ctx, params.id, true)),
    answer(contract.restoreField, (ctx, { params }) => archiveField(ctx, params.id, false)),
    answer(contract.removeIdentity, (ctx, { params }) => removeIdentity(ctx, params.id, params.identityId)),
    answer(contract.verifyIdentity, (ctx, { params }) => verifyIdentity(ctx, params.id, params.identityId, true)),
    answer(contract.unverifyIdentity, (ctx, { params }) => verifyIdentity(ctx, params.id, params.identityId, false)),
    answer(
      contract.listCustomerNotes,
      (ctx, { params, query }) => listCustomerNotes(ctx, params.id, query) as Promise<never>,
    ),
    answer(contract.writeCustomerNote, (ctx, { params, body }) =>
      writeCustomerNote(ctx, params.id, params.noteId, body.text),
    ),
    answer(contract.removeCustomerNote, async (ctx, { params }) => {
      await removeCustomerNote(ctx, params.id, params.noteId);
      return {};
    }),
    answer(contract.readConsent, async (ctx, { params }) => ({ rows: [...(await readConsent(ctx, params.id))] })),
    answer(contract.recordConsent, async (ctx, { params, body }) => ({
      rows: [...(await recordConsent(ctx, params.id, body))],
    })),
    answer(
      contract.listConsentHistory,
      (ctx, { params, query }) => listConsentHistory(ctx, params.id, query) as Promise<never>,
    ),
    answer(contract.listMoments, (ctx, { params, query }) => listMoments(ctx, params.id, query) as Promise<never>),
    answer(
      contract.listUndeliverable,
      async (ctx, { query }) => ({ rows: await listUndeliverable(ctx, query) }) as never,
    ),
    answer(contract.listAddressees, async (ctx, { query }) => ({ rows: await listAddressees(ctx, query) })),
    answer(contract.listUnreachable, async (ctx, { query }) => {
      const { rows, next } = await unreachableAddresses(ctx, query);
      return { rows: [...rows], next };
    }),
    answer(contract.liftUndeliverable, async (ctx, { params }) => {
      await liftUndeliverable(ctx, params.id);
      return {};
    }),
    answer(contract.mergeCustomers, (ctx, { params, body }) => mergeCustomers(ctx, params.id, body.mergedId, body)),
    answer(contract.unmergeCustomers, (ctx, { params }) => unmergeCustomers(ctx, params.id, params.mergeId)),
    answer(contract.listDuplicates, (ctx, { query }) => listDuplicates(ctx, query) as Promise<never>),
    answer(contract.readDuplicate, (ctx, { params }) => readDuplicate(ctx, params.id)),
    answer(contract.dismissDuplicate, (ctx, { params }) => dismissDuplicate(ctx, params.id, true)),
    answer(contract.suggestDuplicateAgain, (ctx, { params }) => dismissDuplicate(ctx, params.id, false)),
    answer(contract.listCompanies, (ctx, { query }) => listCompanies(ctx, query) as Promise<never>),
    answer(contract.makeCompany, (ctx, { body }) => makeCompany(ctx, body)),
    answer(contract.readCompany, async (ctx, { params }) => companyView(ctx, await loadCompany(ctx, params.id))),
    answer(contract.changeCompany, (ctx, { params, body }) => changeCompany(ctx, params.id, body)),
    answer(
      contract.listCompanyPeople,
      (ctx, { params, query }) => listCompanyPeople(ctx, params.id, query) as Promise<never>,
    ),
    answer(contract.beginMembership, async (ctx, { params, body }) => {
      await beginMembership(ctx, params.id, params.companyId, body);
      return customerView(ctx, params.id);
    }),
    answer(contract.endMembership, async (ctx, { params }) => {
      await endMembership(ctx, params.id, params.companyId);
      return customerView(ctx, params.id);
    }),
  ],
  configParts: [fieldsPart, segmentsPart],
  configNames,
  permissions: [
    { name: 'customers.read', says: 'See the customers one serves', group: 'customers' },
    { name: 'customers.edit', says: 'Change and merge customers', group: 'customers' },
    {
      name: 'fields.configure',
      says: 'Say which fields customers, companies and conversations have',
      group: 'customers',
      isAdministrative: true,
    },
    {
      name: 'customers.export',
      says: 'Export all that is known of a customer',
      group: 'customers',
      isAdministrative: true,
    },
    { name: 'customers.erase', says: 'Erase a customer', group: 'customers', isAdministrative: true },
  ],
  personalData,
  keeps: [keptCustomers],
  moments,
  jobs: [takeInDomain, lookForDuplicates],
  reactions,
  importables: [importCustomers],
  demo,
};
