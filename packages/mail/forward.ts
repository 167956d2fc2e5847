import type { Mail } from './mail.ts';

const REPLY_PREFIX =
  /^\s*(?:(?:re|aw|antw|antwort|sv|vs|vá|odp|rv?|res|rif|r|ynt|ref|回复|回覆|答复|返信|הערה|тема|отв|ответ|на|bls|atb|odg|odpověď|ad|απ|yan|rép|réf|svar|vast|vastus|ats|răsp|balas|відп|відповідь|رد|تعليق|השב|trả lời|ตอบกลับ)(?:\s*[[(]?\d{0,3}[\])]?)?\s*[:：]\s*)/iu;
const FORWARD_PREFIX =
  /^\s*[[(]?(?:fwd?|fw|wg|redir\.?|videresend|прсл|转|tr|trs|rv|enc|i|vl|vb|doorst|doorgest|doorgestuurd|pd|pdl|przek|videresendt|videres|vidarebef|vs|fs|пер|пересл|переадр|переадрес|переслано|fwd|прпр|прп|inoltr[ao]?|reenv(?:iado)?|reencaminhad[ao]|enc(?:aminhad[ao])?|[iİ]lt|[iİ]letilen|tovább|továbbítás|továbbítva|προθ|πρθ|прслд|preposl|přeposl|proslijeđeno|转发|轉寄|轉發|转寄|転送|전달|إعادة توجيه|توجيه|إرسال|הועבר|העברה|بازارسال|chuyển tiếp|ส่งต่อ|terusan|diteruskan)[\])]?\s*[:：]/iu;

/** Tags a product writes into subjects: `[#1234]`, `[Ticket#1234]`, `(Case 1234)`. */
export function subjectTags(subject: string): number[] {
  const tags = [
    ...subject.matchAll(/[[(](?:[\p{L}-]{1,20}[ :]?)?(?:#|nr\.?|no\.?|[\p{L}]{1,20} )\s?(\d{1,12})[\])]/giu),
  ];
  return [...new Set(tags.map((match) => Number(match[1])))].filter(Number.isSafeInteger);
}

/** The subject without answers' and forwards' prefixes and tags: what two mails of a thread share. */
export function bareSubject(subject: string): string {
  let bare = subject;
  for (let i = 0; i < 10; i += 1) {
    const next = bare.replace(REPLY_PREFIX, '').replace(FORWARD_PREFIX, '').trim();
    if (next === bare) break;
    bare = next;
  }
  return bare.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether the subject says that this answers something. */
export function isReplySubject(subject: string): boolean {
  return REPLY_PREFIX.test(subject);
}

/**
 * Whether the mail passes another on, in any language. The prefix is one sign; the others are not words: a reference
 * without an In-Reply-To, the original carried as a part, X-Forwarded headers, a body that opens with a mail's header.
 */
export function forwardSigns(mail: Mail, forwardMarker: string | null): string[] {
  const signs: string[] = [];
  if (FORWARD_PREFIX.test(mail.subject) && !isAmbiguous(mail))
    signs.push(`the subject begins like a forward: ${mail.subject.slice(0, 40)}`);
  // "Re:" with a mail attached is an answer that shows something; the same without is a forward as attachment.
  const isAnswer = isReplySubject(mail.subject) && mail.inReplyTo.length > 0;
  if (!isAnswer && mail.attachments.some((one) => one.type === 'message/rfc822')) signs.push('it carries a whole mail');
  const header = mail.headers.find((one) =>
    ['x-forwarded-message-id', 'resent-from', 'resent-message-id'].includes(one.name),
  );
  if (header) signs.push(`a header of forwarding: ${header.name}`);
  if (!isAnswer && forwardMarker !== null) signs.push(`a forwarded mail in the body: ${forwardMarker.slice(0, 60)}`);
  return signs;
}

/** `Vs:` is a Finnish answer and a Danish forward, `RV:`/`R:`/`I:` differ by country: an In-Reply-To decides. */
function isAmbiguous(mail: Mail): boolean {
  return /^\s*(vs|rv|i|enc)\s*[:：]/iu.test(mail.subject) && mail.inReplyTo.length > 0;
}
