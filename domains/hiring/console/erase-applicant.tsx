import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, Dialog, ErrorNote, type PageOf, useAct, useWords } from '#platform/ui';
import {
  type ApplicationView,
  eraseApplication,
  type ErasureProof,
  listApplications,
  listOpenings,
  readApplication,
  readOpening,
} from '../contract.ts';
import { saveJson } from './save-json.ts';
import { hiringWords } from './words.ts';

type Pages = InfiniteData<PageOf<typeof listApplications>>;

/**
 * Names the person, says what goes, erases it, and shows the proof of what was removed. Once erased, their name stands
 * nowhere any more: it is taken from every list at once, without waiting until the lists are fetched again.
 */
export function EraseApplicant(props: {
  readonly view: ApplicationView;
  readonly onClose: () => void;
  /** It is erased, and the proof is on the screen. */
  readonly onErased: () => void;
  /** The proof was read. */
  readonly onGone: () => void;
}): ReactElement {
  const t = useWords(hiringWords);
  const client = useQueryClient();
  const act = useAct(eraseApplication);
  const proof = act.data;
  const forget = (): void => {
    client.setQueriesData<Pages>({ queryKey: [listApplications.path] }, (pages) => without(pages, props.view.id));
    client.removeQueries({ queryKey: [readApplication.path] });
    for (const route of [listApplications, listOpenings, readOpening])
      void client.invalidateQueries({ queryKey: [route.path] });
    props.onErased();
  };
  const foot = proof ? (
    <>
      <Button onClick={() => saveJson(`erasure-${proof.applicationId}.json`, proof)}>{t('downloadProof')}</Button>
      <Button look="primary" onClick={props.onGone}>
        {t('close')}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={props.onClose}>{t('keep')}</Button>
      <Button
        look="danger"
        disabled={act.isPending}
        onClick={() => act.mutate({ params: { id: props.view.id as never } }, { onSuccess: forget })}
      >
        {t('erase')}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={proof ? props.onGone : props.onClose}
      title={proof ? t('proof') : t('eraseTitle', { name: props.view.name })}
      foot={foot}
    >
      {proof ? <Proof proof={proof} /> : <p>{t('eraseSays')}</p>}
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
    </Dialog>
  );
}

function without(pages: Pages | undefined, id: string): Pages | undefined {
  return (
    pages && {
      ...pages,
      pages: pages.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== id) })),
    }
  );
}

function Proof(props: { readonly proof: ErasureProof }): ReactElement {
  const t = useWords(hiringWords);
  const says: Readonly<Record<string, string>> = {
    applications: t('gone-applications'),
    notes: t('gone-notes'),
    letters: t('gone-letters'),
    files: t('gone-files'),
  };
  return (
    <div className="flex flex-col gap-2">
      <p>{t('proofSays')}</p>
      <ul>
        {Object.entries(props.proof.removed).map(([what, count]) => (
          <li key={what}>{t('proofRow', { what: says[what] ?? what, count })}</li>
        ))}
      </ul>
    </div>
  );
}
