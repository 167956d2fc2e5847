import { useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { listTeams } from '#domains/teams/contract';
import {
  Button,
  CheckField,
  Dialog,
  ErrorNote,
  type ThreadPlace,
  useAct,
  useTell,
  useView,
  useWords,
} from '#platform/ui';
import { type ConfidenceView, confideConversation, getConfidence, unconfideConversation } from '../contract.ts';
import { usePeople } from './use-people.ts';
import { depthWords } from './words.ts';

/** Who may see a conversation: everybody of its team, or those named here alone. */
export function ConfideDialog(props: {
  readonly place: ThreadPlace;
  readonly onClose: () => void;
}): ReactElement | null {
  const kept = useView(getConfidence, { params: { id: props.place.conversationId } }).data;
  return kept ? <Guests {...props} kept={kept} /> : null;
}

function Guests(props: {
  readonly place: ThreadPlace;
  readonly kept: ConfidenceView;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(depthWords);
  const client = useQueryClient();
  const tell = useTell();
  const { place, kept } = props;
  const params = { id: place.conversationId };
  const [people, setPeople] = useState<readonly string[]>(kept.teammateIds);
  const [teams, setTeams] = useState<readonly string[]>(kept.teamIds);
  const teammates = usePeople();
  const allTeams = useView(listTeams, {}).data?.rows ?? [];
  const confide = useAct(confideConversation);
  const unconfide = useAct(unconfideConversation);
  const problem = (confide.error ?? unconfide.error)?.problem;
  const done = (text: string) => () => {
    void client.invalidateQueries();
    tell({ id: `confide-${place.conversationId}`, icon: <Lock />, text, stayMs: 6000 });
    props.onClose();
  };
  const save = (): void =>
    confide.mutate(
      { params, body: { teammateIds: [...people], teamIds: [...teams] } },
      { onSuccess: done(t('confided')) },
    );
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('confidentialTitle', { number: place.number })}
      foot={
        <>
          {kept.confidential && (
            <Button onClick={() => unconfide.mutate({ params }, { onSuccess: done(t('unconfided')) })}>
              {t('openAgain')}
            </Button>
          )}
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={confide.isPending} onClick={save}>
            {t(kept.confidential ? 'saveGuests' : 'makeConfidential')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('confideHint')}</p>
        <Choices
          legend={t('people')}
          options={teammates.map(({ id, name }) => ({ id, name }))}
          chosen={people}
          onChoose={setPeople}
        />
        {allTeams.length > 0 && <Choices legend={t('teams')} options={allTeams} chosen={teams} onChoose={setTeams} />}
        {problem && <ErrorNote title={problem.title} detail={problem.detail ?? problem.help} />}
      </div>
    </Dialog>
  );
}

function Choices(props: {
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}): ReactElement {
  const { chosen } = props;
  return (
    <fieldset className="flex max-h-52 flex-col gap-1.5 overflow-y-auto">
      <legend className="mb-1 text-xs font-semibold text-text-2">{props.legend}</legend>
      {props.options.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(isIn) => props.onChoose(isIn ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
    </fieldset>
  );
}
