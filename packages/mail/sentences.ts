/** What a host, a list or a lawyer adds below a letter, in a row a language or two. */
const FOOTER = new RegExp(
  [
    'confidential|privileged|intended (only|solely|recipient)|disclaimer|unsubscribe|mailing list|subscribed to|virus|view it on|do not print|consider the environment|this e-?mail (and|is|was|may|has)|reply to this e-?mail',
    'vertraulich|diese (e-?mail|nachricht) (und|enthält|ist|wurde)|abbestellen|abmelden|geschäftsführer|amtsgericht|handelsregister|sitz der gesellschaft',
    'confidentiel|ce (message|courriel) (et|est|peut)|désabonner|désinscri|destinataire',
    'confidencial|este (mensaje|correo|e-?mail|mensagem)|esta mensagem|darse de baja|cancelar (a|la) (inscrição|suscripción)|destinat[aá]ri[oa]',
    'riservat|questo messaggio|questa e-?mail|disiscri|destinatario',
    'vertrouwelijk|dit bericht|deze e-?mail|afmelden|uitschrijven|geadresseerde',
    'konfidenti|fortrolig|luottamuksellin|denne e-?(mail|post)|detta meddelande|avregistrera|avmeld|afmeld',
    'poufn|důvěrn|dôvern|wypisa|odhlásit|конфиденциальн|конфіденційн|отписаться|відписатися|bizalmas|gizli|confidențial|εμπιστευτικ',
    '机密|保密|取消订阅|退訂|機密|配信停止|기밀|수신거부|סודי|سري|ลับ|rahasia|bảo mật',
  ].join('|'),
  'iu',
);
const ITEM = /^([-*•]|\d{1,2}[.)])\s+\S/u;
const MIN_WORDS = 3;
const MIN_LONG_LINE = 40;
const MAX_LINE = 2_000;

/** Whether a line is one that people write to each other: a sentence or an item of a list, no name and no number. */
export function isSentence(line: string): boolean {
  const bare = line.slice(0, MAX_LINE).trim();
  if (ITEM.test(bare) || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}\p{sc=Thai}].{4,}[。！？.?!]$/u.test(bare))
    return true;
  const words = bare.match(/\p{L}[\p{L}\p{M}'’]*/gu)?.length ?? 0;
  return words >= MIN_WORDS && (/[.?!…]["'”»)\]]?$/u.test(bare) || (bare.length >= MIN_LONG_LINE && words >= 6));
}

/** Whether a host, a list or a lawyer added it. */
export function isFooter(line: string): boolean {
  return FOOTER.test(line.slice(0, MAX_LINE));
}
