import * as z from 'zod';

/**
 * The kind of a channel is a word a channel domain brings with it, never a list somebody keeps: the schema only says
 * its form.
 */
export const channelKinds = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);

/** Settings of a line are the channel's own; the shared side stores and hands them on. */
export const lineSettings = z.record(z.string(), z.unknown());

/** What a channel can do, as the composer and the rules need to know it. */
export interface ChannelCapabilities {
  /** Live: both sides are there at once (a call, a chat); the person is busy while it lasts. */
  readonly live: boolean;
  /** A reply can be written to it after the contact ended. */
  readonly reply: boolean;
  readonly subject: boolean;
  readonly html: boolean;
  readonly copies: boolean;
  readonly attachmentLimitBytes: number;
  /** Default time a reply is held back for "undo", in seconds. */
  readonly undoWindowSeconds: number;
}
