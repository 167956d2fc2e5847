import { Camera, Mail, MessageCircle, MessageSquare, MessageSquareText, Phone, Star } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Say, SpineKind } from '#platform/ui';
import type { inboxWords } from './words.ts';

type InboxSay = Say<keyof typeof inboxWords.en>;

/** How a kind of channel is drawn. An unknown one gets a neutral sign, so a new channel needs no line here. */
export interface ChannelLook {
  readonly icon: ReactElement;
  readonly word: 'email' | 'chat' | 'voice' | 'social' | 'form' | 'review' | 'otherChannel';
  readonly spine: SpineKind;
}

const looks: Readonly<Record<string, ChannelLook>> = {
  email: { icon: <Mail />, word: 'email', spine: 'mail' },
  chat: { icon: <MessageCircle />, word: 'chat', spine: 'chat' },
  voice: { icon: <Phone />, word: 'voice', spine: 'call' },
  social: { icon: <Camera />, word: 'social', spine: 'chat' },
  form: { icon: <MessageSquareText />, word: 'form', spine: 'mail' },
  review: { icon: <Star />, word: 'review', spine: 'plain' },
};
const other: ChannelLook = { icon: <MessageSquare />, word: 'otherChannel', spine: 'plain' };

/** How a kind of channel is drawn; neutral for one this console has no picture of. */
export function channelLook(kind: string): ChannelLook {
  return looks[kind] ?? other;
}

/** Sign and name together. */
export function channelSign(kind: string, t: InboxSay): { readonly icon: ReactElement; readonly label: string } {
  const look = channelLook(kind);
  return { icon: look.icon, label: t(look.word) };
}
