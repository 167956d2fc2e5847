import { Bell } from 'lucide-react';
import type { ReactElement } from 'react';
import { RailButton, useView, useWords } from '#platform/ui';
import { useRooms } from '../live/live.ts';
import { listNotices } from '../routes.ts';
import { useGo } from './links.tsx';
import { shellWords } from './words.ts';

/** Notices are counted up to here; more say "99+". */
const mostShown = 99;

/** The bell with what is new, counted live; opens the list. */
export function NoticeBell(props: { readonly teammateId: string }): ReactElement {
  const t = useWords(shellWords);
  const go = useGo();
  useRooms([`notice:${props.teammateId}`]);
  const unseen = useView(listNotices, { query: { limit: 1 } }).data?.unseen ?? 0;
  const count = unseen > mostShown ? `${mostShown}+` : unseen;
  return (
    <RailButton
      label={unseen > 0 ? t('notificationsNew', { count }) : t('notifications')}
      icon={<Bell />}
      count={count}
      onPress={() => go('/notices')}
    />
  );
}
