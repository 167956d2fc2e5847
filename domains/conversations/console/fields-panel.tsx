import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { listFields, shownFields } from '#domains/customers/contract';
import { FieldForm, type FormField, type Refusal, useAct, useView, useWords, viewKey } from '#platform/ui';
import { type ConversationView, getConversation, setFields } from '../contract.ts';
import { fieldWords } from './field-words.ts';

/** A conversation's own fields as its form is filled in now, and a way to say one: shown at once, taken back where refused. */
export function useConversationFields(conversationId: string): {
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly isLocked: boolean;
  readonly refusal: Refusal | null;
  readonly isPending: boolean;
  readonly set: (id: string, value: unknown) => void;
} {
  const client = useQueryClient();
  const asked = { params: { id: conversationId } };
  const conversation: ConversationView | undefined = useView(getConversation, asked).data;
  const all = useView(listFields, {}).data?.rows ?? [];
  const give = useAct(setFields);
  const values = conversation?.custom ?? {};
  const key = viewKey(getConversation, asked);
  const set = (id: string, value: unknown): void => {
    const { [id]: _, ...others } = values;
    const after = value === null ? others : { ...others, [id]: value };
    client.setQueryData<ConversationView>(key, (now) => now && { ...now, custom: after });
    give.mutate(
      { ...asked, body: { custom: { [id]: value } } },
      {
        onSuccess: (fresh) => client.setQueryData(key, fresh),
        onError: () => client.setQueryData<ConversationView>(key, (now) => now && { ...now, custom: values }),
      },
    );
  };
  return {
    fields: conversation ? shownFields(all, { kind: 'conversation', brandId: conversation.brandId }, values) : [],
    values,
    isLocked: conversation?.can.includes('set-reason') !== true,
    refusal: give.error,
    isPending: give.isPending,
    set,
  };
}

/** Beside a conversation: the workspace's own fields. */
export function FieldsPanel(props: { readonly conversationId: string }): ReactElement {
  const t = useWords(fieldWords);
  const { fields, values, refusal, isLocked, set } = useConversationFields(props.conversationId);
  if (fields.length === 0) return <p className="text-text-3">{t('noFields')}</p>;
  return <FieldForm fields={fields} values={values} refusal={refusal} isLocked={isLocked} onSet={set} />;
}
