import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { listFields, shownFields } from '#domains/customers/contract';
import { ErrorNote, FieldForm, type FormField, type Refusal, useAct, useView, viewKey } from '#platform/ui';
import { type ConversationView, getConversation, setFields } from '../contract.ts';

/** A conversation's own fields as its form is filled in now, and a way to say one: shown at once, taken back where refused. */
export function useConversationFields(conversationId: string): {
  readonly fields: readonly FormField[];
  /** Why they could not be read. */
  readonly failure: Refusal | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly isLocked: boolean;
  readonly refusal: Refusal | null;
  readonly isPending: boolean;
  readonly set: (id: string, value: unknown) => void;
} {
  const client = useQueryClient();
  const asked = { params: { id: conversationId } };
  const opened = useView(getConversation, asked);
  const conversation: ConversationView | undefined = opened.data;
  const known = useView(listFields, {});
  const all = known.data?.rows ?? [];
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
    failure: conversation && known.data ? null : (opened.error ?? known.error),
    values,
    isLocked: conversation?.can.includes('set-reason') !== true,
    refusal: give.error,
    isPending: give.isPending,
    set,
  };
}

/** Beside a conversation: the workspace's own fields. Where there are none, nothing is said: its section is not there. */
export function FieldsPanel(props: { readonly conversationId: string }): ReactElement | null {
  const { fields, failure, values, refusal, isLocked, set } = useConversationFields(props.conversationId);
  if (failure) return <ErrorNote title={failure.problem.title} detail={failure.problem.help} />;
  if (fields.length === 0) return null;
  return <FieldForm fields={fields} values={values} refusal={refusal} isLocked={isLocked} onSet={set} />;
}
