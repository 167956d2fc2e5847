/** Bounds: what one mail may ask of us. Beyond them it is still read, with a trouble noted. */
export const MAX_HEADER_BYTES = 1024 * 1024;
export const MAX_HEADER_LINES = 5_000;
export const MAX_PART_DEPTH = 60;
export const MAX_ATTACHMENTS = 1_000;
export const MAX_REFERENCES = 500;
export const MAX_ADDRESSES = 2_000;
export const MAX_SUBJECT_CHARACTERS = 2_000;

/** One person or box as a mail names it; `name` is empty when the mail gives none. */
export type MailAddress = { name: string; address: string };

/** One header line: name in lower case, value unfolded, bytes read as text, encoded words left as they are. */
export type MailHeader = { name: string; value: string };

/** A file, an inline image, or a part that is no body (a delivery status, a forwarded message). */
export type MailAttachment = {
  name: string | null;
  type: string;
  disposition: 'inline' | 'attachment' | null;
  /** Without angle brackets. */
  contentId: string | null;
  /** Shown inside the body: the HTML asks for it by its content id. */
  isInline: boolean;
  bytes: Uint8Array;
};

/** What reading had to mend or leave; shown in the mail ledger, never a reason to lose the mail. */
export type MailTrouble =
  | 'headers-too-long'
  | 'no-blank-line'
  | 'mime-unreadable'
  | 'body-as-raw-text'
  | 'too-many-attachments'
  | 'too-many-references'
  | 'no-sender';

/** A mail, read. Ids are without angle brackets, addresses as written but trimmed. */
export type Mail = {
  from: MailAddress | null;
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  /** Where it arrived: Delivered-To, X-Original-To, Envelope-To and the like, then To, Cc, Bcc; lower case, no doubles. */
  recipients: string[];
  /** null when the header is absent, '' when it is the null sender `<>`. */
  returnPath: string | null;
  subject: string;
  date: Date | null;
  messageId: string | null;
  inReplyTo: string[];
  /** Oldest first, as the sender's client gave them. */
  references: string[];
  text: string | null;
  html: string | null;
  attachments: MailAttachment[];
  headers: MailHeader[];
  troubles: MailTrouble[];
};

/** The first header of that name, or null. */
export function headerOf(mail: Pick<Mail, 'headers'>, name: string): string | null {
  return mail.headers.find((header) => header.name === name)?.value ?? null;
}
