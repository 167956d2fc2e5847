import { Moon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, runCommand, useNow, useView, useWords, type WritingPlace, firstNameOf } from '#platform/ui';
import { getConversation } from '../contract.ts';
import { clockIn, isNightIn } from './both-times.ts';
import { laterWords } from './later-words.ts';
import { useTheirZone } from './use-their-zone.ts';

/** It is night where the customer is: the way to let it leave in their morning (R31). */
export function NightPiece(place: WritingPlace): ReactElement | null {
  const t = useWords(laterWords);
  const now = new Date(useNow());
  const zone = useTheirZone(place.customerId);
  const conversation = useView(getConversation, { params: { id: place.conversationId } }).data;
  if (place.mode !== 'reply' || place.text.trim() === '' || zone === undefined || !isNightIn(now, zone)) return null;
  const name = firstNameOf(conversation?.customer.name ?? '');
  return (
    <div className="flex items-center gap-2 px-3 pb-1.5 text-xs text-text-2">
      <Moon className="size-3.5" />
      <span>{t('nightThere', { clock: clockIn(now, zone), name })}</span>
      <Button size="xs" onClick={() => void runCommand('sendLater')}>
        {t('sendAtEight')}
      </Button>
    </div>
  );
}
