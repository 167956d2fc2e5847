import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleDashed, RefreshCw, Send } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { BrandId, changeLine, LineId as BrandLineId, listLines, openLine, readLine } from '#domains/brands/contract';
import { Button, ErrorNote, Field, type LineFormProps, type Refusal, useAct, useWords } from '#platform/ui';
import { getSignIn, LineId, sendTestMail, testConnection } from '../contract.ts';
import { caseOf, type LineDraft, secretsOf, settingsOf } from './line-draft.ts';
import { mailWords } from './words.ts';

type Found = { readonly state: 'good' | 'bad' | 'off'; readonly says: string };
interface Tried {
  readonly imap: Found;
  readonly smtp: Found;
}

/** Save, try, and a test mail. A new line is opened without its servers, tried, and only then told where they are. */
export function LineActs(props: LineFormProps & { readonly draft: LineDraft }): ReactElement {
  const t = useWords(mailWords);
  const { draft, lineId } = props;
  const { tried, isTrying, isUntested, saved, save, test, refused } = useLineActs(props);
  const saveWord = lineId === null ? 'open' : 'save';
  const isReady = draft.name.trim() !== '' && draft.address.trim() !== '';
  return (
    <>
      {refused && (
        <ErrorNote
          title={refused.problem.title}
          detail={refused.problem.fields?.[0]?.message ?? refused.problem.detail}
        />
      )}
      <div role="status" className="flex flex-col gap-2">
        {tried && (
          <>
            <FoundLine title={t('imap')} found={tried.imap} />
            <FoundLine title={t('smtp')} found={tried.smtp} />
          </>
        )}
        {isUntested && <p className="text-warn-text">{t('testFailed')}</p>}
        {saved && <p className="text-text-3">{t('saved')}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={!isReady || isTrying} onClick={() => void save(isUntested)}>
          {t(lineId === null && isUntested ? 'openAnyway' : saveWord)}
        </Button>
        {(lineId !== null || isUntested) && (
          <Button disabled={isTrying} onClick={() => void test()}>
            <RefreshCw className="size-3.5" />
            {isTrying ? t('testing') : t('test')}
          </Button>
        )}
      </div>
      {lineId !== null && <TestMail lineId={lineId} />}
    </>
  );
}

const foundLooks = {
  good: { Sign: CircleCheck, tone: 'text-success-text' },
  bad: { Sign: CircleAlert, tone: 'text-danger-text' },
  off: { Sign: CircleDashed, tone: 'text-text-3' },
} as const;

/** What was found, in the server's words. */
function FoundLine(props: { readonly title: string; readonly found: Found }): ReactElement {
  const { found } = props;
  const { Sign, tone } = foundLooks[found.state];
  return (
    <p className="grid grid-cols-[16px_1fr] gap-x-2">
      <Sign className={`mt-0.5 size-4 ${tone}`} aria-hidden="true" />
      <span>
        <b className={`font-semibold ${tone}`}>{props.title}</b> <span dir="auto">{found.says}</span>
      </span>
    </p>
  );
}

function useLineActs(props: LineFormProps & { readonly draft: LineDraft }) {
  const { draft, lineId } = props;
  const open = useAct(openLine);
  const { tried, test, tryIt } = useTry(draft);
  const { change, write } = useWrite(props);
  // A new line that stands already, its servers not yet told because they did not answer.
  const [standingId, setStandingId] = useState<string>();
  const id = lineId ?? standingId;

  const make = async (): Promise<string> => {
    const brandId = props.brandId === undefined ? {} : { brandId: BrandId.parse(props.brandId) };
    const made = await open.mutateAsync({
      body: { channel: 'email', name: draft.name, address: draft.address, ...brandId },
    });
    setStandingId(made.id);
    return made.id;
  };
  const save = async (isAllTheSame: boolean): Promise<void> => {
    try {
      if (lineId !== null) return await write(lineId);
      const at = standingId ?? (await make());
      const found = isAllTheSame ? undefined : await test(at);
      if (isAllTheSame || (found && found.imap.state !== 'bad' && found.smtp.state !== 'bad')) await write(at);
    } catch {
      // the refusal is shown from the act itself
    }
    return undefined;
  };
  const refused: Refusal | null = open.error ?? change.error ?? tryIt.error;
  return {
    tried,
    test: () => (id === undefined ? Promise.resolve(undefined) : test(id)),
    save,
    refused,
    isTrying: tryIt.isPending || open.isPending || change.isPending,
    isUntested: lineId === null && standingId !== undefined && !tryIt.isPending,
    saved: lineId !== null && change.isSuccess,
  };
}

/** Tries what is typed, saved or not. */
function useTry(draft: LineDraft) {
  const tryIt = useAct(testConnection);
  const [tried, setTried] = useState<Tried>();
  const test = async (at: string): Promise<Tried | undefined> => {
    setTried(undefined);
    const { imapPassword, smtpPassword } = secretsOf(draft);
    const body = {
      settings: settingsOf(draft),
      ...(imapPassword === undefined ? {} : { imapPassword }),
      ...(smtpPassword === undefined ? {} : { smtpPassword }),
    };
    const found = await tryIt.mutateAsync({ params: { id: LineId.parse(at) }, body }).catch(() => undefined);
    setTried(found);
    return found;
  };
  return { tried, test, tryIt };
}

/** Saves what is typed; a new line is then open. */
function useWrite(props: LineFormProps & { readonly draft: LineDraft }) {
  const { draft, lineId } = props;
  const client = useQueryClient();
  const change = useAct(changeLine);
  const write = async (at: string): Promise<void> => {
    const saved = await change.mutateAsync({
      params: { id: BrandLineId.parse(at) },
      body: { name: draft.name, ...caseOf(draft), settings: settingsOf(draft), secrets: secretsOf(draft) },
    });
    for (const route of [readLine, listLines, getSignIn]) void client.invalidateQueries({ queryKey: [route.path] });
    if (lineId === null) props.onOpened(saved.id);
  };
  return { change, write };
}

/** A short mail to somebody, so that it is seen to arrive. */
function TestMail(props: { readonly lineId: string }): ReactElement {
  const t = useWords(mailWords);
  const [to, setTo] = useState('');
  const send = useAct(sendTestMail);
  const found = send.data;
  return (
    <form
      className="flex flex-col gap-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ params: { id: LineId.parse(props.lineId) }, body: { to } });
      }}
    >
      <h3>{t('sendTest')}</h3>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label={t('sendTestTo')}
            type="email"
            required
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
        <Button type="submit" disabled={send.isPending} className="h-[38px]! max-phone:h-11!">
          <Send className="turns size-3.5" />
          {t('sendNow')}
        </Button>
      </div>
      <div role="status">
        {found && <FoundLine title={t('smtp')} found={found} />}
        {send.error && <p className="text-danger-text">{send.error.problem.title}</p>}
      </div>
    </form>
  );
}
