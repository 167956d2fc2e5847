import { type DemoStory, minutesAgo } from '#platform/domain';
import { addressOf, mailIn } from './matter.ts';
import { type RawMail, rawMail } from './raw-mail.ts';

/** Mails that are nobody's conversation: what is parked with its reason, and one that came twice. */
export function planLedger(story: DemoStory): void {
  const to = addressOf('orders');
  const ago = (minutes: number): Date => minutesAgo(story, minutes);
  const deals: RawMail = {
    from: { name: 'Gear deals', address: 'gear-deals@bulk.example' },
    to,
    at: ago(171),
    messageId: '<deals.48@bulk.example>',
    subject: 'This week: everything for the ridge',
    text: 'Packs, poles and more, this week only. Unsubscribe below.',
    headers: ['List-Unsubscribe: <https://bulk.example/leave>', 'List-Id: <deals.bulk.example>', 'Precedence: bulk'],
  };
  const away: RawMail = {
    from: { name: 'Anneke Smit', address: 'anneke@smit.example' },
    to,
    at: ago(66),
    messageId: '<away.7@smit.example>',
    subject: 'Out of office: Re: your order',
    text: 'I am away until Monday and read my mail then.',
    headers: ['Auto-Submitted: auto-replied', 'X-Autoreply: yes'],
  };
  for (const mail of [deals, away])
    story.plan(mail.at, () => mailIn(story, 'orders', mail.at, rawMail(mail), mail.messageId));
  const scan: RawMail = {
    from: { name: 'Pau Riera', address: 'p.riera@correu.example' },
    to,
    at: ago(38),
    messageId: '<pegs.1@correu.example>',
    subject: 'Peg bag missing',
    text: 'Hello, the tent came without its pegs. Could you send a set to Girona before the weekend?\n\nPau Riera',
  };
  // the same mail through a second door: one message, two rows
  for (const [minutes, door] of [
    [38, 'a'],
    [36, 'b'],
  ] as const)
    story.plan(ago(minutes), () => mailIn(story, 'orders', ago(minutes), rawMail(scan), `${scan.messageId} ${door}`));
}
