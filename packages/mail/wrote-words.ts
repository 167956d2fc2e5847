/** "wrote" as mail programs say it before a quote, in a row a language. Kept as data: another language is another word. */
const WROTE = [
  'wrote|writes|has written|replied',
  'schrieb(?: am)?|geschrieben|schreibt',
  'a écrit|écrit|écrivait|a scris|a scritto',
  'escribió|escribio|ha escrito|escribía|va escriure|ha escrit|missatge de|escreveu|escreve|escribiu|idatzi du',
  'ha scritto|scrisse|scrive',
  'schreef|geschreven|skryf|het geskryf',
  'skrev(?: den)?|skrifaði|kirjoitti|kirjutas|rakstīja|rašė|parašė',
  'napisał(?:a|\\(a\\))?|napisana przez|pisze|nadesłał(?:a|\\(a\\))?|napsal(?:a|\\(a\\))?|píše|napísal(?:a|\\(a\\))?',
  'je(?: dne [^\\n]{1,40})? napisal[ao]?|napisal[ao]?|je napisa(?:o|la|o/la|la/o)|napisao|napisala|piše',
  'написал(?:а|\\(а\\)|\\(-а\\))?|пишет|написав(?:ла|\\(-ла\\)|\\(ла\\))?|написала|пише|написа|написано|писао је|је написао|је написала|напісаў',
  'a scris|scrie|ezt írta|írta|írja',
  'yazdı|şunu yazdı|şunları yazdı|yazmış|έγραψε|γράφει',
  'viết|đã viết|menulis|tulis|เขียนว่า|เขียน',
  'כתב|כתבה|כתב/ה|מאת|كتب|كتبت|كتب/ت|كتابة ما يلي بواسطة|نوشت|نوشته است|लिखा',
  '写道|寫道|撰写|撰寫|写到|写了|님이 작성|작성|이\\(가\\) 쓴 글|님이 쓴 글|쓴 글|님의 말',
  '書きました|さんは書きました|のメッセージ|のメール|さんからのメール',
];
const WROTE_PATTERN = WROTE.join('|');
/** Scripts without blanks between words: there a verb needs no border. */
const WITHOUT_BORDERS = '写道|寫道|작성|쓴 글|書きました|のメール|のメッセージ|เขียน';

/** The verb as a word of its own (CJK has no word borders, so only letters of the same kind are looked at). */
export const WROTE_WORD = new RegExp(`(?<![\\p{L}])(?:${WROTE_PATTERN})(?![\\p{L}])|${WITHOUT_BORDERS}`, 'iu');

/** … with at most a colon and decoration behind it. */
export const WROTE_AT_END = new RegExp(`(?:${WROTE_PATTERN})(?:[^\\p{L}\\p{N}]{0,12}|\\s?:.{0,3})$`, 'iu');

/** Webmail of the Horde family and some others name whom they cite, and no date. */
export const CITES =
  /^\W{0,3}(quoting|zitat von|zitiere|citando|citação de|citazione|selon|citát|cituji|cytowanie|citerar|citeren van|citat fra|цитирую|цитат[аи]) .{0,120}[:：]$/iu;

/** The writer speaks of themselves or to the reader: such a line leads a quote only where one follows. */
export const PERSONAL =
  /(?<!\p{L})(i|we|you|ich|wir|sie|ihr|ihnen|nous|vous|tu|yo|nosotros|usted|ustedes|lei|nós|você|vocês|ik|wij|jullie|jeg|jag|я|мы|вы|ми|ви|ben|biz|siz|我|我们|你|您|私|저|나)(?!\p{L})/iu;

/** How attributions begin: a preposition before the date, a weekday, or the date itself. */
export const BEGINS =
  /^[\W_]{0,8}((on|at|in|am|um|le|el|il|em|no dia|às|den|op|dnia|w dniu|dne|dňa|dana|på|az|в|у|на|la|pe|în|vào|pada|tarihinde|ημέρα|στις|ב|בתאריך|في|بتاريخ|در|در تاریخ|在|于|ในวันที่|เมื่อ|el día|oseba|wiadomość)\s|\d{1,4}[\s./年년-]|ב-\d|(mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom|gio|sab|seg|ter|qua|qui|sex|man|tir|ons|tor|lør|søn|pon|wt|śr|czw|pt|sob|niedz|пн|вт|ср|чт|пт|сб|вс|нд|нед|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|субота|неділя)[\p{L}]*[.,]?\s|(ma|ti|ke|to|pe|la|su|po|út|st|čt|pá|so|ne|ut|št|pi)[.,]?\s{1,2}\d)/iu;
