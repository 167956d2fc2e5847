import { ArrowLeft, CalendarClock, Gem, Handshake, Phone, Repeat2, UserRound } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import {
  Avatar,
  Button,
  Chip,
  dateOf,
  FactList,
  JourneySteps,
  KeyValues,
  languageNameOf,
  OrderedSections,
  type Say,
  SideSection,
  StatTiles,
  timeOf,
  useNow,
  useView,
  useWords,
  Part,
} from '#platform/ui';
import { isPreview } from '../shell/is-preview.ts';
import { AppLink, useGo } from '../shell/links.tsx';
import { sockets } from '../sockets.ts';
import { PanelLink } from './panel-link.tsx';
import { panelWords } from './panel-words.ts';
import { Earlier, useTheirs } from './panel-earlier.tsx';
import { Undeliverable } from './undeliverable.tsx';
import { factsOf, journeyOf, statsOf } from './so-far.ts';
import { boughtOf, useBought } from './bought.ts';
import { getConversation, readCustomer } from '../routes.ts';
import type { ConversationView, CustomerBeside } from './views.ts';
import { inboxWords } from './words.ts';

type InboxSay = Say<keyof typeof inboxWords.en>;

/**
 * Who it is, then sections in the order their reader likes: what the domains put first (the order), what is known so far,
 * the journey, earlier, details, and what else the domains add (R29).
 */
export function CustomerPanel(props: { readonly id: string; readonly view: string }): ReactElement | null {
  const t = useWords(inboxWords);
  const conversation: ConversationView | undefined = useView(getConversation, { params: { id: props.id } }).data;
  const moveWords = useMemo(
    () => ({ up: (title: string) => t('moveUp', { title }), down: (title: string) => t('moveDown', { title }) }),
    [t],
  );
  const known = useKnown(conversation);
  if (conversation === undefined) return null;
  const customer = { ...known, ...conversation.beside?.customer };
  return (
    <>
      <Identity
        name={conversation.customer.name || t('noName')}
        customerId={conversation.customer.id}
        customer={customer}
        t={t}
        {...props}
      />
      <OrderedSections
        storageKey="rapport.panel-order"
        words={moveWords}
        sections={[
          ...brought(true, conversation, t),
          ...besideSections(customer, t),
          ...ownSections(conversation, customer, t),
          ...brought(false, conversation, t),
        ]}
      />
    </>
  );
}

/** Counted from what is here: the conversation itself, and this customer's others as far as this teammate sees them. */
function useKnown(conversation: ConversationView | undefined): CustomerBeside {
  const t = useWords(panelWords);
  const now = useNow();
  const pages = useTheirs(conversation?.customer.id ?? '', conversation !== undefined);
  const bought = useBought(conversation?.customer.id);
  if (conversation === undefined || pages.data === undefined) return {};
  const rows = pages.data.pages.flatMap((page) => page.rows);
  const before = { rows, isPart: pages.hasNextPage, ...boughtOf(bought.data, conversation.subject) };
  return {
    stats: statsOf(conversation, before, now, t),
    facts: factsOf(conversation, now, t),
    factsAt: new Date(pages.dataUpdatedAt).toISOString(),
    journey: journeyOf(conversation, before, now, t),
  };
}

interface Section {
  readonly id: string;
  readonly node: ReactElement;
}

function foldOf(t: InboxSay, title: string) {
  return (open: boolean): string => t(open ? 'fold' : 'unfold', { title });
}

/** What stands beside the conversation: the facts so far, the journey; each only where it is known. */
function besideSections(customer: CustomerBeside, t: InboxSay): readonly Section[] {
  const { facts, journey } = customer;
  const sections: Section[] = [];
  if (facts)
    sections.push({
      id: 'so-far',
      node: (
        <SideSection
          id="so-far"
          title={t('soFar')}
          toggleLabel={foldOf(t, t('soFar'))}
          aside={customer.factsAt && t('counted', { time: timeOf(customer.factsAt) })}
        >
          <FactList facts={facts.map((fact) => ({ icon: factIcons[fact.sign], text: <FactText fact={fact} /> }))} />
        </SideSection>
      ),
    });
  if (journey)
    sections.push({
      id: 'journey',
      node: (
        <SideSection
          id="journey"
          title={t('journey')}
          toggleLabel={foldOf(t, t('journey'))}
          aside={isPreview && <PanelLink href="/journeys">{t('map')}</PanelLink>}
        >
          <JourneySteps steps={journey} />
        </SideSection>
      ),
    });
  return sections;
}

