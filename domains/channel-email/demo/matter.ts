import { recordDeliveries, reply } from '#domains/conversations';
import type { StoryPerson } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { DemoStory, Tools } from '#platform/domain';
import { claimMail } from '../deliver.ts';
import { takeIn } from '../take-in.ts';
import { bounceMail, type RawMail, rawMail } from './raw-mail.ts';

/** One matter of the story that begins by mail, with everything that was written and done in it, oldest first. */
export interface Matter {
  /** `conversation:<key>` names it for others. */
  readonly key?: string;
  readonly person: StoryPerson;
  /** The line they write to, by the queue it leads to. */
  readonly queue: string;
  readonly subject: string;
  readonly turns: readonly Turn[];
}

export type Turn =
  | ({ readonly kind: 'in'; readonly at: Date } & Pick<RawMail, 'text' | 'html' | 'files'>)
  | {
      readonly kind: 'out';
      readonly at: Date;
      readonly who: string;
      readonly text: string;
      readonly then: 'stay' | 'close' | 'wait';
      readonly outcome?: 'sent' | 'not-confirmed' | 'bounced';
      /** What they do in the same breath: tags, a reason. */
      readonly also?: Act;
    }
  | { readonly kind: 'act'; readonly at: Date; readonly who: string; readonly act: Act };

export type Act = (ctx: Ctx, conversationId: string) => Promise<unknown>;

/** What a matter has come to while it is played. */
interface Standing {
  conversationId: string | null;
  lastMessageId: string | null;
}

const bounceAfterMs = 70_000;
const addresses: Readonly<Record<string, string>> = {
  orders: 'help@fernhill.example',
  warranty: 'warranty@fernhill.example',
  returns: 'returns@fernhill.example',
  guides: 'guides@fernhill.example',
  'help-page': 'help-page@fernhill.example',
  lumo: 'hello@lumo.example',
};

/** The address that leads to a queue. */
export function addressOf(queue: string): string {
  const address = addresses[queue];
  if (!address) throw new Error(`No line leads to ${queue}.`);
  return address;
}

/** Plans a matter: its mails come through the same door as real ones, and its answers are settled as they are written. */
export function planMatter(story: DemoStory, matter: Matter): void {
  const standing: Standing = { conversationId: null, lastMessageId: null };
  for (const turn of matter.turns) {
    story.plan(turn.at, async () => {
      if (turn.kind === 'in') await comeIn(story, matter, standing, turn);
      else if (turn.kind === 'out') await goOut(story, matter, standing, turn);
      else await story.at(turn.at, `teammate:${turn.who}`, (ctx) => turn.act(ctx, begun(matter, standing)));
    });
    if (turn.kind === 'out' && turn.outcome === 'bounced') {
      const at = new Date(turn.at.getTime() + bounceAfterMs);
      story.plan(at, () =>
        mailIn(
          story,
          matter.queue,
          at,
          bounceMail({
            messageId: standing.lastMessageId ?? '',
            recipient: matter.person.address,
            from: 'postmaster@mx.post.example',
            to: addressOf(matter.queue),
            at,
          }),
        ),
      );
    }
  }
}

/** Hands a raw mail to the door of a line at its moment of the story. */
export async function mailIn(
  story: DemoStory,
  queue: string,
  at: Date,
  raw: Buffer,
  doorKey: string = newId(),
): Promise<string | null> {
  const lineId = story.ids.get(`line:${queue}`);
  if (!lineId) throw new Error(`The story has no line for ${queue}.`);
  const outcome = await takeIn(toolsAt(story, at), {
    workspaceId: story.workspaceId,
    lineId,
    door: { door: 'smtp', key: `story ${doorKey}` },
    arrivedAt: at,
    raw,
  });
  return outcome.conversationId;
}

async function comeIn(
  story: DemoStory,
  matter: Matter,
  standing: Standing,
  turn: Turn & { kind: 'in' },
): Promise<void> {
  const { person, queue, subject } = matter;
  const messageId = `<${turn.at.getTime()}.${person.key}@${person.address.split('@')[1]}>`;
  const raw = rawMail({
    from: person,
    to: addressOf(queue),
    subject: standing.conversationId ? `Re: ${subject}` : subject,
    text: turn.text,
    messageId,
    at: turn.at,
    ...(turn.html ? { html: turn.html } : {}),
    ...(turn.files ? { files: turn.files } : {}),
    ...(standing.lastMessageId ? { inReplyTo: standing.lastMessageId } : {}),
  });
  const conversationId = await mailIn(story, queue, turn.at, raw, messageId);
  if (!conversationId) throw new Error(`The story lost a mail of ${person.name}: ${subject}`);
  standing.conversationId ??= conversationId;
  standing.lastMessageId = messageId;
  if (matter.key) story.ids.set(`conversation:${matter.key}`, conversationId);
}

async function goOut(
  story: DemoStory,
  matter: Matter,
  standing: Standing,
  turn: Turn & { kind: 'out' },
): Promise<void> {
  const id = begun(matter, standing);
  await story.at(turn.at, `teammate:${turn.who}`, async (ctx) => {
    await turn.also?.(ctx, id);
    await reply(ctx, id, {
      id: newId(),
      text: turn.text,
      lastSeenVersion: 0,
      sendAnyway: true,
      undoWindowSeconds: 0,
      then: turn.then,
    });
    // settled in the transaction that writes it: nothing of the story is ever left for a mail host
    const mail = await claimMail(ctx, id, 'story');
    if (!mail) throw new Error('An answer of the story was not there to be settled.');
    standing.lastMessageId = mail.messageId;
    const outcome =
      turn.outcome === 'not-confirmed'
        ? {
            outcome: 'not-confirmed' as const,
            failure: 'The host had the whole mail and did not answer: it may or may not have arrived.',
          }
        : { outcome: 'sent' as const };
    await recordDeliveries(
      ctx,
      mail.message.entryId,
      mail.message.recipients.map(({ deliveryId }) => ({ deliveryId, providerId: mail.messageId, ...outcome })),
    );
  });
}

function begun(matter: Matter, standing: Standing): string {
  if (!standing.conversationId) throw new Error(`"${matter.subject}" was answered before it began.`);
  return standing.conversationId;
}

/** The same tools, at a moment of the story. */
function toolsAt(story: DemoStory, now: Date): Tools {
  return {
    ...story.tools,
    now: () => now,
    transact: (who, verb) => story.tools.transact({ ...who, now, via: 'demo' }, verb),
  };
}
