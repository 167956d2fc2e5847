import { Tent } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Me } from '#domains/identity/contract';
import { chooseWorkspace } from '#domains/identity/contract';
import { useAct, useWords } from '#platform/ui';
import { sampleBarWords } from './sample-bar-words.ts';

/** Over every page of the sample shop: what this is, and the way back to one's own workspace. */
export function SampleBar({ me }: { readonly me: Me }): ReactElement {
  const t = useWords(sampleBarWords);
  const choose = useAct(chooseWorkspace);
  const home = me.workspaces.find(({ id }) => id === me.workspace.sampleOf);
  return (
    <div
      role="status"
      className="flex min-h-9 flex-none flex-wrap items-center gap-x-3 gap-y-0.5 bg-accent-soft px-4 py-1 text-sm text-accent-text"
    >
      <Tent className="size-4 flex-none" aria-hidden="true" />
      <span className="min-w-0 flex-1 basis-52">
        <bdi>{choose.isError ? t('stuck') : t('here')}</bdi>
      </span>
      {home && (
        <button
          type="button"
          className="min-h-6 font-semibold underline underline-offset-2 max-phone:min-h-10"
          disabled={choose.isPending}
          onClick={() =>
            choose.mutate(
              { body: { workspaceId: home.id } },
              // the way out of the shop leads to where it is removed
              { onSuccess: () => location.assign('/settings/sample') },
            )
          }
        >
          {t('back', { name: home.name })}
        </button>
      )}
    </div>
  );
}
