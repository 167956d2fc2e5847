import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { AppLink, Button, Chip, Dialog, ErrorNote, Skeleton, useAct, useRooms, useView, useWords } from '#platform/ui';
import { type ImportView, readImport, runImport, undoImport } from '../contract.ts';
import { MappingForm } from './mapping-form.tsx';
import { Report } from './report.tsx';
import { type ImportWord, importWords } from './words.ts';

const rowHeightPx = 48;
const atWork = ['checking', 'running', 'undoing'];

/** One file: what its columns mean, what would happen, and what did; each step as far as it may go. */
export function ImportDetail(props: { readonly id: string }): ReactElement {
  const t = useWords(importWords);
  useRooms([`import:${props.id}`]);
  const { data: view, error } = useView(readImport, { params: { id: props.id as never } });
  if (error && !view) return <ErrorNote title={t('failed')} detail={error.problem.help ?? error.problem.title} />;
  if (!view) return <Skeleton rows={5} rowHeightPx={rowHeightPx} label={t('loading')} />;
  const isAtWork = atWork.includes(view.state);
  return (
    <div className="flex flex-col gap-4">
      <header>
        <AppLink
          href="/settings/imports"
          label={t('back')}
          current={false}
          className="inline-flex min-h-6 items-center gap-1.5 text-text-2"
        >
          <ArrowLeft className="size-4 rtl:rotate-180" />
          {t('back')}
        </AppLink>
        <h1 className="text-xl">
          <bdi>{view.fileName}</bdi>
        </h1>
        <p className="flex flex-wrap items-center gap-2 text-text-2" role="status">
          <Chip tone={view.state === 'done' ? 'ok' : 'outline'}>{t(`state-${view.state}` as ImportWord)}</Chip>
          {isAtWork ? t('progress', { done: view.progress, all: view.rowCount }) : t('lines', { count: view.rowCount })}
        </p>
      </header>
      {view.can.includes('check') && <MappingForm key={view.state} view={view} />}
      {!isAtWork && Object.keys(view.counts).length > 0 && <Report view={view} />}
      <Acts view={view} />
    </div>
  );
}

function Acts(props: { readonly view: ImportView }): ReactElement {
  const t = useWords(importWords);
  const client = useQueryClient();
  const { view } = props;
  const [isAsking, setAsking] = useState(false);
  const run = useAct(runImport);
  const undo = useAct(undoImport);
  const asked = { params: { id: view.id as never } };
  const onSuccess = (): void => {
    setAsking(false);
    void client.invalidateQueries({ queryKey: [readImport.path] });
  };
  const wrong = (run.error ?? undo.error)?.problem;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {wrong && <ErrorNote title={wrong.title} detail={wrong.help} />}
      {view.can.includes('run') && (
        <Button look="primary" disabled={run.isPending} onClick={() => run.mutate(asked, { onSuccess })}>
          {t('run')}
        </Button>
      )}
      {view.can.includes('undo') && <Button onClick={() => setAsking(true)}>{t('undo')}</Button>}
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('undoTitle', { file: view.fileName })}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button look="danger" disabled={undo.isPending} onClick={() => undo.mutate(asked, { onSuccess })}>
              {t('undo')}
            </Button>
          </>
        }
      >
        <p>
          <bdi>{t('undoSays')}</bdi>
        </p>
      </Dialog>
    </div>
  );
}
