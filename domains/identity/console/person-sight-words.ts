import { words } from '#platform/ui';

/** What somebody may see and do, told by the doors themselves. */
export const personSightWords = words('person-sight', {
  title: 'What can {{name}} see?',
  lead: 'Answered by the same rules that open each door. That you asked stands in the audit log.',
  close: 'Close',
  loading: 'Asking the rules',
  outside: '{{name}} is a guest or client: of Settings they see what is their own.',
  areas: 'Pages of Settings',
  changes: 'opens and changes',
  opens: 'opens, changes nothing',
  shut: 'does not open',
  'shut-all': 'None of the others opens to them.',
  'shut-more_one': 'One other page does not open.',
  'shut-more_other': 'The other {{count}} pages do not open.',
  by: 'by {{roles}}',
  roles: 'What their roles allow',
  nothing: 'This role allows nothing here.',
  'scope-own': 'their own',
  'scope-team': 'their teams',
  'scope-brand': 'their brands',
  'scope-all': 'everywhere',
});
