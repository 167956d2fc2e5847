import { BadgeCheck, Plus, X } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, Chip, dateOf, ErrorNote, Field, newId, SelectField, useTell, useWords } from '#platform/ui';
import {
  addIdentity,
  type CustomerView,
  type IdentityKind,
  removeIdentity,
  unverifyIdentity,
  verifyIdentity,
} from '../contract.ts';
import { Card } from './card.tsx';
import { useCustomerAct } from './use-customer-act.ts';
import { customerWords } from './words.ts';

type Identity = CustomerView['identities'][number];

/** How a customer is found: each address and number, whether somebody made sure of it, and one more. */
export function IdentitiesCard({ customer }: { readonly customer: CustomerView }): ReactElement {
  const t = useWords(customerWords);
  const [isAdding, setAdding] = useState(false);
  const mayEdit = customer.can.includes('edit');
  return (
    <Card
      title={t('reachedBy')}
      action={
        mayEdit && (
          <Button size="sm" look="ghost" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            <Plus className="size-3.5" />
            {t('addIdentity')}
          </Button>
        )
      }
    >
      {customer.identities.length === 0 && <p className="text-text-3">{t('noIdentity')}</p>}
      <ul className="flex flex-col gap-1">
        {customer.identities.map((identity) => (
          <IdentityLine key={identity.id} customer={customer} identity={identity} mayEdit={mayEdit} />
        ))}
      </ul>
      {isAdding && <NewIdentity customerId={customer.id} onDone={() => setAdding(false)} />}
    </Card>
  );
}

function IdentityLine(props: {
  readonly customer: CustomerView;
  readonly identity: Identity;
  readonly mayEdit: boolean;
}): ReactElement {
  const t = useWords(customerWords);
  const { customer, identity } = props;
  const { verify, remove, error } = useIdentityActs(customer, identity);
  const isVerified = identity.verifiedAt !== null;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
      <span className="w-24 flex-none text-text-3">{t(identity.kind)}</span>
      <bdi className="min-w-0 flex-1 basis-40 break-all">{identity.value}</bdi>
      {identity.undeliverableAt !== null && (
        <Chip tone="bad">{t('undeliverable', { when: dateOf(identity.undeliverableAt) })}</Chip>
      )}
      {isVerified && (
        <Chip tone="ok">
          <BadgeCheck />
          {t('verified')}
        </Chip>
      )}
      {!isVerified && <Chip tone="outline">{t('notVerified')}</Chip>}
      {props.mayEdit && (
        <span className="flex gap-1">
          <Button
            size="sm"
            aria-label={`${t(isVerified ? 'unverify' : 'verify')}: ${identity.value}`}
            onClick={() => verify(!isVerified)}
          >
            {t(isVerified ? 'unverify' : 'verify')}
          </Button>
          <Button
            size="sm"
            look="ghost"
            square
            aria-label={t('removeIdentity', { value: identity.value })}
            onClick={remove}
          >
            <X />
          </Button>
        </span>
      )}
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
    </li>
  );
}

function useIdentityActs(customer: CustomerView, identity: Identity) {
  const t = useWords(customerWords);
  const tell = useTell();
  const { id } = customer;
  const onVerify = useCustomerAct(verifyIdentity, id);
  const onUnverify = useCustomerAct(unverifyIdentity, id);
  const onRemove = useCustomerAct(removeIdentity, id);
  const add = useCustomerAct(addIdentity, id);
  const params = { id, identityId: identity.id };
  const verify = (isVerified: boolean): void => {
    const verifiedAt = isVerified ? new Date().toISOString() : null;
    (isVerified ? onVerify : onUnverify).act({ params }, (now) => ({
      ...now,
      identities: now.identities.map((one) => (one.id === identity.id ? { ...one, verifiedAt } : one)),
    }));
  };
  const back = (): void => add.act({ params: { id }, body: { kind: identity.kind, value: identity.value } });
  const remove = (): void => {
    const without = (now: CustomerView): CustomerView => ({
      ...now,
      identities: now.identities.filter((one) => one.id !== identity.id),
    });
    onRemove.act({ params }, without, () =>
      tell({
        id: newId(),
        icon: <X />,
        text: t('identityRemoved', { value: identity.value }),
        stayMs: 8000,
        undo: back,
      }),
    );
  };
  return { verify, remove, error: onVerify.error ?? onUnverify.error ?? onRemove.error };
}

/** What a person types; visitors are told by their browsers alone. */
const typedKinds = ['address', 'phone', 'handle', 'external'] as const;

function NewIdentity(props: { readonly customerId: string; readonly onDone: () => void }): ReactElement {
  const t = useWords(customerWords);
  const [kind, setKind] = useState<(typeof typedKinds)[number]>('address');
  const [value, setValue] = useState('');
  const add = useCustomerAct(addIdentity, props.customerId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (value.trim() === '') return;
    add.act({ params: { id: props.customerId }, body: { kind: kind as IdentityKind, value } }, undefined, props.onDone);
  };
  return (
    <form onSubmit={submit} className="mt-2 flex flex-wrap items-end gap-2 border-t border-line pt-3">
      <SelectField
        label={t('kind')}
        value={kind}
        options={typedKinds.map((id) => ({ id, label: t(id) }))}
        onChoose={setKind}
      />
      <div className="min-w-44 flex-1">
        <Field
          label={t(kind)}
          autoFocus
          dir="auto"
          maxLength={320}
          value={value}
          problem={add.error ? [add.error.problem.title, add.error.problem.help].filter(Boolean).join('. ') : undefined}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
      <Button look="primary" type="submit" className="h-[38px]" disabled={value.trim() === '' || add.isPending}>
        {t('add')}
      </Button>
      <Button className="h-[38px]" onClick={props.onDone}>
        {t('cancel')}
      </Button>
    </form>
  );
}
