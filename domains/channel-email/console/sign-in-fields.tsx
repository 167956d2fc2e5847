import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, ErrorNote, Field, SelectField, useAct, useView, useWords } from '#platform/ui';
import { askConsent, forgetConsent, getSignIn, LineId } from '../contract.ts';
import { CopyLine } from './copy-line.tsx';
import { type LineDraft, type ProviderDraft, withWay } from './line-draft.ts';
import { mailWords } from './words.ts';

/** How the line signs in: by password, or by consent at a provider with the client that is registered there. */
export function SignInFields(props: {
  readonly lineId: string | null;
  readonly draft: LineDraft;
  readonly isKept: boolean;
  readonly onChange: (draft: LineDraft) => void;
}): ReactElement {
  const t = useWords(mailWords);
  const { draft, onChange } = props;
  const { provider } = draft;
  const field = (name: keyof ProviderDraft) => ({
    dir: 'ltr' as const,
    value: provider[name],
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...draft, provider: { ...provider, [name]: event.target.value } }),
  });
  return (
    <>
      <SelectField
        label={t('way')}
        value={draft.way}
        options={[
          { id: 'password', label: t('wayPassword') },
          { id: 'google', label: t('wayGoogle') },
          { id: 'microsoft', label: t('wayMicrosoft') },
          { id: 'other', label: t('wayOther') },
        ]}
        onChoose={(way) => onChange(withWay(draft, way))}
      />
      {draft.way !== 'password' && (
        <>
          <Field label={t('clientId')} autoComplete="off" {...field('clientId')} />
          <Field
            label={t('clientSecret')}
            type="password"
            autoComplete="new-password"
            hint={props.isKept ? t('passwordKept') : undefined}
            {...field('clientSecret')}
          />
          {draft.way === 'other' && (
            <>
              <Field label={t('authorizeUrl')} type="url" {...field('authorizeUrl')} />
              <Field label={t('tokenUrl')} type="url" {...field('tokenUrl')} />
              <Field label={t('scopes')} {...field('scopes')} />
            </>
          )}
          {props.lineId === null ? (
            <p className="text-xs text-text-3">{t('consentSaveFirst')}</p>
          ) : (
            <Consent lineId={props.lineId} />
          )}
        </>
      )}
    </>
  );
}

const stateTones = { none: 'text-text-3', good: 'text-success-text', refused: 'text-danger-text' } as const;

/** The state of the sign-in in words, and the way to the provider's page and back. */
function Consent(props: { readonly lineId: string }): ReactElement {
  const t = useWords(mailWords);
  const client = useQueryClient();
  const params = { id: LineId.parse(props.lineId) };
  const signIn = useView(getSignIn, { params });
  const begin = useAct(askConsent);
  const forget = useAct(forgetConsent);
  const refused = begin.error ?? forget.error ?? signIn.error;
  const state = signIn.data?.state ?? 'none';
  return (
    <div className="flex flex-col gap-2">
      {signIn.data && (
        <>
          <p className="text-xs font-semibold text-text-2">{t('redirectUri')}</p>
          <CopyLine label={t('redirectUri')} text={signIn.data.redirectUri} />
          <p role="status" dir="auto" className={stateTones[state]}>
            {signIn.data.says}
          </p>
        </>
      )}
      {refused && <ErrorNote title={refused.problem.title} detail={refused.problem.detail ?? refused.problem.help} />}
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={begin.isPending}
          onClick={() => begin.mutate({ params }, { onSuccess: ({ url }) => window.location.assign(url) })}
        >
          {t(state === 'none' ? 'consent' : 'consentAgain')}
        </Button>
        {state !== 'none' && (
          <Button
            look="ghost"
            disabled={forget.isPending}
            onClick={() =>
              forget.mutate(
                { params },
                { onSuccess: () => void client.invalidateQueries({ queryKey: [getSignIn.path] }) },
              )
            }
          >
            {t('consentForget')}
          </Button>
        )}
      </div>
    </div>
  );
}
