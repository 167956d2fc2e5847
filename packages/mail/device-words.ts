const DEVICE =
  '(?:iphone|ipad|ipod|android|samsung|galaxy|huawei|xiaomi|redmi|blackberry|smartphone|handy|telefon|mobile|mobil|tablet|outlook|yahoo|gmx|web\\.de|mail|windows|proton|ios|app|tele|handset|móvil|celular|cellulare|telefoon|téléphone|portable|телефон|смартфон|手机|手機|spark|superhuman|shortwave|bluemail|typeapp|k-9|pixel|هاتف|جوال|بريد|گوشی|تلفن|טלפון)';

/** One of these is in each such line: a quick look before the slow one. */
const MAY_BE =
  /sent |from m|get |bluemail|avast|conquer|saadetud|nosūt|išsiųst|послат|dërguar|bidalia|भेजा|адпраў|ipinadala|outlook|gesendet|geschickt|verschickt|versendet|verzonden|verstuurd|gestuurd|envoy|écrit|provenance|télécharge|enviad|enviat|inviat|trimis|sendt|skickat|hämtat|sänt|lähetetty|wysłan|odesl|odosl|poslan|poslat|poslán|отправл|надісл|відправл|изпрат|küldve|gönderildi|στάλθηκε|εστάλη|נשלח|رسل|إرسال|ارسال|傳送|发送|發送|寄出|送信|보냄|보냈|发自|發自|從|从|來自|来自|gửi|ส่ง|dikirim|terkirim|dihantar|获取|下载|取得|下載/i;

