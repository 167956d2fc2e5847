/** Labels of the header block that Outlook and others put above the original, in the languages they ship. */
const LABELS = {
  from: 'from|von|de|da|van|fra|frá|från|od|от|от кого|від|від кого|lähettäjä|feladó|kimden|gönderen|από|desde|expéditeur|mittente|remetente|remitente|dari|差出人|送信者|发件人|發件人|寄件者|寄件人|보낸 사람|보낸사람|מאת|من|از|فرستنده|nuo|no|kellelt|saatja|sendandi|avsändare|avsender|afsender|отправитель|відправник|подател|de la|expeditor|odosielateľ|odesílatel|nadawca|šalje|pošiljatelj|šalje|từ|người gửi|จาก|pengirim|daripada|bidali|de part de|nork|expeditorul',
  sent: 'sent|date|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviado em|enviada|enviada em|enviat|fecha|data|data wysłania|inviato|inviata|verzonden|skickat|sendt|sent dato|dato|lähetetty|päivä|päivämäärä|päiväys|wysłano|wysłane|odesláno|odeslané|odoslané|dátum odoslania|отправлено|дата|дата отправки|надіслано|изпратено|gönderilme tarihi|gönderilme|gönderildi|gönderme|gönderme tarihi|tarih|elküldve|küldve|dátum|送信日時|日時|日付|发送时间|发送日期|日期|時間|时间|寄件日期|傳送時間|보낸 날짜|보낸날짜|날짜|ημερομηνία|στάλθηκε|εστάλη|נשלח|תאריך|תאריך שליחה|التاريخ|تم الإرسال|أرسلت|أُرسلت|تاريخ الإرسال|تاریخ|ارسال شده|trimis|dată|data trimiterii|dikirim|terkirim|tanggal|tarikh|đã gửi|gửi|ngày|ngày gửi|ส่ง|ส่งแล้ว|ส่งเมื่อ|วันที่|poslano|poslané|išsiųsta|nosūtīts|saadetud|bidalia|sendingardagur|відправлено|gönderilen|saadetud kuupäev',
  to: 'to|an|à|a|para|pour|per|per a|aan|naar|til|till|do|dla|komu|кому|kime|alıcı|címzett|vastaanottaja|προς|destinataire|destinatari|destinatario|destinatário|către|catre|kepada|ke|за|до|宛先|收件人|收件者|받는 사람|받는사람|אל|إلى|الى|به|گیرنده|kam|kellele|prima|za|đến|tới|người nhận|ถึง|nori|viðtakandi|delivered-to|destinatarul|pre|adresat',
  subject:
    'subject|betreff|betrifft|objet|sujet|asunto|assunto|assumpte|oggetto|onderwerp|ämne|emne|efni|aihe|otsikko|temat|předmět|predmet|zadeva|тема|относно|konu|tárgy|θέμα|subiect|subjek|perihal|件名|題名|主题|主題|主旨|标题|標題|제목|נושא|הנדון|הנושא|الموضوع|موضوع|tema|teema|gaia|chủ đề|tiêu đề|เรื่อง|ชื่อเรื่อง|หัวเรื่อง|subiectul|naslov',
  other:
    'cc|dw|odgovori na|odpověď na|odpovedať-pre|odpowiedź-do|svar til|svara till|antwoord aan|vastaus|válaszcím|másolatot kap|rispondi a|răspuns către|ответ-кому|кому відповісти|yanıt adresi|kopie|copie|copie à|копия|копія|копие|bcc|cci|cco|ccn|blindkopie|bilgi|reply-to|reply to|risposta|antwort an|répondre à|responder a|beantwoorden|importance|priority|wichtigkeit|priorität|importancia|attachments|anlagen|anhänge|anhang|pièces jointes|adjuntos|anexos|allegati|bijlagen|kopi|kopia|kópia|kopio|másolat|cópia|κοιν|κοινοποίηση|עותק|نسخة|رونوشت|สำเนา|tembusan|抄送|副本|参考|참조|添付ファイル|附件|organization|sender|message-id|resent-from|list-unsubscribe|x-mailer|user-agent|mime-version|content-type',
};
export type HeaderLabel = keyof typeof LABELS;
const LABEL_OF = new Map(
  (Object.keys(LABELS) as HeaderLabel[]).flatMap((kind) =>
    LABELS[kind].split('|').map((word) => [word, kind] as const),
  ),
);
const HEADER_LINE =
  /^[\s>]{0,12}[*_|]{0,3}\s?([\p{L}][\p{L}\p{M} '-]{0,24}?)[*_]{0,2}\s?(?:[:：][*_]{0,2}(?:\s|$|<|[^\s/])|\|\s)/u;

/** Which field of a mail's header a body line looks like, or null. */
export function headerLabel(line: string): HeaderLabel | null {
  const label = HEADER_LINE.exec(line.slice(0, 200))?.[1]?.trim().toLowerCase();
  return label === undefined ? null : (LABEL_OF.get(label) ?? null);
}
