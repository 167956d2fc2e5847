import type { ReactElement } from 'react';
import {
  Dialog,
  Kbd,
  keysOf,
  shortcuts,
  shortcutWords,
  useLiveCommands,
  useShortcutChoices,
  useWords,
} from '#platform/ui';
import { shellWords } from './words.ts';

const groups = [
  ['conversation', 'groupConversation'],
  ['list', 'groupList'],
  ['composer', 'groupComposer'],
  ['chat', 'groupChat'],
  ['call', 'groupCall'],
  ['go', 'groupGo'],
  ['app', 'groupApp'],
] as const;

/** All shortcuts as this teammate has them, drawn from the registry (R1); keys to areas that their desk does not show are none. */
export function ShortcutSheet(props: { readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const t = useWords(shortcutWords);
  const shell = useWords(shellWords);
  const [choices] = useShortcutChoices();
  const offered = new Set(useLiveCommands().map(({ id }) => id));
  return (
    <Dialog open={props.open} onClose={props.onClose} title={shell('sheetTitle')} wide isReading>
      <div className="columns-3 gap-8 max-wide:columns-2 max-phone:columns-1">
        {groups.map(([group, title]) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-semibold text-text-3">{t(title)}</h3>
            <dl>
              {shortcuts
                .filter((shortcut) => shortcut.group === group && (group !== 'go' || offered.has(shortcut.id)))
                .map((shortcut) => (
                  <div key={shortcut.id} className="flex min-h-7 items-center justify-between gap-3">
                    <dt>{t(shortcut.id as Parameters<typeof t>[0])}</dt>
                    <dd className="flex gap-1.5">
                      {keysOf(shortcut.id, choices).map((keys) => (
                        <Kbd key={keys} keys={keys} apart />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
