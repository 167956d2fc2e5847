import { Eye } from 'lucide-react';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Button, type CustomerPieceProps, useWords } from '#platform/ui';
import { customerSightWords } from './sight-words.ts';

const SightDialog = lazy(async () => ({ default: (await import('./sight-dialog.tsx')).CustomerSightDialog }));

/** Asks who can see this customer, for whoever gives roles. */
export function SightAct(props: CustomerPieceProps): ReactElement | null {
  const t = useWords(customerSightWords);
  const [isOpen, setOpen] = useState(false);
  if (!props.can.includes('explain-sight')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Eye className="size-4" />
        {t('ask')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && (
          <SightDialog customerId={props.customerId} customerName={props.name} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  );
}
