import { useState } from 'react';
import { useAct, useWords } from '#platform/ui';
import { listSsoOffers } from '../routes.ts';
import { sessionWords } from './words.ts';

interface Way {
  readonly name: string;
  readonly href: string;
}

/** The single sign-ons for the domain of a typed address, asked once it is whole; beside those shown to everybody. */
export function useOffers(): { ask(address: string): void; with(shown: readonly Way[]): readonly Way[] } {
  const t = useWords(sessionWords);
  const look = useAct(listSsoOffers);
  const [asked, setAsked] = useState('');
  return {
    ask(address) {
      if (address === asked || !/^[^\s@]+@[^\s@]+$/.test(address)) return;
      setAsked(address);
      look.mutate({ body: { address } });
    },
    with(shown) {
      const hint = asked === '' ? '' : `#${encodeURIComponent(asked)}`;
      const found = (look.data?.rows ?? []).filter(({ href }) => shown.every((one) => one.href !== href));
      return [
        ...shown.map(({ name, href }) => ({ name, href: `${href}${hint}` })),
        ...found.map(({ name, workspaceName, href }) => ({
          name: t('ssoOf', { name, workspace: workspaceName }),
          href: `${href}${hint}`,
        })),
      ];
    },
  };
}
