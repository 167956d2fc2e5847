import { useQueryClient } from '@tanstack/react-query';
import { Plus, Tag } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Chip, ErrorNote, newId, useAct, useTell, useView, useWords } from '#platform/ui';
import { archiveField, fieldKinds, type FieldView, listFields, restoreField } from '../contract.ts';
import { FieldDialog } from './field-dialog.tsx';
import { fieldSettingWords } from './field-setting-words.ts';

type Edited = { readonly kind: FieldView['kind']; readonly field: FieldView | undefined } | undefined;

/** Settings > Fields: what a workspace wants to know of customers, companies and conversations. */
export function FieldsPage(): ReactElement {
  const t = useWords(fieldSettingWords);
  const { data, error } = useView(listFields, {});
  const [edited, setEdited] = useState<Edited>();
  const rows: readonly FieldView[] = data?.rows ?? [];
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1>{t('title')}</h1>
        <p className="mt-1 text-text-3">{t('lead')}</p>
      </div>
      {error && <ErrorNote title={t('failed')} detail={error.problem.help ?? error.problem.title} />}
      {fieldKinds.map((kind) => {
        const ofKind = rows.filter((field) => field.kind === kind);
        return (
          <section key={kind} aria-label={t(kind)}>
            <header className="flex items-center gap-3 border-b border-line pb-1.5">
              <h2 className="flex-1 text-md">{t(kind)}</h2>
              <Button
                size="sm"
                aria-label={t('addTo', { kind: t(kind).toLowerCase() })}
                onClick={() => setEdited({ kind, field: undefined })}
              >
                <Plus className="size-3.5" />
                {t('add')}
              </Button>
            </header>
            {data && ofKind.length === 0 && <p className="py-2.5 text-text-3">{t('none')}</p>}
            <ul>
              {ofKind.map((field) => (
                <FieldLine key={field.id} field={field} onEdit={() => setEdited({ kind, field })} />
              ))}
            </ul>
          </section>
        );
      })}
      {edited && <FieldDialog {...edited} all={rows} onClose={() => setEdited(undefined)} />}
    </div>
  );
}

function FieldLine(props: { readonly field: FieldView; readonly onEdit: () => void }): ReactElement {
  const t = useWords(fieldSettingWords);
  const client = useQueryClient();
  const tell = useTell();
  const archive = useAct(archiveField);
  const restore = useAct(restoreField);
  const { field } = props;
  const isAway = field.archivedAt !== null;
  const fresh = (): void => void client.invalidateQueries({ queryKey: [listFields.path] });
  const asked = { params: { id: field.id } };
  const putAway = (): void => {
    const back = (): void => void restore.mutateAsync(asked).then(fresh);
    const onSuccess = (): void => {
      fresh();
      tell({ id: newId(), icon: <Tag />, text: t('archived', { name: field.name }), stayMs: 8000, undo: back });
    };
    archive.mutate(asked, { onSuccess });
  };
  const refused = (archive.error ?? restore.error)?.problem;
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line py-1.5">
      <b dir="auto" className="font-semibold">
        {field.name}
      </b>
      <Chip tone="outline">{t(field.type)}</Chip>
      {field.isRequired && <Chip tone="warn">{t('requiredShort')}</Chip>}
      {isAway && <Chip>{t('away')}</Chip>}
      {field.can.includes('edit') && (
        <span className="ms-auto flex gap-1.5">
          {!isAway && (
            <Button size="sm" aria-label={t('editField', { name: field.name })} onClick={props.onEdit}>
              {t('edit')}
            </Button>
          )}
          <Button
            size="sm"
            aria-label={t(isAway ? 'restoreField' : 'archiveField', { name: field.name })}
            onClick={isAway ? () => restore.mutate(asked, { onSuccess: fresh }) : putAway}
          >
            {t(isAway ? 'restore' : 'archive')}
          </Button>
        </span>
      )}
      {refused && <ErrorNote title={refused.title} detail={refused.help} />}
    </li>
  );
}
