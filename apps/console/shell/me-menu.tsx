import { Check, LogOut, Moon, Settings, Sun, SunMoon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Avatar, Menu, type PresenceTone, useAct, useView, useWords } from '#platform/ui';
import type { Me } from '#domains/identity/contract';
import type { PresenceState } from '#domains/presence/contract';
import { listPresence, signOut } from '../routes.ts';
import { useGo } from './links.tsx';
import { type Look, useLook } from './look.ts';
import { shellWords } from './words.ts';

/** The dot of a state. */
export const presenceTone: Record<PresenceState, PresenceTone> = {
  available: 'free',
  busy: 'busy',
  'wrap-up': 'busy',
  break: 'busy',
  away: 'away',
  offline: 'away',
};

const themes: readonly { readonly id: Look['theme']; readonly icon: ReactElement }[] = [
  { id: 'light', icon: <Sun /> },
  { id: 'dark', icon: <Moon /> },
  { id: 'system', icon: <SunMoon /> },
];

/** Me at the foot of the rail: look, settings, sign out. */
export function MeMenu({ me }: { readonly me: Me }): ReactElement {
  const t = useWords(shellWords);
  const go = useGo();
  const [look, change] = useLook();
  const leave = useAct(signOut);
  const presence = useView(listPresence, { query: {} }, { enabled: me.permissions['presence.read'] !== undefined }).data
    ?.me;
  const label = t('me', { name: me.teammate.name, desk: me.desk.title });
  return (
    <Menu
      label={label}
      header={label}
      trigger={
        <button type="button" aria-label={label} className="mt-1.5 rounded-full max-phone:hidden">
          <Avatar name={me.teammate.name} sizePx={32} presence={presence ? presenceTone[presence.state] : undefined} />
        </button>
      }
      items={[
        ...themes.map((theme) => ({
          id: theme.id,
          label: t(theme.id),
          icon: look.theme === theme.id ? <Check /> : theme.icon,
          isChosen: look.theme === theme.id,
          run: () => change({ theme: theme.id }),
        })),
        { id: 'settings', label: t('settings'), icon: <Settings />, run: () => go('/settings') },
        {
          id: 'sign-out',
          label: t('signOut'),
          icon: <LogOut />,
          run: () =>
            leave.mutate(
              {},
              {
                onSuccess: ({ goTo }) => location.assign(goTo ?? '/sign-in'),
                onError: () => location.assign('/sign-in'),
              },
            ),
        },
      ]}
    />
  );
}
