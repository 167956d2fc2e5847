import { words } from '#platform/ui';

/** What the call card, the call bar and the wrap-up say. */
export const callWords = words('calls', {
  incoming: 'Incoming call from {{name}}',
  waiting: '{{number}}, waiting {{time}}',
  secondsLeft: '{{n}} s',
  answer: 'Answer',
  decline: 'Decline',
  likely: 'Likely about',
  simulated: 'Simulated line',
  inCall: 'Call with {{name}}',
  onHold: 'On hold',
  hold: 'Hold',
  resume: 'Resume',
  end: 'Hang up',
  endAsk: 'Hang up now?',
  endYes: 'Yes, hang up',
  endNo: 'Stay',
  wrapUp: 'Wrap up the call with {{name}}',
  reason: 'Reason',
  note: 'Note',
  notePlaceholder: 'What was said and promised',
  noReasons: 'No reasons are set up yet; the note is enough.',
  finish: 'Finish',
  open: 'Open the conversation',
  failed: 'The phone line did not answer. Try again.',
});
