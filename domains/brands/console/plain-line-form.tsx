import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, ErrorNote, Field, useAct, useWords } from '#platform/ui';
import { BrandId, changeLine, type LineView, openLine } from '../contract.ts';
import { channelWords } from './words.ts';

/** Name and address: all a line needs whose channel brings no form of its own. */
export function PlainLineForm(props: {
  readonly line: LineView | null;
  readonly brandId: string | undefined;
  readonly channel: string;
  readonly onOpened: (lineId: string) => void;
}): ReactElement {
  const t = useWords(channelWords);
  const { line, channel, brandId } = props;
  const [name, setName] = useState(line?.name ?? '');
  const [address, setAddress] = useState(line?.address ?? '');
  const open = useAct(openLine);
  const change = useAct(changeLine);
  const refused = open.error ?? change.error;
  const onSuccess = (saved: LineView): void => props.onOpened(saved.id);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (line === null)
      open.mutate(
        { body: { channel, name, address, ...(brandId ? { brandId: BrandId.parse(brandId) } : {}) } },
        { onSuccess },
      );
    else change.mutate({ params: { id: line.id }, body: { name } }, { onSuccess });
  };
  const mayChange = line === null || line.can.includes('configure');
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 px-5 pb-4">
      <Field
        label={t('name')}
        hint={t('nameHint')}
        required
        disabled={!mayChange}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t('address')}
        required
        disabled={line !== null}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      {refused && (
        <ErrorNote
          title={refused.problem.title}
          detail={refused.problem.fields?.[0]?.message ?? refused.problem.detail}
        />
      )}
      {mayChange && (
        <div className="flex items-center gap-2">
          <Button type="submit" look="primary" disabled={open.isPending || change.isPending}>
            {line === null ? t('openLine') : t('save')}
          </Button>
          <span role="status" className="text-text-3">
            {change.isSuccess && t('saved')}
          </span>
        </div>
      )}
    </form>
  );
}
