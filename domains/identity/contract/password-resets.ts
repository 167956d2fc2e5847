import * as z from 'zod';
import { route } from '#platform/contract';
import { Address, NewPassword, SignedIn } from './session.ts';

export const askPasswordReset = route({
  method: 'POST',
  path: '/api/password-resets',
  summary:
    'Ask for a mail that lets you choose a new password. The answer is the same whether or not there is an account.',
  access: 'public',
  body: z.object({ address: Address }),
  reply: z.object({ asked: z.literal(true) }),
});

export const resetPassword = route({
  method: 'POST',
  path: '/api/password-resets/completion',
  summary: 'Choose a new password by the link of the mail: it works once, and every session ends. Sign in afterwards.',
  access: 'public',
  body: z.object({ token: z.string().min(20).max(200), password: NewPassword }),
  reply: SignedIn,
});
