/** Why nothing was fetched. The message is a sentence for the person who named the address. */
export class OutsideRefused extends Error {
  readonly why: 'address' | 'private' | 'unreachable' | 'too-slow' | 'too-large' | 'redirects' | 'answer';
  constructor(why: OutsideRefused['why'], message: string) {
    super(message);
    this.name = 'OutsideRefused';
    this.why = why;
  }
}
