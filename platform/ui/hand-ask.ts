import { lazy } from 'react';

/** The question about full hands, once it is asked: of one conversation by its thread, of many by whoever hands them over. */
export const HandAsk = lazy(async () => ({ default: (await import('./hand-ask-dialog.tsx')).HandAskDialog }));
