import type { House } from '#platform/domain';
import { NoticeBody, type NoticeView } from './contract.ts';
import type { Notice } from './queries.ts';

/** Where what a notice is about opens in the console, as the domain that keeps it says; otherwise the list. */
export function placeOf(house: Pick<House, 'subjects'>, about: Pick<Notice, 'subjectKind' | 'subjectId'>): string {
  const subject = house.subjects.get(about.subjectKind);
  return subject ? subject.place + about.subjectId : '/notices';
}

/** Row to view. A kind that this version no longer has is shown as quietly as a mention. */
export function noticeView(house: House, notice: Notice): NoticeView {
  return {
    id: notice.id as NoticeView['id'],
    kind: notice.kind,
    level: house.noticeKinds.get(notice.kind)?.level ?? 'mention',
    subjectKind: notice.subjectKind,
    subjectId: notice.subjectId,
    place: placeOf(house, notice),
    body: NoticeBody.parse(notice.body),
    occurredAt: notice.occurredAt.toISOString(),
    seenAt: notice.seenAt?.toISOString() ?? null,
  };
}
