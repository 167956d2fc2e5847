/** Why a file does not agree: one line; `isRead` where ours is the same thing, only read further. */
export interface Explained {
  readonly why: string;
  readonly isRead?: true;
}

const hasNoCode = 'names no code and no reason that stands for one';
const returnsNoId = 'returns nothing of the mail that bears its id';
const isUnmarked =
  'a signature without any mark before it: nothing but the sender’s name tells it from the letter, so it is shown';

/** Each known disagreement, by set, what was compared, and file. A new one is told as not explained. */
const explained: Readonly<Record<string, Readonly<Record<string, Explained>>>> = {
  'email_reply_trimmer: visible reply': {
    'spam_1.txt': { why: 'holds quotes alone; its maker shows nothing, we never show an empty message' },
  },
  'email_reply_trimmer: words before what is passed on': {
    'embedded_email_10.txt': {
      why: 'three mails stand in each other: its maker cuts at the innermost, we at the first',
    },
  },
  'talon: signature': {
    jeff_body: { why: isUnmarked },
    johndoeexamplecom_body: { why: isUnmarked },
    long_body: { why: isUnmarked },
    short_url_body: { why: isUnmarked },
  },
  'github_email_reply_parser: visible reply': {
    'email_1_1.txt': { why: 'a name behind one dash: its maker folds it, we show it, as it may be the last of a list' },
  },
  'willdurand_EmailReplyParser: visible reply': {
    'email_15.txt': {
      why: 'a device’s line in the middle of a letter: its maker’s first fragment ends there, we show both halves',
    },
    'email_23_1.txt': {
      why: '“Something wrote:” stands alone within the letter: no date and no address, so it is the writer’s own',
    },
    'email_7.txt': { why: 'the quote was wrapped and lost its marks on some lines: what may be an answer is shown' },
  },
  'zammad: sender and subject': {
    'mail018.yml': {
      why: 'the subject is UTF-7 (RFC 2152), which that product leaves undecoded: it shows “+ANw-”, we the “Ü” that it means; to agree we would have to show a reader less',
      isRead: true,
    },
    'mail087.yml': {
      why: 'From is a name and a bare address; that product takes the line, name and all, for the address, which no answer could reach; we find the address in it',
      isRead: true,
    },
  },
  'zammad: sender': {
    'mail087.yml': {
      why: 'From is a name and a bare address; that product shows the line, we find the address in it',
      isRead: true,
    },
  },
  'zammad: subject': {
    'mail018.yml': { why: 'UTF-7, which that product leaves undecoded', isRead: true },
  },
  'zammad: name': {
    'mail019.yml': {
      why: 'From has a name and no address; that product takes both from elsewhere, we keep the name',
      isRead: true,
    },
    'mail046.yml': { why: 'unlabelled Chinese bytes, which that product reads as Latin letters', isRead: true },
    'mail076.yml': { why: 'From holds no address: that product calls the broken line a name, we give no name' },
    'mail087.yml': { why: 'From is a name and a bare address: the name is the name alone', isRead: true },
  },
  'zammad: attachments': {
    'mail073.yml': {
      why: 'a file name whose umlaut is labelled us-ascii: that product has a replacement sign in its place',
      isRead: true,
    },
    'mail082.yml': { why: 'a PDF sent as quoted-printable text: its line ends are written as LF, not CRLF' },
  },
  'payloads: bounce says whom it did not reach': {
    'lhost-x5-01.eml': { why: 'names no address but its own' },
  },
  'payloads: bounce says why (status)': {
    'lhost-notes-01.eml': { why: hasNoCode },
    'lhost-x5-01.eml': { why: hasNoCode },
  },
  'payloads: bounce names the mail it is about': {
    ...Object.fromEntries(
      [
        'courier',
        'domino',
        'exchange2003',
        'exchange2007',
        'mailmarshal',
        'mimecast',
        'opensmtpd',
        'postfix',
        'v5sendmail',
        'verizon',
      ]
        .flatMap((host) => [`lhost-${host}-01.eml`, `lhost-${host}-02.eml`])
        .map((file) => [file, { why: returnsNoId }]),
    ),
    'rhost-facebook-03.eml': { why: returnsNoId },
    'lhost-x1-01.eml': { why: 'returns a header where a part’s own header should stand, so no part holds it' },
  },
};

export function explanationOf(set: string, what: string, file: string): Explained | null {
  return explained[`${set}: ${what}`]?.[file] ?? null;
}
