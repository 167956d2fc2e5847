import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Suspense, useState, type ReactElement } from 'react';
import {
  Button,
  Dialog,
  ErrorNote,
  SelectField,
  useAct,
  useGo,
  useSockets,
  useView,
  useWords,
  viewKey,
  AppLink,
} from '#platform/ui';
import { closeLine, type LineView, listBrands, listLines, readLine } from '../contract.ts';
import { channelIcon } from './channel-icon.tsx';
import { StateChip, type ChannelView } from './channel-table.tsx';
import { MoveLine } from './move-line.tsx';
import { PlainLineForm } from './plain-line-form.tsx';
import { channelWords } from './words.ts';

/** One line beside the list: its state, its channel's own form, its own pages, and the way to close it. */
export function LinePanel(props: { readonly line: LineView | null; readonly channel: ChannelView }): ReactElement {
  const t = useWords(channelWords);
  const go = useGo();
  const client = useQueryClient();
  const { line, channel } = props;
  const piece = useSockets().lines.find((one) => one.channel === channel.kind);
  const Form = piece?.form;
  const [brandId, setBrandId] = useState<string>();
  const onOpened = (lineId: string): void => {
    void client.invalidateQueries({ queryKey: [listLines.path] });
    void client.invalidateQueries({ queryKey: [readLine.path] });
    go(`/settings/channels/${lineId}`, { replace: true });
  };
  return (
    <aside
      aria-label={line?.name ?? t('newLine', { channel: channel.title })}
      data-pane="panel"
      className="flex w-[400px] flex-none flex-col overflow-y-auto border-s border-line bg-surface max-full:w-full max-full:border-s-0"
    >
      <header className="flex items-center gap-3 px-5 pt-5 pb-3">
        <span className="grid size-[38px] flex-none place-items-center rounded-[9px] bg-info-soft text-info-text">
          {channelIcon(channel.icon)}
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg">
            <bdi>{line?.name ?? t('newLine', { channel: channel.title })}</bdi>
          </h2>
          {line && (
            <p className="truncate text-text-3">
              <bdi>{line.address}</bdi>
            </p>
          )}
        </div>
        <Button look="ghost" size="sm" square aria-label={t('closePanel')} onClick={() => go('/settings/channels')}>
          <X />
        </Button>
      </header>
      {line && (
        <div className="flex flex-col gap-2 px-5 pb-3">
          <StateChip state={line.state} />
          {piece?.pages?.map((page) => (
            <AppLink
              key={page.id}
              href={`/settings/channels/${line.id}/${page.id}`}
              label={page.title}
              current={false}
              className="inline-flex min-h-6 items-center self-start font-semibold text-brand-text"
            >
              {page.title}
            </AppLink>
          ))}
        </div>
      )}
      {line === null && <BrandChoice value={brandId} onChoose={setBrandId} />}
      <Suspense fallback={null}>
        {Form ? (
          <Form lineId={line?.id ?? null} brandId={brandId} onOpened={onOpened} />
        ) : (
          <PlainLineForm line={line} brandId={brandId} channel={channel.kind} onOpened={onOpened} />
        )}
      </Suspense>
      {line?.can.includes('configure') && <CloseLine line={line} />}
    </aside>
  );
}

/** Whose line it is to be; asked only where there is more than one brand. */
function BrandChoice(props: {
  readonly value: string | undefined;
  readonly onChoose: (id: string) => void;
}): ReactElement | null {
  const t = useWords(channelWords);
  const brands = useView(listBrands, {}).data?.rows ?? [];
  if (brands.length < 2) return null;
  return (
    <div className="px-5 pb-3">
      <SelectField
        label={t('brand')}
        value={props.value ?? brands.find((brand) => brand.isFirst)?.id ?? ''}
        options={brands.map((brand) => ({ id: brand.id, label: brand.name }))}
        onChoose={props.onChoose}
      />
    </div>
  );
}

/** Closing cannot be taken back, so it asks, and says what stays. */
function CloseLine(props: { readonly line: LineView }): ReactElement {
  const t = useWords(channelWords);
  const go = useGo();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const close = useAct(closeLine);
  const { line } = props;
  const onSuccess = (): void => {
    setAsking(false);
    void client.invalidateQueries({ queryKey: viewKey(listLines).slice(0, 1) });
    go('/settings/channels', { replace: true });
  };
  return (
    <div className="mt-auto flex flex-wrap gap-2 border-t border-line px-5 py-3.5">
      <MoveLine line={line} />
      <Button look="ghost" size="sm" className="text-danger-text!" onClick={() => setAsking(true)}>
        {t('closeLine')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('closeSure', { name: line.name })}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{t('keep')}</Button>
            <Button
              look="danger"
              disabled={close.isPending}
              onClick={() => close.mutate({ params: { id: line.id } }, { onSuccess })}
            >
              {t('closeLine')}
            </Button>
          </>
        }
      >
        <p className="text-text-2">{t('closeLineLead')}</p>
        {close.error && <ErrorNote title={close.error.problem.title} detail={close.error.problem.detail} />}
      </Dialog>
    </div>
  );
}
