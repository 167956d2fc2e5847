import type { ReactElement } from 'react';
import { CheckField, Field, useWords } from '#platform/ui';
import type { ServerDraft } from './line-draft.ts';
import { mailWords } from './words.ts';

/** One server: where it is, who signs in, by which password. */
export function ServerFields(props: {
  readonly title: string;
  readonly lead: string;
  readonly server: ServerDraft;
  readonly isKept: boolean;
  /** Signed in at a provider: no password is asked. */
  readonly byConsent?: boolean;
  readonly onChange: (server: ServerDraft) => void;
  readonly folder?: string;
  readonly onFolder?: (folder: string) => void;
  readonly pace?: string;
  readonly onPace?: (pace: string) => void;
}): ReactElement {
  const t = useWords(mailWords);
  const { server, onFolder, onPace } = props;
  const change = (part: Partial<ServerDraft>): void => props.onChange({ ...server, ...part });
  return (
    <fieldset className="mt-1 flex min-w-0 flex-col gap-3 border-t border-line pt-3">
      <legend className="sr-only">{props.title}</legend>
      <div>
        <h3 aria-hidden="true">{props.title}</h3>
        <p className="text-xs text-text-3">{props.lead}</p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_92px] gap-2.5">
        <Field
          label={t('host')}
          placeholder="mail.example.com"
          dir="ltr"
          value={server.host}
          onChange={(event) => change({ host: event.target.value })}
        />
        <Field
          label={t('port')}
          inputMode="numeric"
          dir="ltr"
          value={server.port}
          onChange={(event) => change({ port: event.target.value })}
        />
      </div>
      <Field
        label={t('user')}
        autoComplete="off"
        dir="ltr"
        value={server.user}
        onChange={(event) => change({ user: event.target.value })}
      />
      {!props.byConsent && (
        <Field
          label={t('password')}
          type="password"
          autoComplete="new-password"
          dir="ltr"
          hint={props.isKept ? t('passwordKept') : undefined}
          value={server.password}
          onChange={(event) => change({ password: event.target.value })}
        />
      )}
      {onFolder && (
        <Field label={t('folder')} dir="ltr" value={props.folder} onChange={(event) => onFolder(event.target.value)} />
      )}
      {onPace && (
        <Field
          label={t('pace')}
          hint={t('paceHint')}
          inputMode="numeric"
          dir="ltr"
          value={props.pace}
          onChange={(event) => onPace(event.target.value)}
        />
      )}
      <CheckField
        label={t('secure')}
        hint={t('secureHint')}
        checked={server.secure}
        onChange={(secure) => change({ secure })}
      />
    </fieldset>
  );
}
