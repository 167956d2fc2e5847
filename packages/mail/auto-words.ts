/** How the subject of an automatic answer begins, in the languages mail programs ship: said by machines only. */
const SAID_BY_MACHINES = [
  'auto(matic)?[- ]?(reply|response|responder|antwort|matische antwort|-?re)\\b|autoreply|auto-?generated reply|automated (reply|response)',
  '(out of|away from) (the )?office|ooo\\b|vacation (reply|notice|message|response|auto)',
  'automatische?[rns]? (antwort|reactie|nachricht)|automatisch (antwoord|beantwoord)|abwesenheits?(notiz|nachricht|meldung|assistent|agent)|abwesenheit\\b|afwezig',
  'r[ée]ponse automatique|message automatique|absence (du|de|au)\\b|absente? (du|jusqu)|notification d.absence|message d.absence',
  'risposta automatica|messaggio automatico|fuori (sede|ufficio)',
  'respuesta autom[áa]tica|fuera de (la )?oficina|resposta autom[áa]tica|fora do escrit[óo]rio',
  'autosvar|automatiskt? svar|automatisk svar|frånvaromeddelande|fraværende|ikke på kontoret|inte på kontoret|automaattinen|poissaoloviesti|poissa toimistosta|sjálfvirkt svar',
  'odpowied[źz] automatyczna|automatyczna odpowied|autoodpowied|poza biurem|automatick[áa] odpov|mimo kancel|automatski odgovor|samodejni odgovor',
  'răspuns automat|absent din birou|automatikus válasz|házon kívül|irodán kívül|otomatik (yanıt|cevap)|ofis dışında|αυτόματη απάντηση|εκτός γραφείου|automatinis atsakymas|automātiskā atbilde|automaatvastus',
  'автоматический ответ|автоответ|автоматична відповідь|автовідповідь|автоматичен отговор|аутоматски одговор|вне офиса',
  'מענה אוטומטי|תשובה אוטומטית|מחוץ למשרד|رد تلقائي|الرد التلقائي|خارج المكتب|پاسخ خودکار|स्वचालित',
  '自动(回复|答复|应答)|自動(回覆|答覆|返信|応答)|不在(通知|のお知らせ|連絡)|자동 ?(응답|회신)|부재 ?중',
  'trả lời tự động|thư trả lời tự động|ตอบกลับอัตโนมัติ|ไม่อยู่ที่สำนักงาน|balasan otomatis|jawapan automatik|tidak di kantor',
];

/** The same words people use when they write about a journey or a colleague: they count only beside a machine’s header. */
const SAID_BY_PEOPLE_TOO = [
  'on (annual |parental |sick |maternity )?(vacation|holiday|leave)\\b|(annual|parental|sick|maternity) leave\\b|away\\b|vacation\\b',
  'urlaub|abwesend|nicht im (büro|hause?)\\b|absent|absence|en congé|cong[ée]s|assente|assenza|ausente|ausencia|aus[êe]ncia|vakantie|frånvaro|semester\\b|fravær|ferie|poissaolo|loma\\b',
  'nieobecno|urlop|nep[řr][íi]tomn|dovolen|odsotnost|concediu|szabadság|izinde|tatil|нет на месте|отпуск|відсутн|відпуст|отпуска',
  'חופשה|إجازة|休假|外出中|不在|休暇|휴가|부재|vắng mặt|nghỉ phép|ลาพัก|cuti\\b',
];

export const AUTO_SUBJECT = new RegExp(
  `^\\W{0,4}(${SAID_BY_MACHINES.join('|')})|^(?:re|aw|sv|antw|res?|r|回复|答复|ynt|odp)\\s?[:：]\\s{0,2}(?:${SAID_BY_MACHINES.join('|')})|^(?:re:|aw:|sv:|r:|res:)?\\s*auto(?:matic|matisch)?\\s?:\\s`,
  'iu',
);

export const MAYBE_AUTO_SUBJECT = new RegExp(SAID_BY_PEOPLE_TOO.join('|'), 'iu');
