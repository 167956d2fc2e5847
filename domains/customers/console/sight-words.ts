import { words } from '#platform/ui';

/** Why somebody sees a customer, in words that say what to change. */
export const customerSightWords = words('customer-sight', {
  ask: 'Who can see this',
  title: 'Who can see {{name}}',
  lead: 'Choose a teammate to learn why they see this customer, or what is missing. That you asked stands in the audit log.',
  teammate: 'Teammate',
  choose: 'Choose somebody',
  close: 'Close',
  sees: '{{name}} sees this customer',
  seesNot: '{{name}} does not see this customer',
  byRole: 'Role “{{role}}” lets them see customers.',
  served: 'They serve the customer’s brand.',
  'may-edit': 'They may change and merge this customer.',
  'may-export': 'They may export all that is known of this customer.',
  'may-erase': 'They may erase this customer.',
  'lack-permission': 'No role of theirs lets them see customers.',
  'lack-brand': 'They do not serve the customer’s brand.',
  find: 'Customer: name, address or number',
  found: 'Customers found',
  which: 'Choose a customer',
  linked: 'The one of this link',
  unnamed: 'Without a name',
  none: 'You see no such customer.',
});
