import { hgs, type SaidData } from './sources.ts';

/** Where the work is. The first eight are those the field spreads over; the others are named for single roles. */
export const industries = {
  technology: {
    name: 'Technology',
    says: hgs(
      'Front-line service work is spreading in technology: products change often, and people need somebody who explains them.',
    ),
  },
  'e-commerce': {
    name: 'E-commerce',
    says: hgs(
      'Front-line service work is spreading in e-commerce: orders, parcels and returns on every channel, at every hour.',
    ),
  },
  healthcare: {
    name: 'Healthcare',
    says: hgs(
      'Front-line service work is spreading in healthcare: people in worry, and details that must be right and private.',
    ),
  },
  banking: {
    name: 'Banking',
    says: hgs(
      'Front-line service work is spreading in banking: who calls is checked first, and every answer must hold.',
    ),
  },
  travel: {
    name: 'Travel',
    says: hgs(
      'Front-line service work is spreading in travel: plans change on the way, and time zones are part of the work.',
    ),
  },
  telecom: {
    name: 'Telecom',
    says: hgs('Front-line service work is spreading in telecom: contracts, faults and bills of very many customers.'),
  },
  hospitality: {
    name: 'Hospitality',
    says: hgs('Front-line service work is spreading in hospitality: guests before, during and after a stay.'),
  },
  retail: {
    name: 'Retail',
    says: hgs('Front-line service work is spreading in retail: one customer in the shop, online and on the phone.'),
  },
  saas: {
    name: 'Software as a service',
    says: hgs(
      'Success managers are asked for where software is paid by subscription: customers stay when they get on with it.',
    ),
  },
  fintech: {
    name: 'Fintech',
    says: hgs('Success managers are asked for in fintech: young products about money, where trust is won slowly.'),
  },
  b2b: {
    name: 'Business to business',
    says: hgs('Success and account work is at home between businesses: few customers, each of them for years.'),
  },
} as const satisfies Record<string, { name: string; says: SaidData }>;

export type IndustryKey = keyof typeof industries;

/** The eight that front-line work of every kind is found in. */
export const everywhere: readonly IndustryKey[] = [
  'technology',
  'e-commerce',
  'healthcare',
  'banking',
  'travel',
  'telecom',
  'hospitality',
  'retail',
];
