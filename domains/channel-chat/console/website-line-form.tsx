import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { BrandId, changeLine, LineId, listLines, type LineView, openLine, readLine } from '#domains/brands/contract';
import {
  Button,
  ErrorNote,
  Field,
  type LineFormProps,
  type Refusal,
  Skeleton,
  useAct,
  useView,
  useWords,
} from '#platform/ui';
import { channelKind, newSiteKey } from '../contract.ts';
import { draftOf, emptyDraft, settingsOf, type WebsiteDraft, wrongSiteOf } from './website-draft.ts';
import { WebsiteFields } from './website-fields.tsx';
import { WebsiteSnippet } from './website-snippet.tsx';
import { websiteLineWords } from './website-words.ts';

/** A line of chat to open or to change: the website that shows it, its first words, and whom it asks for an address. */
export function WebsiteLineForm(props: LineFormProps): ReactElement {
  const t = useWords(websiteLineWords);
  const id = props.lineId === null ? null : LineId.parse(props.lineId);
  const line = useView(readLine, { params: { id: String(id) as never } }, { enabled: id !== null });
  if (id === null) return <Form {...props} line={null} />;
  if (line.error) return <ErrorNote title={line.error.problem.title} detail={line.error.problem.help} />;
  if (!line.data) return <Skeleton rows={4} rowHeightPx={56} label={t('loading')} />;
  return <Form {...props} line={line.data} />;
}

/** What a line may be: to be opened, on a website, with pretend customers, or not ours to see into. */
type Kind = 'new' | 'website' | 'pretend' | 'hidden';

function kindOf(line: LineView | null): Kind {
  if (line === null) return 'new';
  if (line.settings === null) return 'hidden';
  return line.settings['simulated'] === true ? 'pretend' : 'website';
}

function Form(props: LineFormProps & { readonly line: LineView | null }): ReactElement {
  const t = useWords(websiteLineWords);
  const { line } = props;
  const kind = kindOf(line);
  const [draft, setDraft] = useState(line === null ? emptyDraft : draftOf(line));
  const { save, refused, isBusy, isSaved, forget } = useSave(props, kind);
  const change = (part: Partial<WebsiteDraft>): void => {
    setDraft({ ...draft, ...part });
    forget();
  };
  const mayChange = line === null || line.can.includes('configure');
  const wrongSite = wrongSiteOf(draft);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save(draft, setDraft);
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 px-5 pb-4">
      {kind === 'pretend' && <p className="text-text-2">{t('pretend')}</p>}
      {kind === 'website' && line && <WebsiteSnippet siteKey={line.address} />}
      <Field
        label={t('name')}
        hint={t('nameHint')}
        required
        disabled={!mayChange}
        maxLength={120}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      {(kind === 'new' || kind === 'website') && (
        <WebsiteFields draft={draft} wrongSite={wrongSite} mayChange={mayChange} onChange={change} />
      )}
      {kind === 'hidden' && <p className="text-text-3">{t('hidden')}</p>}
      {refused && <Refused refused={refused} />}
      {mayChange && (
        <div className="flex items-center gap-2">
          <Button type="submit" look="primary" disabled={isBusy || wrongSite !== undefined}>
            {t(line === null ? 'open' : 'save')}
          </Button>
          <span role="status" className="text-text-3">
            {isSaved && t('saved')}
          </span>
        </div>
      )}
    </form>
  );
}

/** Opens a new line by a key of its own, or keeps what was changed of one that stands. */
function useSave(props: LineFormProps & { readonly line: LineView | null }, kind: Kind) {
  const { line, brandId } = props;
  const client = useQueryClient();
  const open = useAct(openLine);
  const change = useAct(changeLine);
  // One key a form: where an answer was lost on its way, trying again makes no second line.
  const [drawn, setDrawn] = useState<string>();
  const save = (draft: WebsiteDraft, show: (saved: WebsiteDraft) => void): void => {
    const { name } = draft;
    const settings = { ...settingsOf(draft) };
    if (line === null) {
      const place = brandId === undefined ? {} : { brandId: BrandId.parse(brandId) };
      const address = drawn ?? newSiteKey(name);
      setDrawn(address);
      open.mutate(
        { body: { channel: channelKind, name, address, casePolicy: 'open-conversation', settings, ...place } },
        { onSuccess: (made) => props.onOpened(made.id) },
      );
      return;
    }
    const body = kind === 'website' ? { name, settings } : { name };
    const onSuccess = (saved: LineView): void => {
      // a website that was typed with its path now stands as it is kept
      show(draftOf(saved));
      for (const route of [readLine, listLines]) void client.invalidateQueries({ queryKey: [route.path] });
    };
    change.mutate({ params: { id: line.id }, body }, { onSuccess });
  };
  return {
    save,
    refused: open.error ?? change.error,
    isBusy: open.isPending || change.isPending,
    isSaved: change.isSuccess,
    /** What was said of the last try is over once something else is typed. */
    forget: (): void => {
      open.reset();
      change.reset();
    },
  };
}

const fieldWords = { name: 'name', sites: 'sites', greeting: 'greeting', asks: 'asks' } as const;

/** Why it was not kept, each with the field it is about. */
function Refused({ refused }: { readonly refused: Refusal }): ReactElement {
  const t = useWords(websiteLineWords);
  const { title, detail, help, fields = [] } = refused.problem;
  const said = fields.map(({ path, message }) => {
    const part = path.split('.').find((one): one is keyof typeof fieldWords => one in fieldWords);
    return part === undefined ? message : `${t(fieldWords[part])}: ${message}`;
  });
  return <ErrorNote title={title} detail={said.length > 0 ? said.join(' ') : (detail ?? help)} />;
}
