/** Why a mail stands where it does, in the words of the ledger: by the rule that placed it. */
export function whyPlaced(rule: string, opened: boolean): string {
  return opened ? (whyOpened[rule] ?? 'It began a conversation.') : (whyJoined[rule] ?? `It belongs here: ${rule}.`);
}

/** Why a mail of before our time stands where it does. */
export function whyPast(opened: boolean): string {
  return opened
    ? 'It was read before this line stood: taken in as history, in a closed conversation.'
    : 'It was read before this line stood: taken in as history, where its thread is.';
}

const whyOpened: Readonly<Record<string, string>> = {
  forward: 'A forwarded mail begins a conversation of its own.',
  'sender-unproven': 'Its sender is not proven (DMARC): it stands apart and joins nobody’s record.',
  'not-a-participant': 'It names a conversation that its sender is not part of, so it began one of its own.',
  'by-hand': 'A teammate gave it a conversation of its own.',
  'nothing-known': 'Nothing it names is known here, so it began a conversation.',
};

const whyJoined: Readonly<Record<string, string>> = {
  'delivery-report': 'It reports on a message of ours.',
  'plus-token': 'It came to the address that only this conversation has.',
  'in-reply-to': 'Its reply header (In-Reply-To) names a message of it.',
  references: 'Its reply header (References) names messages of it.',
  'subject-tag': 'Its subject names the number, and its sender takes part.',
  'named-before': 'An answer to it came first.',
  'by-hand': 'A teammate put it here.',
  'open-conversation': 'The line joins the customer’s open conversation.',
  customer: 'The line keeps one conversation for each customer.',
};
