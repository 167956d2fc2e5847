/** "wrote" as the clients say it before a quote. Kept as data: another language is another word. */
const WROTE = [
  'wrote',
  'writes',
  'a écrit',
  'écrit',
  'schrieb',
  'schrieb am',
  'geschrieben',
  'escribió',
  'escribio',
  'ha escrito',
  'escreveu',
  'ha scritto',
  'scrisse',
  'schreef',
  'geschreven',
  'skrev',
  'skrev den',
  'skrifaði',
  'kirjoitti',
  'napisał',
  'napisała',
  'napisał\\(a\\)',
  'pisze',
  'napsal',
  'napsala',
  'napsal\\(a\\)',
  'píše',
  'napísal',
  'napísal\\(a\\)',
  'написал',
  'написала',
  'написал\\(а\\)',
  'написал\\(-а\\)',
  'пишет',
  'пише',
  'написав',
  'написа',
  'писао је',
  'je napisao',
  'je napisala',
  'a scris',
  'írta',
  'ezt írta',
  'yazdı',
  'şunu yazdı',
  'έγραψε',
  'rašė',
  'rakstīja',
  'kirjutas',
  'ha escrit',
  'va escriure',
  'viết',
  'đã viết',
  'menulis',
  'เขียน',
  'написано',
  'כתב',
  'כתבה',
  'מאת',
  'كتب',
  'نوشت',
  '写道',
  '寫道',
  '撰写',
  '님이 작성',
  '작성',
  '書きました',
  'のメッセージ',
  'さんは書きました',
  '写到',
];
const WROTE_PATTERN = WROTE.join('|');

/** The verb as a word of its own (CJK has no word borders, so only letters of the same kind are looked at). */
export const WROTE_WORD = new RegExp(`(?<![\\p{L}])(?:${WROTE_PATTERN})(?![\\p{L}])|写道|寫道|작성|書きました`, 'iu');
/** … with at most a colon and decoration behind it. */
export const WROTE_AT_END = new RegExp(`(?:${WROTE_PATTERN})(?:[^\\p{L}\\p{N}]{0,12}|\\s?:.{0,3})$`, 'iu');

/** Labels of the header block that Outlook and others put above the original, in the languages they ship. */
const LABELS = {
  from: 'from|von|de|da|van|fra|från|od|от|от кого|від|lähettäjä|feladó|kimden|από|desde|expéditeur|mittente|remetente|dari|差出人|发件人|發件人|寄件者|보낸 사람|מאת|من|nuo|no|kellelt|saatja|från|avsändare|отправитель',
  sent: 'sent|date|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviada em|enviado em|fecha|data|inviato|verzonden|skickat|sendt|dato|lähetetty|päivä|wysłano|odesláno|odeslané|отправлено|дата|надіслано|gönderilme tarihi|tarih|elküldve|dátum|送信日時|日時|日付|发送时间|日期|寄件日期|보낸 날짜|날짜|ημερομηνία|στάλθηκε|תאריך|التاريخ|trimis|dikirim',
  to: 'to|an|à|a|para|pour|aan|naar|til|till|do|dla|komu|кому|kime|címzett|vastaanottaja|προς|destinataire|destinatario|destinatário|către|kepada|宛先|收件人|收件者|받는 사람|אל|إلى|kam|kellele',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|konu|tárgy|θέμα|subiect|subjek|件名|主题|主題|標題|제목|נושא|الموضوع|tema|teema',
  other:
    'cc|kopie|copie|копия|bcc|reply-to|risposta|antwort an|répondre à|importance|priority|wichtigkeit|attachments|anlagen|kopi|kopia|cópia|抄送|참조|organization|sender',
};
type Label = keyof typeof LABELS;
const LABEL_OF = new Map(
  (Object.keys(LABELS) as Label[]).flatMap((kind) => LABELS[kind].split('|').map((word) => [word, kind] as const)),
);
const HEADER_LINE = /^[\s>]{0,12}[*_]{0,2}([\p{L}][\p{L} '-]{0,24}?)[*_]{0,2}\s?[:：][*_]{0,2}(\s|$|<|[^\s/])/u;

/** Which field of a mail's header a body line looks like, or null. */
export function headerLabel(line: string): Label | null {
  const label = HEADER_LINE.exec(line.slice(0, 200))?.[1]?.trim().toLowerCase();
  return label === undefined ? null : (LABEL_OF.get(label) ?? null);
}

/** Words of a forward, inside a dashed line or an Apple "Begin …:" line. */
export const FORWARD_WORD =
  /forward|weitergeleitet|weiterleit|transf[ée]r|transmis|reenvia|encaminhad|inoltrat|doorgestuurd|vidarebefordra|videresend|välitetty|przekazan|preposlan|přeposlan|пересыл|пересла|переслан|переадрес|iletilen|továbbított|προωθ|retransmis|redirecționat|転送|转发|轉寄|전달|הועבר|معاد توجيه|persiunt/i;

/** Lines a phone or a mail program adds by itself. */
export const DEVICE_SIGNATURE = new RegExp(
  [
    // A sentence about where one writes from is no signature.
    '^\\W{0,4}sent (from|via|with|using|by) (?!.*\\b(is|was|are|were|but|because)\\b).{1,160}$',
    '^\\W{0,4}from my [^.]{2,40}$',
    '^\\W{0,4}get \\[?outlook for .{1,120}$',
    '^.{0,40}\\b(von|mit) mein\\p{L}{1,2} .{2,60} gesendet\\W{0,4}.{0,60}$',
    '^\\W{0,4}von mein\\p{L}{1,2} .{2,40} (gesendet|geschickt)\\W{0,4}$',
    '^\\W{0,4}gesendet (von|mit|über) .{2,120}$',
    '^\\W{0,4}(diese|gesendet).{0,40}gesendet\\W{0,4}$',
    '^\\W{0,4}envoyé (depuis|de|à partir|avec) .{2,120}$',
    '^\\W{0,4}enviad[oa] (desde|do|a partir|de) .{2,120}$',
    '^\\W{0,4}inviato d[ae].{2,120}$',
    '^\\W{0,4}verzonden (met|vanaf|via) .{2,120}$',
    '^\\W{0,4}sendt fra .{2,120}$',
    '^\\W{0,4}skickat från .{2,120}$',
    '^\\W{0,4}lähetetty .{2,120}$',
    '^\\W{0,4}wysłan[eoa] z .{2,120}$',
    '^\\W{0,4}odesláno z .{2,120}$',
    '^\\W{0,4}отправлено (с|из) .{2,120}$',
    '^\\W{0,4}надіслано з .{2,120}$',
    '^.{0,40}(iphone|ipad|android).{0,20}(傳送|发送|發送|から送信|에서 보냄|dan gönderildi)\\W{0,4}$',
    '^(從|从|发自|發自).{1,60}$',
    '^\\S{1,30} from mobile$',
  ].join('|'),
  'iu',
);
