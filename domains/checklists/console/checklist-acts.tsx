import { type ReactElement, useState } from 'react';
import { Button, Dialog, ErrorNote, SelectField, type ThreadPlace, useCommand, useWords } from '#platform/ui';
import { templateWords } from './template-words.ts';
import { useTemplates } from './use-templates.ts';

/** Keeps the command at hand that puts a checklist into the open conversation. */
export function ChecklistActs(place: ThreadPlace): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  useCommand('checklist', () => setOpen(true), place.can.includes('note'));
  return isOpen ? <ChecklistDialog place={place} onClose={() => setOpen(false)} /> : null;
}

/** Chooses a checklist, and says what it will write down before it does. */
function ChecklistDialog(props: { readonly place: ThreadPlace; readonly onClose: () => void }): ReactElement {
  const t = useWords(templateWords);
  const { rows, add, isPending, refusal } = useTemplates(props.place.conversationId);
  const [chosen, setChosen] = useState('');
  const template = rows?.find((one) => one.id === chosen) ?? rows?.[0];
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('insertTitle', { number: props.place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={!template || isPending}
            onClick={() => template && add(template.id, props.onClose)}
          >
            {t('insert')}
          </Button>
        </>
      }
    >
      {template ? (
        <div className="flex flex-col gap-3">
          <SelectField
            label={t('which')}
            value={template.id}
            options={(rows ?? []).map(({ id, name }) => ({ id, label: name }))}
            disabled={isPending}
            onChoose={setChosen}
          />
          <ul aria-label={t('tasks')} className="flex list-disc flex-col gap-1 ps-5">
            {template.tasks.map((task) => (
              <li key={task.title} dir="auto">
                {task.title}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="text-text-2">{rows ? t('none') : !refusal && t('loading')}</p>
      )}
      {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.help} />}
    </Dialog>
  );
}
