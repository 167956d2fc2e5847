/** A mail of the story as it comes over the wire. */
export interface RawMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly at: Date;
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[];
  readonly headers?: readonly string[];
}

/** Writes the mail as RFC 5322 has it; the boundary is fixed, so that the same story has the same bytes. */
export function rawMail(mail: RawMail): Buffer {
  const lines = [
    `From: ${word(mail.from.name)} <${mail.from.address}>`,
    `To: <${mail.to}>`,
    `Subject: ${word(mail.subject)}`,
    `Date: ${mail.at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${mail.messageId}`,
    ...(mail.inReplyTo ? [`In-Reply-To: ${mail.inReplyTo}`, `References: ${mail.inReplyTo}`] : []),
    ...(mail.headers ?? []),
    'MIME-Version: 1.0',
  ];
  const body = mail.html
    ? parts('alternative', 'story-words', [leaf('text/plain', mail.text), leaf('text/html', mail.html)])
    : leaf('text/plain', mail.text);
  const files = (mail.files ?? []).map((file) =>
    [
      `Content-Type: ${file.type}; name="${file.name}"`,
      `Content-Disposition: attachment; filename="${file.name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      wrapped(file.bytes),
    ].join('\r\n'),
  );
  return Buffer.from(
    `${lines.join('\r\n')}\r\n${files.length > 0 ? parts('mixed', 'story-files', [body, ...files]) : body}\r\n`,
  );
}

/** What a mail host sends back when it could not deliver a mail of ours. */
export function bounceMail(of: { messageId: string; recipient: string; from: string; to: string; at: Date }): Buffer {
  const report = [
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.post.example',
    '',
    `Final-Recipient: rfc822; ${of.recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 This mailbox does not exist',
  ].join('\r\n');
  const original = [
    'Content-Type: message/rfc822-headers',
    '',
    `Message-ID: ${of.messageId}`,
    `To: <${of.recipient}>`,
    'Subject: Re: our answer',
  ].join('\r\n');
  return Buffer.from(
    [
      `From: Mail delivery <${of.from}>`,
      `To: <${of.to}>`,
      'Subject: Undelivered: your reply',
      `Date: ${of.at.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <bounce.${of.at.getTime()}@mx.post.example>`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      parts('report; report-type=delivery-status', 'story-report', [
        leaf('text/plain', `Your mail to ${of.recipient} could not be delivered: this mailbox does not exist.`),
        report,
        original,
      ]),
      '',
    ].join('\r\n'),
  );
}

function parts(kind: string, boundary: string, bodies: readonly string[]): string {
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...bodies.flatMap((body) => [`--${boundary}`, body]),
    `--${boundary}--`,
  ].join('\r\n');
}

function leaf(type: string, text: string): string {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    wrapped(Buffer.from(text)),
  ].join('\r\n');
}

function wrapped(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
}

/** A header word, encoded where it is not plain; short enough for one encoded word each. */
function word(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return /[",()<>@]/.test(text) && !text.includes(' ') ? `"${text}"` : text;
  const pieces = text.match(/.{1,18}/gu) ?? [];
  return pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ');
}
