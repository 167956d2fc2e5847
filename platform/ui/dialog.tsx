import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode } from 'react';
import { useFocusBack } from './focus-back.ts';

/** A question that must be answered before going on. Focus, Escape and names come from Base UI. */
export function Dialog(props: DialogProps): ReactElement | null {
  return props.open ? <OpenDialog {...props} /> : null;
}

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly wide?: boolean;
  /** Only words: nothing in it takes the focus, so that what does not fit is scrolled with the focus on the words themselves. */
  readonly isReading?: boolean;
}

function OpenDialog(props: DialogProps): ReactElement {
  useFocusBack();
  return (
    <Base.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-60 bg-[color-mix(in_srgb,var(--overlay)_34%,transparent)]" />
        <Base.Popup
          className={`fixed inset-x-3 top-[12vh] z-60 mx-auto flex max-h-[76vh] flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-3 ${props.wide ? 'max-w-[860px]' : 'max-w-[480px]'}`}
        >
          <Base.Title className="px-5 pt-4 pb-2 text-lg font-bold">
            <bdi>{props.title}</bdi>
          </Base.Title>
          <div
            {...(props.isReading ? { tabIndex: 0, role: 'group', 'aria-label': props.title } : {})}
            className="min-h-0 overflow-y-auto px-5 pb-4 focus-visible:outline-offset-[-2px]"
          >
            {props.children}
          </div>
          {props.foot && (
            <div className="flex justify-end gap-2 border-t border-line bg-surface-2 px-5 py-3">{props.foot}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
