import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, CheckField, Field, newId, SelectField, useAct, usePages, useWords } from '#platform/ui';
import {
  changeSsoConnection,
  closeSsoConnection,
  connectSso,
  listSsoConnections,
  listTeammates,
  type SsoConnectionView,
} from '../contract.ts';
import { Refused } from './refused.tsx';
import { Section } from './section.tsx';
import { SsoChecks } from './sso-checks.tsx';
import { bodyOf, draftOf, type SsoDraft } from './sso-draft.ts';
import { SsoGroups } from './sso-groups.tsx';
import { ssoWords } from './sso-words.ts';
import { useDone } from './use-done.tsx';

interface FormProps {
  readonly there: SsoConnectionView | null;
  readonly redirectBase: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}
interface PartProps {
  readonly draft: SsoDraft;
  readonly change: (part: Partial<SsoDraft>) => void;
}

/** One provider: who it is, what its groups get, and who comes by it. */
export function SsoForm({ there, redirectBase, places, onClose }: FormProps): ReactElement {
  const t = useWords(ssoWords);
  const client = useQueryClient();
  const done = useDone();
  const [id] = useState<string>(() => there?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(there));
  const make = useAct(connectSso);
  const keep = useAct(changeSsoConnection);
  const change = (part: Partial<SsoDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const saved = (): void => {
    void client.invalidateQueries({ queryKey: [listSsoConnections.path] });
    done(t('saved'));
    onClose();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const body = bodyOf(draft, there);
    if (there) keep.mutate({ params: { id: there.id }, body }, { onSuccess: saved });
    else make.mutate({ body: { ...body, id: id as never } }, { onSuccess: saved });
  };
  const isBusy = make.isPending || keep.isPending;
  return (
    <Section title={there?.name ?? t('newTitle')}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Provider draft={draft} change={change} there={there} />
        <Shown label={t('redirect')} text={`${redirectBase}${id}`} />
        {there && <Shown label={t('startLink')} text={there.startUrl} />}
        <SsoChecks id={id} draft={draft} there={there} />
        <SsoGroups lines={draft.lines} places={places} onChange={(lines) => change({ lines })} />
        <Who draft={draft} change={change} />
        <Refused by={make.error ?? keep.error} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={isBusy}>
            {t(isBusy ? 'saving' : 'save')}
          </Button>
          <Button look="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
          <span className="flex-1" />
          {there && <Close there={there} onClose={onClose} />}
        </div>
      </form>
    </Section>
  );
}

function Provider({ draft, change, there }: PartProps & { readonly there: SsoConnectionView | null }): ReactElement {
  const t = useWords(ssoWords);
  const field = (name: 'name' | 'issuer' | 'clientId' | 'clientSecret' | 'domains' | 'groupsClaim') => ({
    label: t(name),
    value: draft[name],
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
      <Field {...field('name')} hint={t('nameHint')} required autoFocus maxLength={80} />
      <Field {...field('domains')} hint={t('domainsHint')} required />
      <Field
        {...field('issuer')}
        hint={t(there ? 'issuerStays' : 'issuerHint')}
        required
        type="url"
        dir="ltr"
        readOnly={there !== null}
      />
      <Field {...field('groupsClaim')} required maxLength={200} />
      <Field {...field('clientId')} required maxLength={500} />
      <Field
        {...field('clientSecret')}
        hint={t(there?.hasSecret ? 'secretKept' : 'secretHint')}
        type="password"
        autoComplete="new-password"
      />
    </div>
  );
}

function Who({ draft, change }: PartProps): ReactElement {
  const t = useWords(ssoWords);
  const people = usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <CheckField
        label={t('letsIn')}
        hint={t('letsInHint')}
        checked={draft.letsIn}
        onChange={(letsIn) => change({ letsIn })}
      />
      <CheckField
        label={t('required')}
        hint={t('requiredHint')}
        checked={draft.required}
        onChange={(required) => change({ required })}
      />
      {draft.required && (
        <div className="flex flex-col gap-1 ps-[26px]">
          <SelectField
            label={t('rescue')}
            value={draft.rescueId}
            options={[
              { id: '', label: t('rescueChoose') },
              ...people
                .filter(({ isInvited }) => !isInvited)
                .map(({ id, name }) => ({ id: id as string, label: name })),
            ]}
            onChoose={(rescueId) => change({ rescueId })}
          />
          <p className="text-sm text-text-3">{t('rescueHint')}</p>
        </div>
      )}
      <CheckField label={t('endsThere')} checked={draft.endsThere} onChange={(endsThere) => change({ endsThere })} />
    </>
  );
}

function Shown(props: { readonly label: string; readonly text: string }): ReactElement {
  return (
    <p className="flex flex-col gap-1 text-text-2">
      <span className="text-xs font-semibold">{props.label}</span>
      <code className="rounded-md bg-surface-3 px-2.5 py-1.5 break-all select-all" dir="ltr">
        {props.text}
      </code>
    </p>
  );
}

/** Taken away only at the second press: its sessions end. */
function Close(props: { readonly there: SsoConnectionView; readonly onClose: () => void }): ReactElement {
  const t = useWords(ssoWords);
  const client = useQueryClient();
  const done = useDone();
  const close = useAct(closeSsoConnection);
  const [isAsked, setAsked] = useState(false);
  const closed = (): void => {
    void client.invalidateQueries({ queryKey: [listSsoConnections.path] });
    done(t('closed'));
    props.onClose();
  };
  return (
    <>
      <Refused by={close.error} />
      <Button
        look="ghost"
        disabled={close.isPending}
        onClick={() =>
          isAsked ? close.mutate({ params: { id: props.there.id } }, { onSuccess: closed }) : setAsked(true)
        }
      >
        {t(isAsked ? 'closeSure' : 'close')}
      </Button>
    </>
  );
}
