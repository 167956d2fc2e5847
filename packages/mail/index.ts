export {
  MAX_ATTACHMENTS,
  MAX_HEADER_BYTES,
  MAX_PART_DEPTH,
  MAX_REFERENCES,
  headerOf,
  type Mail,
  type MailAddress,
  type MailAttachment,
  type MailHeader,
  type MailTrouble,
} from './mail.ts';
export { readMail } from './read.ts';
export { parseAddresses, readIds } from './headers.ts';
export { decodeText } from './charset.ts';
export type { Bounce, BouncedRecipient } from './bounce.ts';
export { classify, type Classified, type Evidence, type MailKind, type OwnMark } from './classify.ts';
export { mintMessageId, plusAddress, plusToken, readMessageId, readPlusToken } from './ids.ts';
export { bareSubject, isReplySubject, subjectTags } from './forward.ts';
export {
  threadingEvidence,
  threadingQuestions,
  type Known,
  type KnownConversation,
  type ThreadingDecision,
  type ThreadingQuestions,
  type ThreadingRule,
  type ThreadingSign,
} from './threading.ts';
export { visibleReply, type BodyPart, type PartKind, type VisibleReply } from './visible-reply.ts';
export { visibleReplyHtml, type VisibleReplyHtml } from './visible-reply-html.ts';
export { MAX_SAFE_HTML_CHARACTERS, safeHtml, type SafeHtml, type SafeHtmlOptions } from './safe-html.ts';
export { htmlToText } from './html-to-text.ts';
export {
  composeReply,
  forwardSubject,
  replySubject,
  textToHtml,
  type OutgoingMail,
  type ReplyDraft,
} from './compose-reply.ts';
