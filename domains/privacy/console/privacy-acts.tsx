import { Download, Eraser } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, type CustomerPieceProps, fetchFile, useWords } from '#platform/ui';
import { EraseDialog } from './erase-dialog.tsx';
import { HoldAct } from './hold-act.tsx';
import { privacyWords } from './words.ts';

/** Export and erase, for who may. */
export function PrivacyActs(props: CustomerPieceProps): ReactElement {
  const t = useWords(privacyWords);
  const { customerId, name, can } = props;
  const [isErasing, setErasing] = useState(false);
  const [state, setState] = useState<'rest' | 'gathering' | 'failed'>('rest');
  const exportAll = (): void => {
    setState('gathering');
    const address = `/api/customers/${encodeURIComponent(customerId)}/export`;
    void fetchFile(address, `customer-${customerId}.json`).then(
      () => setState('rest'),
      () => setState('failed'),
    );
  };
  return (
    <>
      {can.includes('export') && (
        <Button title={t('exportTitle', { name })} disabled={state === 'gathering'} onClick={exportAll}>
          <Download className="size-4" />
          {t(state === 'gathering' ? 'exporting' : 'export')}
        </Button>
      )}
      {can.includes('erase') && <HoldAct customerId={customerId} name={name} />}
      {can.includes('erase') && (
        <Button className="text-danger-text!" onClick={() => setErasing(true)}>
          <Eraser className="size-4" />
          {t('erase')}
        </Button>
      )}
      {state === 'failed' && (
        <p role="alert" className="w-full text-danger-text">
          {t('exportFailed')}
        </p>
      )}
      {isErasing && <EraseDialog customerId={customerId} name={name} onClose={() => setErasing(false)} />}
    </>
  );
}
