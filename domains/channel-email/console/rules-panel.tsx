import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Chip, ErrorNote, timeOf, useAct, useView, useWords } from '#platform/ui';
import {
  type HeldAddress,
  letAddressThrough,
  type LineId,
  listHeldAddresses,
  listMailRules,
  type MailRule,
  MailRuleId,
  takeBackMailRule,
} from '../contract.ts';
import type * as z from 'zod';
import { ledgerWords } from './ledger-words.ts';
import { Section } from './section.tsx';
import { Unreachable } from './unreachable.tsx';

const aside =
  'flex w-[372px] flex-none flex-col gap-4 overflow-y-auto border-s border-line bg-surface px-5 py-4 max-full:w-full max-full:border-s-0';

/** What is always done, and who is held back now; each with the way to undo it. */
export function RulesPanel(props: {
  readonly lineId: z.output<typeof LineId>;
  readonly mayChange: boolean;
  readonly onClose: () => void;
  readonly onShow: (text: string) => void;
}): ReactElement {
  const t = useWords(ledgerWords);
  const params = { id: props.lineId };
  const rules = useView(listMailRules, { params });
  const held = useView(listHeldAddresses, { params });
  const refused = rules.error ?? held.error;
  return (
    <aside aria-label={t('rules')} data-pane="panel" className={aside}>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2>{t('rules')}</h2>
          <p className="text-text-3">{t('rulesLead')}</p>
        </div>
        <Button look="ghost" size="sm" square aria-label={t('closePanel')} onClick={props.onClose}>
          <X />
        </Button>
      </div>
      {refused && <ErrorNote title={refused.problem.title} detail={refused.problem.detail} />}
      <Section title={t('held')} empty={t('noHeld')} isEmpty={held.data?.rows.length === 0}>
        {held.data?.rows.map((one) => (
          <Held key={one.address} one={one} {...props} />
        ))}
      </Section>
      <Section title={t('always_')} empty={t('noRules')} isEmpty={rules.data?.rows.length === 0}>
        {rules.data?.rows.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </Section>
      <Unreachable />
    </aside>
  );
}

function Held(props: {
  readonly one: HeldAddress;
  readonly lineId: z.output<typeof LineId>;
  readonly mayChange: boolean;
  readonly onShow: (text: string) => void;
}): ReactElement {
  const t = useWords(ledgerWords);
  const client = useQueryClient();
  const pass = useAct(letAddressThrough);
  const { one } = props;
  const letIn = (): void =>
    pass.mutate(
      { params: { id: props.lineId }, body: { address: one.address } },
      {
        onSuccess: () => {
          for (const route of [listMailRules, listHeldAddresses])
            void client.invalidateQueries({ queryKey: [route.path] });
        },
      },
    );
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2.5">
      <b className="font-semibold break-all">
        <bdi>{one.address}</bdi>
      </b>
      <span className="text-xs text-text-3">{t('heldMails', { count: one.held, until: timeOf(one.until) })}</span>
      {pass.error && <ErrorNote title={pass.error.problem.title} detail={pass.error.problem.detail} />}
      <span className="flex flex-wrap gap-2">
        {props.mayChange && (
          <Button
            size="sm"
            disabled={pass.isPending}
            aria-label={t('letThroughOne', { who: one.address })}
            onClick={letIn}
          >
            {t('letThrough')}
          </Button>
        )}
        <Button size="sm" look="ghost" onClick={() => props.onShow(one.address)}>
          {t('showTheirs')}
        </Button>
      </span>
    </li>
  );
}

function Rule(props: { readonly rule: MailRule }): ReactElement {
  const t = useWords(ledgerWords);
  const client = useQueryClient();
  const back = useAct(takeBackMailRule);
  const { rule } = props;
  const takeBack = (): void =>
    back.mutate(
      { params: { id: MailRuleId.parse(rule.id) } },
      { onSuccess: () => void client.invalidateQueries({ queryKey: [listMailRules.path] }) },
    );
  return (
    <li className="flex items-center gap-2 px-3 py-2">
      <span className="min-w-0 flex-1">
        <b className="block font-semibold break-all">
          <bdi>{rule.of === 'list' ? t('listNamed', { name: rule.value }) : rule.value}</bdi>
        </b>
        <Chip tone={rule.act === 'never' ? 'outline' : 'ok'}>
          {t(rule.act === 'never' ? 'ruleNever' : 'ruleThrough')}
        </Chip>
        {back.error && <ErrorNote title={back.error.problem.title} detail={back.error.problem.detail} />}
      </span>
      {rule.can.includes('take-back') && (
        <Button
          size="sm"
          disabled={back.isPending}
          aria-label={t('takeBackOne', { who: rule.value })}
          onClick={takeBack}
        >
          {t('takeBack')}
        </Button>
      )}
    </li>
  );
}
