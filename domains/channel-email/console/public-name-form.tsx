import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, ErrorNote, Field, useAct, useWords, viewKey } from '#platform/ui';
import { getPublicName, readLetter, setPublicName } from '../contract.ts';
import { signatureWords } from './signature-words.ts';

/** How customers read one's name: in the name of a mail, in templates and signatures. */
export function PublicNameForm(props: { readonly name: string }): ReactElement {
  const t = useWords(signatureWords);
  const client = useQueryClient();
  const [name, setName] = useState(props.name);
  const save = useAct(setPublicName);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(
      { body: { name } },
      {
        onSuccess: (next) => {
          client.setQueryData(viewKey(getPublicName), next);
          void client.invalidateQueries({ queryKey: [readLetter.path] });
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-lg border border-line bg-surface px-4 py-3">
      <Field
        label={t('publicName')}
        hint={t('publicNameHint')}
        maxLength={120}
        value={name}
        onChange={(event) => {
          save.reset();
          setName(event.target.value);
        }}
      />
      {save.error && <ErrorNote title={save.error.problem.title} detail={save.error.problem.help} />}
      <div className="flex items-center gap-3">
        <Button type="submit" look="primary" disabled={save.isPending || name.trim() === props.name}>
          {t('save')}
        </Button>
        <span role="status" className="text-xs text-text-3">
          {save.isSuccess && t('saved')}
        </span>
      </div>
    </form>
  );
}
