import { useState } from 'react';
import { Refusal, useAct, useView } from '#platform/ui';
import { inviteTeammate, listRoles } from '../routes.ts';

/** Most that are invited in one go. */
const mostAtOnce = 50;

/** Somebody who was invited here: their link, and what became of its mail. */
export interface InvitedHere {
  readonly name: string;
  readonly address: string;
  readonly url: string;
  readonly mail: { readonly outcome: 'sent' | 'failed' | 'not-confirmed'; readonly says: string } | null;
}

/** A line that made nobody, and why. */
export interface NotInvited {
  readonly line: string;
  readonly why: string | null;
}

/** Several people invited at once: what is typed, whom it made, and what was refused and stays to be mended. */
export function useInvites(isAsked: boolean) {
  const invite = useAct(inviteTeammate);
  const roles = useRolesToGive(isAsked);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [byMail, setByMail] = useState(true);
  const [invited, setInvited] = useState<readonly InvitedHere[]>([]);
  const [refused, setRefused] = useState<readonly NotInvited[]>([]);

  /** Asks one after another, so that what is refused says so of its own line. */
  const send = async (): Promise<void> => {
    const roleId = chosen ?? roles[0]?.id;
    if (roleId === undefined) return;
    const left: NotInvited[] = [];
    for (const line of linesOf(text)) {
      const person = personIn(line);
      if (person === null) {
        left.push({ line, why: null });
        continue;
      }
      try {
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const reply = await invite.mutateAsync({ body: { ...person, roleIds: [roleId as never], zone, byMail } });
        setInvited((all) => [...all, { ...person, url: reply.invitationUrl, mail: reply.mail }]);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        left.push({ line, why: error.problem.fields?.[0]?.message ?? error.problem.title });
      }
    }
    setRefused(left);
    setText(left.map(({ line }) => line).join('\n'));
  };
  const isBusy = invite.isPending;
  return {
    text,
    setText,
    roles,
    chosen: chosen ?? roles[0]?.id,
    setChosen,
    byMail,
    setByMail,
    invited,
    refused,
    send,
    isBusy,
  };
}

/** The roles that may be given, the desk that answers customers first. */
function useRolesToGive(isAsked: boolean): readonly { readonly id: string; readonly label: string }[] {
  const roles = useView(listRoles, {}, { enabled: isAsked }).data?.rows.filter(({ can }) => can.includes('give')) ?? [];
  const isFirst = (deskId: string): number => Number(deskId === 'agent');
  return [...roles]
    .sort((one, other) => isFirst(other.deskId) - isFirst(one.deskId))
    .map(({ id, name }) => ({ id, label: name }));
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n,;]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, mostAtOnce);
}

/** `Ana Lee <ana@example.com>`, or the address alone: then they are called by what stands before the @ until they say otherwise. */
function personIn(line: string): { readonly name: string; readonly address: string } | null {
  const [, said = '', address = line] = /^(.*?)\s*<([^<>]+)>$/u.exec(line) ?? [];
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(address)) return null;
  const before = address.slice(0, address.indexOf('@')).split(/[._-]+/u);
  const made = before.map((word) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1)).join(' ');
  return { name: said === '' ? made : said, address };
}
