import { type ReactElement, useState } from 'react';
import { listBrands, readLine } from '#domains/brands/contract';
import { readSession } from '#domains/identity/contract';
import { CheckField, ErrorNote, Field, type LineFormProps, Skeleton, TextField, useView, useWords } from '#platform/ui';
import { getPublicName, LineId } from '../contract.ts';
import type { Facts } from '../fill-in.ts';
import { FromNameField } from './from-name-field.tsx';
import { FindServers } from './find-servers.tsx';
import { draftOf, emptyDraft, type LineDraft } from './line-draft.ts';
import { LineReport } from './line-report.tsx';
import { LineActs } from './line-acts.tsx';
import { CaseFields } from './case-fields.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { ServerFields } from './server-fields.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { mailWords } from './words.ts';

/** An e-mail line to open or to change: address, mailbox, outgoing server, own door; tried before it is relied on. */
export function MailLineForm(props: LineFormProps): ReactElement {
  const t = useWords(mailWords);
  const id = props.lineId === null ? null : LineId.parse(props.lineId);
  const line = useView(readLine, { params: { id: String(id) as never } }, { enabled: id !== null });
  if (id === null) return <Form {...props} draft={emptyDraft} kept={[]} mayChange />;
  if (line.error) return <ErrorNote title={line.error.problem.title} detail={line.error.problem.help} />;
  if (!line.data) return <Skeleton rows={4} rowHeightPx={56} label={t('loading')} />;
  // Who may not configure gets no settings: there is nothing to show beyond the head of the panel.
  if (!line.data.can.includes('configure')) return <></>;
  const draft = draftOf(line.data);
  return (
    <>
      <LineReport lineId={id} hasMailbox={draft.imap.host !== ''} />
      <Form {...props} brandId={line.data.brandId} draft={draft} kept={line.data.secretNames} mayChange />
    </>
  );
}

interface FormProps extends LineFormProps {
  readonly draft: LineDraft;
  /** Names of the passwords that are kept. */
  readonly kept: readonly string[];
  readonly mayChange: boolean;
}

function Form(props: FormProps): ReactElement {
  const t = useWords(mailWords);
  const [draft, setDraft] = useState(props.draft);
  const facts = useSampleFacts(draft.name, props.brandId);
  const change = (part: Partial<LineDraft>): void => setDraft({ ...draft, ...part });
  return (
    <div className="flex flex-col gap-3 px-5 pb-4">
      <Field
        label={t('name')}
        hint={t('nameHint')}
        required
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Field
        label={t('address')}
        type="email"
        required
        disabled={props.lineId !== null}
        value={draft.address}
        onChange={(event) => change({ address: event.target.value })}
      />
      {draft.way === 'password' && draft.imap.host === '' && <FindServers draft={draft} onFound={change} />}
      <FromNameField value={draft.fromName} facts={facts} onChange={(fromName) => change({ fromName })} />
      <CaseFields draft={draft} onChange={change} />
      <SignInFields
        lineId={props.lineId}
        draft={draft}
        isKept={props.kept.includes('oauthClientSecret')}
        onChange={setDraft}
      />
      <ServerFields
        byConsent={draft.way !== 'password'}
        title={t('receiving')}
        lead={t('receivingLead')}
        server={draft.imap}
        isKept={props.kept.includes('imapPassword')}
        onChange={(imap) => change({ imap })}
        folder={draft.folder}
        onFolder={(folder) => change({ folder })}
      />
      <CheckField label={t('door')} hint={t('doorHint')} checked={draft.door} onChange={(door) => change({ door })} />
      <ServerFields
        byConsent={draft.way !== 'password'}
        title={t('sending')}
        lead={t('sendingLead')}
        server={draft.smtp}
        isKept={props.kept.includes('smtpPassword')}
        onChange={(smtp) => change({ smtp })}
        pace={draft.pace}
        onPace={(pace) => change({ pace: pace.replace(/\D/g, '') })}
      />
      <Field
        label={t('dkimSelector')}
        hint={t('dkimSelectorHint')}
        dir="ltr"
        value={draft.dkimSelector}
        onChange={(event) => change({ dkimSelector: event.target.value.replace(/[^A-Za-z0-9._-]/g, '') })}
      />
      <TextField
        label={t('signature')}
        hint={t('signatureHint')}
        value={draft.signature}
        onChange={(event) => change({ signature: event.target.value })}
      />
      <TextField
        label={t('replyTemplate')}
        hint={t('replyTemplateHint')}
        value={draft.replyTemplate}
        onChange={(event) => change({ replyTemplate: event.target.value })}
      />
      <LetterPreview
        from={draft.fromName || draft.name}
        address={draft.address}
        template={draft.replyTemplate}
        signature={draft.signature}
        facts={facts}
      />
      <LineActs {...props} draft={draft} />
    </div>
  );
}

/** What a mail of the line would name, shown with the reader as its writer. */
function useSampleFacts(line: string, brandId: string | undefined): Facts {
  const t = useWords(mailWords);
  const teammate = useView(readSession, {}).data?.me?.teammate.name ?? t('sampleTeammate');
  const name = useView(getPublicName, {}).data?.name ?? '';
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const brand = brands.find(({ id }) => id === brandId) ?? brands[0];
  return {
    teammate: name || teammate,
    first: name || (teammate.split(' ')[0] ?? ''),
    customer: '',
    line,
    brand: brand?.name ?? '',
    number: '',
  };
}
