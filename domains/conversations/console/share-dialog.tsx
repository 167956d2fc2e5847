import { useQueryClient } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import {
  Button,
  Dialog,
  ErrorNote,
  newId,
  SelectField,
  TextField,
  type ThreadPlace,
  useAct,
  useNow,
  useTell,
  useView,
  useWords,
  whenOf,
} from '#platform/ui';
import { endShare, listShares, shareConversation, type SharesView } from '../contract.ts';
import { outsideWords } from './outside-words.ts';

/** With which guests a conversation is shared; one more, with a note that says what is asked of them; and the end of it. */
export function ShareDialog(props: { readonly place: ThreadPlace; readonly onClose: () => void }): ReactElement | null {
  const shares = useView(listShares, { params: { id: props.place.conversationId } } as never).data;
  return shares ? <Sharing {...props} shares={shares} /> : null;
}

function Sharing(props: {
  readonly place: ThreadPlace;
  readonly shares: SharesView;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(outsideWords);
  const client = useQueryClient();
  const tell = useTell();
  const { place, shares } = props;
  const [guestId, setGuestId] = useState('');
  const [note, setNote] = useState({ id: newId(), text: '' });
  const share = useAct(shareConversation);
  const guest = shares.guests.find((one) => one.id === guestId);
  const text = note.text.trim();
  const done = (): void => {
    void client.invalidateQueries();
    tell({
      id: `share-${place.conversationId}`,
      icon: <UserRoundCheck />,
      text: t('shared', { name: guest?.name ?? '' }),
      stayMs: 6000,
    });
    props.onClose();
  };
  const body = { teammateId: guestId, ...(text === '' ? {} : { note: { id: note.id, text } }) };
  const save = (): void => share.mutate({ params: { id: place.conversationId }, body } as never, { onSuccess: done });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('shareTitle', { number: place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('done')}</Button>
          {shares.guests.length > 0 && (
            <Button look="primary" disabled={guest === undefined || share.isPending} onClick={save}>
              {t('share')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('shareHint')}</p>
        {shares.rows.length > 0 && <Shared place={place} rows={shares.rows} />}
        {shares.guests.length > 0 ? (
          <>
            <SelectField
              label={t('guest')}
              value={guestId}
              options={[
                { id: '', label: t('chooseGuest') },
                ...shares.guests.map(({ id, name }) => ({ id, label: name })),
              ]}
              onChoose={setGuestId}
            />
            <TextField
              label={t('noteToThem')}
              hint={t('noteHint')}
              rows={3}
              value={note.text}
              onChange={(event) => setNote({ ...note, text: event.target.value })}
            />
          </>
        ) : (
          <p className="text-text-2">{t(shares.rows.length > 0 ? 'allGuests' : 'noGuests')}</p>
        )}
        {share.error && <ErrorNote title={share.error.problem.title} detail={share.error.problem.help} />}
      </div>
    </Dialog>
  );
}

function Shared({ place, rows }: { readonly place: ThreadPlace; readonly rows: SharesView['rows'] }): ReactElement {
  const t = useWords(outsideWords);
  const now = useNow();
  const client = useQueryClient();
  const tell = useTell();
  const end = useAct(endShare);
  const done = (name: string): void => {
    void client.invalidateQueries();
    tell({ id: `share-${name}`, icon: <UserRoundCheck />, text: t('ended', { name }), stayMs: 6000 });
  };
  const stop = ({ teammateId, name }: SharesView['rows'][number]): void =>
    end.mutate({ params: { id: place.conversationId, teammateId } } as never, {
      onSuccess: () => done(name),
    });
  return (
    <ul aria-label={t('sharedWith')} className="flex flex-col gap-1.5">
      {rows.map((row) => (
        <li key={row.teammateId} className="flex items-center gap-2">
          <span className="flex min-w-0 flex-1 flex-col">
            <bdi className="truncate font-semibold">{row.name}</bdi>
            <span className="text-xs text-text-3">
              <bdi>{t('sharedBy', { when: whenOf(row.since, now), by: row.by ?? '' })}</bdi>
            </span>
          </span>
          <Button
            size="sm"
            disabled={end.isPending}
            aria-label={t('endFor', { name: row.name })}
            onClick={() => stop(row)}
          >
            {t('endSharing')}
          </Button>
        </li>
      ))}
      {end.error && <ErrorNote title={end.error.problem.title} detail={end.error.problem.help} />}
    </ul>
  );
}
