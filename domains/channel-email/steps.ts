/** The steps of a mail that comes in, in their order: where a fault can meet it. */
export const receiveSteps = [
  // at our own door
  'door.recipient',
  'door.read',
  // at a mailbox
  'box.held',
  'box.listed',
  'box.loaded',
  // at every door: outside of the transaction, within it, and after it
  'mail.stored',
  'mail.prepared',
  'mail.claimed',
  'mail.placed',
  'mail.committed',
  // the host is told
  'box.marking',
] as const;

/** The steps of a reply that leaves, in their order. */
export const sendSteps = [
  'reply.claimed',
  'reply.claim-committed',
  'reply.server-known',
  'reply.composed',
  'smtp.connected',
  'smtp.begun',
  // every byte was read, the dot that ends the mail has not left
  'smtp.last',
  'reply.answered',
  'reply.recorded',
] as const;

export type MailStep = (typeof receiveSteps)[number] | (typeof sendSteps)[number];

/** What a test does to a mail at a step: it may wait, or throw. */
export type StepWatcher = (step: MailStep) => Promise<void> | void;

let watcher: StepWatcher | null = null;

/** Lets a test meet mails at their steps; null ends it. Nobody watches in production, and a step costs nothing there. */
export function watchSteps(watch: StepWatcher | null): void {
  watcher = watch;
}

/** A mail has come this far. */
export function passes(step: MailStep): Promise<void> | void {
  return watcher?.(step);
}
