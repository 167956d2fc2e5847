import { useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { BodyOf } from '#platform/contract';
import { Button, Dialog, ErrorNote, Field, useAct, useTell, useWords, viewKey } from '#platform/ui';
import { changeRole, listRoles, type RoleEffect, type RoleView } from '../contract.ts';
import { rolesWords } from './roles-words.ts';

/** Before a role is saved: who gains and who loses what, in words, and why it is done. */
export function RoleEffects(props: {
  readonly role: RoleView;
  readonly changes: BodyOf<typeof changeRole>;
  readonly effect: RoleEffect;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(rolesWords);
  const { role, effect } = props;
  const tell = useTell();
  const queries = useQueryClient();
  const [why, setWhy] = useState('');
  const save = useAct(changeRole);
  const onSuccess = (): void => {
    void queries.invalidateQueries({ queryKey: viewKey(listRoles).slice(0, 1) });
    tell({ id: `role-${role.id}`, icon: <ArrowUp className="size-4" />, text: t('saved'), stayMs: 5_000 });
    props.onClose();
  };
  const asked = { params: { id: role.id }, body: props.changes, why: why.trim() || undefined };
  return (
    <Dialog open title={t('effectTitle')} onClose={props.onClose}>
      <div className="flex flex-col gap-3 pt-1">
        <Effects effect={effect} />
        {effect.leavesNobody && <ErrorNote title={t('leavesNobody')} />}
        <Field label={t('why')} value={why} maxLength={300} onChange={(event) => setWhy(event.target.value)} />
        {save.error && <ErrorNote title={save.error.message} detail={save.error.problem.help} />}
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            disabled={save.isPending || effect.leavesNobody}
            onClick={() => save.mutate(asked, { onSuccess })}
          >
            {t(save.isPending ? 'saving' : 'save')}
          </Button>
          <Button look="ghost" onClick={props.onClose}>
            {t('goOn')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Effects(props: { readonly effect: RoleEffect }): ReactElement {
  const t = useWords(rolesWords);
  const { people, changes } = props.effect;
  if (people === 0) return <p>{t('nobodyHas')}</p>;
  if (changes.length === 0) return <p>{t('noEffect')}</p>;
  return (
    <ul className="flex max-h-[50vh] flex-col gap-2 overflow-y-auto">
      {changes.map((one) => {
        const Icon = one.gains ? ArrowUp : ArrowDown;
        const scope = t(`scope_${one.to ?? 'none'}`);
        const more = one.people - one.names.length;
        return (
          <li key={`${one.permission}${one.from}${one.to}`} className="flex items-start gap-2">
            <Icon className="mt-0.5 size-4 shrink-0 text-text-2" aria-hidden="true" />
            <span>
              {t(one.gains ? 'gain' : 'loss', { count: one.people, says: one.says, scope })}
              <span className="block text-sm text-text-3">
                <bdi>{one.names.join(', ')}</bdi>
                {more > 0 && ` ${t('andMore', { count: more })}`}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
