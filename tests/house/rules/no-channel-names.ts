import type { Node } from 'oxc-parser';
import { domainFolders, placeOf } from '../rooms.ts';
import { isTest, type Source, sourcesOf, walk } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

/** Media and their protocols. The names of the channel folders of the tree are added to them. */
const known = [
  'email',
  'imap',
  'smtp',
  'sms',
  'whatsapp',
  'telegram',
  'messenger',
  'instagram',
  'facebook',
  'viber',
  'wechat',
  'twilio',
  'webrtc',
  'sip',
  'voip',
  'voice',
  'softphone',
  'webchat',
  'livechat',
];

/**
 * Where such a word is not a channel: domain → word → reason. It is about how a person is found or told, never about
 * how a conversation is carried. A longer list means that a channel is leaking.
 */
export const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  identity: { email: 'teammates sign in with an address', smtp: 'set-up tells whether invitations can be mailed' },
  customers: { email: 'one kind of identity a customer is found by' },
  notices: { email: 'notices to teammates may be mailed' },
  hiring: { email: 'applicants leave an address to be answered at' },
  conversations: { chat: 'a kind of handling: what a teammate did meanwhile' },
};

export const noChannelNames: Rule = {
  name: 'no-channel-names',
  promise: 'no domain but a channel names a channel',
  check(tree) {
    const channels = new Set([
      ...known,
      ...domainFolders(tree).flatMap((name) => /^channel-(.+)$/.exec(name)?.[1] ?? []),
    ]);
    return [...sourcesOf(tree).values()].flatMap((source) => breachesIn(source, channels));
  },
};

function breachesIn(source: Source, channels: ReadonlySet<string>): Breach[] {
  const place = placeOf(source.path);
  if (place?.floor !== 'domains' || !place.room || place.room.startsWith('channel-')) return [];
  if (isTest(source.path) || /\/(demo|words)[\w.-]*\.ts$|\/demo\//.test(source.path)) return [];
  const free = allowed[place.room] ?? {};
  const breaches = new Map<number, Breach>();
  walk(source.program, (node) => {
    for (const word of wordsOf(node)) {
      if (word in free || !(channels.has(word) || word === 'channel-')) continue;
      const line = lineAt(source.text, node.start);
      breaches.set(line, {
        file: source.path,
        line,
        says: `names the channel "${word}": ask the channel for what it can do (its capabilities), or move this into its folder`,
      });
    }
  });
  return [...breaches.values()];
}

/** The words of a name or of a one-word string; a sentence for people is no logic. */
function wordsOf(node: Node): string[] {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return split(node.name);
  if (node.type !== 'Literal' || typeof node.value !== 'string' || /\s/.test(node.value) || node.value.length > 100)
    return [];
  return /^(#domains\/)?channel-/.test(node.value) ? ['channel-'] : split(node.value);
}

function split(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}