const DEVICE_SIGNATURE = new RegExp(
  [
    // A sentence about where one writes from is no signature.
    '^\\W{0,4}sent (from|via|with|using|by) (?!.*\\b(is|was|are|were|but|because)\\b).{1,160}$',
    '^\\W{0,4}from my [^.]{2,40}$',
    '^\\W{0,4}\\S{1,30} from mobile$',
    '^\\W{0,4}sent on the (move|go|run)\\W{0,4}$',
    '^\\W{0,4}yahoo mail: search, organi[sz]e, conquer\\W{0,4}$',
    // what looks for viruses
    '^\\W{0,4}(virus-?free|virenfrei|garanti sans virus|libre de virus|livre de vírus|privo di virus|virusvrij|wolny od wirusów|без вирусов)\\W.{0,20}avast.{0,80}$',
    '^\\W{0,4}(this|diese|ce|cet|este|questa|deze) (e-?mail|nachricht|message|courriel|correo|mensagem|bericht) (has been|was|wurde|a été|ha sido|foi|è stat[ao]|is) (checked|scanned|von|analys|vérifi|comprobad|analizad|verificad|controllat|gecontroleerd).{0,60}avast.{0,60}$',
    // the store's own line, wherever a language puts the verb
    '^\\W{0,4}get \\[?(outlook|bluemail|typeapp) for .{1,120}$',
    '^\\W{0,4}(\\p{L}{1,14}\\.? ){0,4}\\[?(outlook|bluemail|typeapp)(\\.com)?(\\]?\\(.{1,100}\\))? (f(o|ü|ö)r|for|pour|para|per|voor|til|dla|pro|для|za|pentru|για) (\\p{L}{2,12} )?(ios|android|mac|windows)\\b.{0,120}$',
    '^\\W{0,4}(ios|android|mac|windows).{0,12}outlook.{0,60}$',
    '^.{0,10}(获取|下载|取得|下載).{0,20}outlook.{0,60}$',
    // German and Dutch
    `^.{0,40}\\b(von|mit) mein\\p{L}{1,2} .{2,60} gesendet\\W{0,4}.{0,60}$`,
    '^\\W{0,4}von mein\\p{L}{1,2} .{2,40} (gesendet|geschickt)\\W{0,4}$',
    '^\\W{0,4}von unterwegs (gesendet|geschickt)\\W{0,4}$',
    `^\\W{0,4}mit (der|dem) .{0,40}${DEVICE}.{0,40} (gesendet|verschickt)\\W{0,4}$`,
    `^\\W{0,4}van .{0,30}${DEVICE}.{0,40} (gestuurd|verstuurd|verzonden)\\W{0,4}$`,
    `^\\W{0,4}(gesendet|versendet|verschickt|geschickt) (von|mit|über|aus|via|per) .{0,60}${DEVICE}.{0,60}$`,
    `^\\W{0,4}von .{0,30}${DEVICE}.{0,40} gesendet\\W{0,4}$`,
    '^\\W{0,4}(diese|gesendet).{0,60}gesendet\\W{0,4}$',
    '^\\W{0,4}(verzonden|verstuurd|gestuurd) (met|vanaf|vanuit|via|van) .{2,120}$',
    // Romance languages
    "^\\W{0,4}(message )?(envoyée?|écrit) (depuis|de|à partir|à l[’']aide de|avec|via) .{2,120}$",
    '^\\W{0,4}(provenance|télécharge[rz]) ?:? .{0,20}(outlook|courrier pour windows).{0,60}$',
    '^\\W{0,4}enviad[oa] (desde|do|da|a partir|de|con|com|via|por) .{2,120}$',
    '^\\W{0,4}enviat des .{2,120}$',
    `^\\W{0,4}enviad[oa] (dende|mediante) .{0,40}${DEVICE}.{0,40}$`,
    `^\\W{0,4}inviat[oa] (d[ae]\\p{L}{0,3}|con|tramite) .{0,40}${DEVICE}.{0,80}$`,
    '^\\W{0,4}trimis de pe .{2,120}$',
    `^\\W{0,4}trimis (din|prin|cu) .{0,30}${DEVICE}.{0,40}$`,
    // the North
    '^\\W{0,4}sendt (fra|via|med) .{2,120}$',
    '^\\W{0,4}(skickat|hämtat|sänt) (från|via|med) .{2,120}$',
    `^\\W{0,4}lähetetty .{0,60}${DEVICE}.{0,60}$`,
    '^\\W{0,4}sent úr .{2,120}$',
    // Slavic languages
    '^\\W{0,4}(wysłan[eoa]|wiadomość wysłan[eoa]) (z|za) .{2,120}$',
    '^\\W{0,4}(odesláno|odoslané|poslané|posláno|poslano|poslato) (z|ze|zo|s|sa|iz|cez|pomocí) .{2,120}$',
    '^\\W{0,4}отправлен[ое] (с|со|из|через|от) .{2,120}$',
    '^\\W{0,4}(надіслано|відправлено) (з|із|від|через) .{2,120}$',
    '^\\W{0,4}изпратен[оа] (от|чрез) .{2,120}$',
    '^\\W{0,4}адпраўлена (з|са) .{2,120}$',
    // others
    `^\\W{0,4}elküldve:? .{0,40}${DEVICE}.{0,60}$|^.{0,20}${DEVICE}.{0,20}(ról|ről|ból|ből|omról) küldve\\W{0,4}$`,
    `^.{0,40}${DEVICE}.{0,30}gönderildi\\W{0,4}$`,
    '^\\W{0,4}(στάλθηκε|εστάλη) από .{2,120}$',
    `^[\\s\\u200e\\u200f\\u202a-\\u202e]{0,4}(נשלח|أُرسلت|أرسلت|تم الإرسال|مرسل|مُرسل|ارسال شده|ارسال‌شده)\\s.{0,30}${DEVICE}.{0,30}$`,
    '^.{0,40}(iphone|ipad|android|galaxy|手机|手機|phone|mail).{0,20}(傳送|发送|發送|寄出|から送信|에서 보냄|에서 보냈습니다)\\W{0,4}$',
    `^\\W{0,4}(從|从|发自|發自|來自|来自).{0,10}(${DEVICE}|我的).{0,40}$`,
    `^.{0,20}${DEVICE}.{0,20}から送信.{0,10}$`,
    `^\\W{0,4}(saadetud|nosūtīts|išsiųsta|dërguar|ipinadala|послато са) .{0,30}${DEVICE}.{0,40}$`,
    `^\\W{0,4}nire .{0,20}${DEVICE}.{0,20} bidalia\\W{0,4}$`,
    `^.{0,20}${DEVICE}.{0,20} से भेजा गया\\W{0,4}$`,
    '^\\W{0,4}(发送自|發送自).{2,60}$',
    '^\\W{0,4}(đã )?(gửi|được gửi) từ .{2,80}$',
    '^\\W{0,4}ส่งจาก.{2,80}$',
    '^\\W{0,4}(dikirim|terkirim|dihantar) (dari|daripada|melalui) .{2,80}$',
  ].join('|'),
  'iu',
);

const MAX_DEVICE_CHARACTERS = 200;

/** Whether a phone or a mail program adds this line by itself. */
export function isDevice(bare: string): boolean {
  return bare.length <= MAX_DEVICE_CHARACTERS && MAY_BE.test(bare) && DEVICE_SIGNATURE.test(bare);
}
