import type { Tools } from '#platform/domain';
import { Refusal } from '#platform/problem';
import { markOf } from './throttle.ts';

/** The ways in, as the log names them. */
type Way = 'password' | 'second step' | 'passkey' | 'single sign-on' | 'invitation' | 'new password';

interface Asking {
  readonly headers: Headers;
  readonly body?: unknown;
}

/** What a door answers, as far as the log tells of it. */
interface Answered {
  readonly signedIn?: boolean;
  readonly secondStep?: boolean;
}

/**
 * A door to a session that says in the log which way was tried, from where, and how it ended: so that guessing is seen by
 * who reads along. Nothing that was typed is written; who tries one address again and again has the same mark each time.
 */
export function toldTry<Input extends Asking, Answer, Rest extends readonly unknown[]>(
  way: Way,
  door: (tools: Tools, input: Input, ...rest: Rest) => Promise<Answer>,
): (tools: Tools, input: Input, ...rest: Rest) => Promise<Answer> {
  return async (tools, input, ...rest) => {
    const { address } = (input.body ?? {}) as { readonly address?: unknown };
    const facts = {
      way,
      from: input.headers.get('x-client-address'),
      account: typeof address === 'string' ? markOf(tools, address) : null,
    };
    try {
      const answer = await door(tools, input, ...rest);
      tools.log.info({ ...facts, outcome: outcomeOf(answer as Answered) }, 'Signing in.');
      return answer;
    } catch (error) {
      const outcome = error instanceof Refusal ? error.code : 'our mistake';
      tools.log.warn({ ...facts, outcome }, 'Signing in.');
      throw error;
    }
  };
}

function outcomeOf({ signedIn, secondStep }: Answered): string {
  if (secondStep) return 'second step asked';
  return signedIn ? 'in' : 'done';
}
