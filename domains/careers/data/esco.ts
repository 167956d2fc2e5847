import type { RoleKey } from './roles.ts';

const at = 'http://data.europa.eu/esco/occupation/';

/**
 * Occupations of ESCO by their lasting addresses, with the ISCO-08 group each belongs to, as Nesta's crosswalk of November
 * 2020 has them (Mapping Career Causeways; before ESCO 1.1). The two codes with a point are ESCO's own, as the JobHop data
 * set names them; of the others no source we found gives more than the group.
 */
const occupations = {
  contactCentreClerk: {
    code: '4222.1',
    title: 'customer contact centre information clerk',
    uri: `${at}b7b75eb6-34bc-462d-b412-eed393cc1397`,
  },
  serviceRepresentative: {
    code: '4225',
    title: 'customer service representative',
    uri: `${at}13d1b2b4-99dd-44da-9734-c9f74bae18f7`,
  },
  callCentreAgent: { code: '5244', title: 'call centre agent', uri: `${at}0ededdc2-050a-4ec3-8e70-6295105fcd19` },
  helpDeskAgent: { code: '3512.1', title: 'ICT help desk agent', uri: `${at}aaeec9a7-dc57-4485-890c-86b3eef735f9` },
  supervisor: { code: '3341', title: 'contact centre supervisor', uri: `${at}9d2aae3e-cbfe-409f-86cc-7cef9cd0435a` },
  callCentreAnalyst: { code: '3341', title: 'call centre analyst', uri: `${at}30ca97f4-a4fd-4189-a781-ac08f6b09b78` },
  contactCentreManager: {
    code: '1439',
    title: 'contact centre manager',
    uri: `${at}f5166c6b-3467-4fc4-9343-d12e870d9def`,
  },
  communityManager: {
    code: '2432',
    title: 'online community manager',
    uri: `${at}137b1d11-c4bc-4016-89ba-45345d4c71f0`,
  },
  clientRelations: {
    code: '2431',
    title: 'client relations manager',
    uri: `${at}725090a7-9943-4dae-8079-a6999d21ddba`,
  },
  salesAccounts: { code: '1420', title: 'sales account manager', uri: `${at}2eac08c2-a81a-46fc-8d75-eb0e0f3e0f6d` },
} as const;

/** The nearest occupation of ESCO for each role; null where none is near enough to be named. */
export const escoOf: Readonly<Record<RoleKey, (typeof occupations)[keyof typeof occupations] | null>> = {
  'customer-experience-specialist': null,
  'customer-success-manager': occupations.clientRelations,
  'omnichannel-support-representative': occupations.contactCentreClerk,
  'technical-support-specialist': occupations.helpDeskAgent,
  'live-messaging-agent': occupations.contactCentreClerk,
  'customer-service-team-leader': occupations.supervisor,
  'support-operations-analyst': occupations.callCentreAnalyst,
  'community-social-care-manager': occupations.communityManager,
  'remote-global-agent': occupations.serviceRepresentative,
  'customer-retention-specialist': null,
  'customer-service-specialist': occupations.serviceRepresentative,
  'call-centre-specialist': occupations.callCentreAgent,
  'senior-customer-service-specialist': occupations.serviceRepresentative,
  'customer-service-manager': occupations.contactCentreManager,
  'account-manager': occupations.salesAccounts,
};
