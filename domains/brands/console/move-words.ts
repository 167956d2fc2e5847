import { words } from '#platform/ui';

/** What is said before a line goes to another brand. */
export const moveWords = words('move-line', {
  move: 'Move to another brand',
  sure: 'Move {{name}} to another brand',
  where: 'To',
  stays:
    'What was said by it, and the record of what came in, stays with {{from}} and those who serve it; open conversations too.',
  comes: 'What comes in from now on belongs to {{to}}, and only those who serve {{to}} see it.',
  answers:
    'Answers to what is open now come in at {{to}} as new conversations. {{from}} answers its own by its other channels. What has not left by then stays in its conversation, marked as not sent.',
  carried: 'Name, signature, settings and passwords go along; the hours, promises and queues are those of {{to}}.',
  anew: 'Its queue, a sign-in by consent, its rules and its checks begin anew.',
  keep: 'Leave it where it is',
  moveTo: 'Move to {{to}}',
});