/** What the domains bring: what one must know before anything is said stands above all else. */
function brought(isFirst: boolean, conversation: ConversationView, t: InboxSay): readonly Section[] {
  return sockets.panels
    .filter((panel) => (panel.isFirst === true) === isFirst)
    .map(({ id, title, component: Panel, isWhole, onlyFilled }) => {
      const piece = (
        <Part>
          <Panel
            conversationId={conversation.id}
            customerId={conversation.customer.id}
            subject={conversation.subject}
          />
        </Part>
      );
      const node = isWhole ? (
        piece
      ) : (
        <SideSection id={id} title={title} onlyFilled={onlyFilled} toggleLabel={foldOf(t, title)}>
          {piece}
        </SideSection>
      );
      return { id, node };
    });
}

/** Earlier matters and details. */
function ownSections(conversation: ConversationView, customer: CustomerBeside, t: InboxSay): readonly Section[] {
  const tags = conversation.tags.length > 0 ? [{ key: t('tags'), value: <Tags conversation={conversation} /> }] : [];
  return [
    {
      id: 'earlier',
      node: <Earlier conversation={conversation} t={t} toggleLabel={foldOf(t, t('earlier'))} />,
    },
    {
      id: 'details',
      node: (
        <SideSection id="details" title={t('details')} toggleLabel={foldOf(t, t('details'))}>
          <KeyValues rows={[...(customer.details ?? detailsOf(conversation, t)), ...tags]} />
          <div className="-mx-4 empty:hidden">
            <Undeliverable
              brandId={conversation.brandId}
              addresses={conversation.participants.flatMap((one) => (one.role === 'requester' && one.address) || [])}
            />
          </div>
        </SideSection>
      ),
    },
  ];
}

function Identity(props: {
  readonly name: string;
  readonly customerId: string;
  readonly customer: CustomerBeside;
  readonly t: InboxSay;
  readonly id: string;
  readonly view: string;
}): ReactElement {
  const { customer, t } = props;
  const go = useGo();
  const now = useNow();
  const known = useView(readCustomer, { params: { id: props.customerId } } as never).data;
  const zone = customer.zone ?? known?.zone;
  const speaks = customer.languageName ?? (known?.locale ? languageNameOf(known.locale) : null);
  const local = zone && t('there', { time: timeOf(new Date(now), zone) });
  return (
    <section className="border-b border-line px-4 pt-[13px] pb-3.5">
      <div className="flex items-center gap-3">
        <Button
          look="ghost"
          square
          className="-ms-2 phone:hidden"
          aria-label={t('closePanel')}
          onClick={() => go(`/inbox/${props.view}/${props.id}`)}
        >
          <ArrowLeft className="turns size-[22px]" />
        </Button>
        <Avatar name={props.name} sizePx={44} />
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="flex items-center gap-1.5">
            <h2 className="truncate text-md leading-5">
              <AppLink
                href={`/customers/${props.customerId}`}
                label={props.name}
                current={false}
                className="hover:underline"
              >
                <bdi>{props.name}</bdi>
              </AppLink>
            </h2>
            {customer.isVip && (
              <Gem className="size-3.5 text-brand-text" role="img" aria-label={t('vip')} aria-hidden="false" />
            )}
          </div>
          <span className="truncate text-xs text-text-3">
            {[customer.place ?? known?.place, local, speaks].filter(Boolean).join(', ')}
          </span>
        </div>
        {isPreview && (
          <Button look="ghost" size="sm" square aria-label={t('call')} title={t('call')}>
            <Phone />
          </Button>
        )}
      </div>
      {customer.stats && <StatTiles stats={customer.stats} />}
    </section>
  );
}

const factIcons = {
  contacts: <Repeat2 />,
  person: <UserRound />,
  date: <CalendarClock />,
  promise: <Handshake />,
} as const;

function FactText({ fact }: { readonly fact: NonNullable<CustomerBeside['facts']>[number] }): ReactElement {
  return (
    <>
      {fact.text}
      {fact.strong && <b className="font-medium">{fact.strong}</b>}
      {fact.after}
    </>
  );
}

/** What the conversation itself knows of its customer. */
function detailsOf(
  conversation: ConversationView,
  t: InboxSay,
): readonly { readonly key: string; readonly value: string }[] {
  const address = conversation.participants.find((one) => one.role === 'requester')?.address;
  return [
    ...(address ? [{ key: t('address'), value: address }] : []),
    { key: t('contacts'), value: String(conversation.contactCount) },
    { key: t('openedAt'), value: dateOf(conversation.openedAt) },
  ];
}

function Tags({ conversation }: { readonly conversation: ConversationView }): ReactElement {
  return (
    <span className="flex flex-wrap gap-1">
      {conversation.tags.map((tag) => (
        <Chip key={tag.id} tone="outline">
          <bdi>{tag.name}</bdi>
        </Chip>
      ))}
    </span>
  );
}
