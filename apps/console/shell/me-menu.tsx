import { Check, LogOut, Moon, Settings, Sun, SunMoon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Avatar, Menu, type PresenceTone, useAct, useView, useWords } from '#platform/ui';
import { readPresence, type PresenceView } from '../calls/views.ts';
import { signOut, type Session } from '../session/views.ts';
import { useGo } from './links.tsx';
import { type Look, useLook } from './look.ts';
import { shellWords } from './words.ts';

/** The dot of a state. */
export const presenceTone: Record<PresenceView['state'], PresenceTone> = { available: 'free', busy: 'busy', break: 'busy', away: 'away', offline: 'away' };

const themes: readonly { readonly id: Look['theme']; readonly icon: ReactElement }[] = [
  { id: 'light', icon: <Sun /> },
  { id: 'dark', icon: <Moon /> },
  { id: 'system', icon: <SunMoon /> },
];

/** Me at the foot of the rail: look, settings, sign out. */
export function MeMenu({ session }: { readonly session: Session }): ReactElement {
  const t = useWords(shellWords);
  const go = useGo();
  const [look, change] = useLook();
  const leave = useAct(signOut);
  const presence = useView(readPresence, {});
  const label = t('me', { name: session.teammate.name, desk: session.desk.title });
  return (
    <Menu
      label={label}
      header={label}
      trigger={
        <button type="button" aria-label={label} className="mt-1.5 rounded-full max-phone:hidden">
          <Avatar name={session.teammate.name} sizePx={32} presence={presence.data && presenceTone[presence.data.state]} />
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
        { id: 'sign-out', label: t('signOut'), icon: <LogOut />, run: () => leave.mutate({}, { onSettled: () => location.assign('/sign-in') }) },
      ]}
    />
  );
}
