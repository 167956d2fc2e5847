import { rowsOf } from './test-rows.ts';

/** What mail programs put above a quote, by program and language: a time and a writer. */
export const ATTRIBUTIONS = rowsOf(`
Gmail en-US | On Mon, Jan 5, 2026 at 3:04 PM Ann Lee <ann@cust.example> wrote:
Gmail en-GB | On Mon, 5 Jan 2026 at 15:04, Ann Lee <ann@cust.example> wrote:
Gmail with a narrow blank | On Mon, Jan 5, 2026 at 3:04\u202fPM Ann Lee <ann@cust.example> wrote:
Gmail wrapped | On Mon, Jan 5, 2026 at 3:04 PM Ann Elisabeth Lee-Montgomery < ¶ ann.lee.montgomery@cust.example> wrote:
Gmail de | Am Mo., 5. Jan. 2026 um 15:04 Uhr schrieb Ann Lee <ann@cust.example>:
Gmail fr | Le lun. 5 janv. 2026 à 15:04, Ann Lee <ann@cust.example> a écrit :
Gmail fr with NBSP | Le lun. 5 janv. 2026 à 15:04, Ann Lee <ann@cust.example> a écrit\u00a0:
Gmail es | El lun, 5 ene 2026 a las 15:04, Ann Lee (<ann@cust.example>) escribió:
Gmail pt-BR | Em seg., 5 de jan. de 2026 às 15:04, Ann Lee <ann@cust.example> escreveu:
Gmail pt-PT | Ann Lee <ann@cust.example> escreveu (segunda, 5/01/2026 à(s) 15:04):
Gmail it | Il giorno lun 5 gen 2026 alle ore 15:04 Ann Lee <ann@cust.example> ha scritto:
Gmail nl | Op ma 5 jan 2026 om 15:04 schreef Ann Lee <ann@cust.example>:
Gmail sv | Den mån 5 jan. 2026 kl 15:04 skrev Ann Lee <ann@cust.example>:
Gmail no | man. 5. jan. 2026 kl. 15:04 skrev Ann Lee <ann@cust.example>:
Gmail da | Den man. 5. jan. 2026 kl. 15.04 skrev Ann Lee <ann@cust.example>:
Gmail fi | ma 5. tammik. 2026 klo 15.04 Ann Lee (ann@cust.example) kirjoitti:
Gmail pl | pon., 5 sty 2026 o 15:04 Ann Lee <ann@cust.example> napisał(a):
Gmail cs | po 5. 1. 2026 v 15:04 odesílatel Ann Lee <ann@cust.example> napsal:
Gmail sk | po 5. 1. 2026 o 15:04 Ann Lee <ann@cust.example> napísal(a):
Gmail hu | Ann Lee <ann@cust.example> ezt írta (időpont: 2026. jan. 5., H, 15:04):
Gmail ro | În lun., 5 ian. 2026 la 15:04, Ann Lee <ann@cust.example> a scris:
Gmail bg | На пн, 5.01.2026 г. в 15:04 Ann Lee <ann@cust.example> написа:
Gmail ru | пн, 5 янв. 2026 г. в 15:04, Ann Lee <ann@cust.example>:
Gmail uk | пн, 5 січ. 2026 р. о 15:04 Ann Lee <ann@cust.example> пише:
Gmail tr | Ann Lee <ann@cust.example>, 5 Oca 2026 Pzt, 15:04 tarihinde şunu yazdı:
Gmail el | Στις Δευ 5 Ιαν 2026 στις 3:04 μ.μ., ο χρήστης Ann Lee <ann@cust.example> έγραψε:
Gmail ar | في الاثنين، 5 يناير 2026 في 3:04 م تمت كتابة ما يلي بواسطة Ann Lee <ann@cust.example>:
Gmail he | \u202bבתאריך יום ב׳, 5 בינו׳ 2026 ב-15:04 מאת \u202aAnn Lee\u202c\u200f <\u202aann@cust.example\u202c\u200f>:\u202c
Gmail fa | در تاریخ دوشنبه ۵ ژانویهٔ ۲۰۲۶،\u200f ۱۵:۰۴ Ann Lee <ann@cust.example> نوشت:
Gmail ja | 2026年1月5日(月) 15:04 Ann Lee <ann@cust.example>:
Gmail ko | 2026년 1월 5일 (월) 오후 3:04, Ann Lee <ann@cust.example>님이 작성:
Gmail zh-CN | Ann Lee <ann@cust.example> 于2026年1月5日周一 15:04写道：
Gmail zh-TW | Ann Lee <ann@cust.example> 於 2026年1月5日 週一 下午3:04寫道：
Gmail vi | Vào Th 2, 5 thg 1, 2026 vào lúc 15:04 Ann Lee <ann@cust.example> đã viết:
Gmail th | ในวันที่ จ. 5 ม.ค. 2026 เวลา 15:04 Ann Lee <ann@cust.example> เขียนว่า:
Gmail id | Pada Sen, 5 Jan 2026 pukul 15.04 Ann Lee <ann@cust.example> menulis:
Gmail hr | pon, 5. sij 2026. u 15:04 Ann Lee <ann@cust.example> napisao je:
Gmail sl | V V pon., 5. jan. 2026 ob 15:04 je oseba Ann Lee <ann@cust.example> napisala:
Gmail sr | пон, 5. јан 2026. у 15:04 Ann Lee <ann@cust.example> је написао/ла:
Gmail ca | Missatge de Ann Lee <ann@cust.example> del dia dl., 5 de gen. 2026 a les 15:04:
Gmail lt | 2026-01-05, pr, 15:04 Ann Lee <ann@cust.example> rašė:
Gmail lv | pirmd., 2026. g. 5. janv., plkst. 15:04 — lietotājs Ann Lee <ann@cust.example> rakstīja:
Gmail et | Kuupäev E, 5. jaanuar 2026 kell 15:04 kirjutas Ann Lee <ann@cust.example>:
Apple en | On 5 Jan 2026, at 15:04, Ann Lee <ann@cust.example> wrote:
Apple de | Am 05.01.2026 um 15:04 schrieb Ann Lee <ann@cust.example>:
Apple fr | Le 5 janv. 2026 à 15:04, Ann Lee <ann@cust.example> a écrit :
Apple es | El 5 ene 2026, a las 15:04, Ann Lee <ann@cust.example> escribió:
Apple it | Il giorno 5 gen 2026, alle ore 15:04, Ann Lee <ann@cust.example> ha scritto:
Apple pt | No dia 05/01/2026, às 15:04, Ann Lee <ann@cust.example> escreveu:
Apple nl | Op 5 jan 2026, om 15:04 heeft Ann Lee <ann@cust.example> het volgende geschreven:
Apple sv | 5 jan. 2026 kl. 15:04 skrev Ann Lee <ann@cust.example>:
Apple fi | Ann Lee <ann@cust.example> kirjoitti 5.1.2026 kello 15.04:
Apple pl | Wiadomość napisana przez Ann Lee <ann@cust.example> w dniu 05.01.2026, o godz. 15:04:
Apple cs | 5. 1. 2026 v 15:04, Ann Lee <ann@cust.example>:
Apple hu | 2026. 01. 5. dátummal, 15:04 időpontban Ann Lee <ann@cust.example> írta:
Apple ro | Pe 5 ian. 2026, la 15:04, Ann Lee <ann@cust.example> a scris:
Apple ru | 5 янв. 2026 г., в 15:04, Ann Lee <ann@cust.example> написал(а):
Apple uk | 5 січ. 2026 р. о 15:04 Ann Lee <ann@cust.example> написав(-ла):
Apple tr | Ann Lee <ann@cust.example> şunları yazdı (5 Oca 2026 15:04):
Apple el | Στις 5 Ιαν 2026, στις 3:04 μ.μ., ο/η Ann Lee <ann@cust.example> έγραψε:
Apple ja | 2026/01/05 15:04、Ann Lee <ann@cust.example>のメール:
Apple ko | 2026. 1. 5. 오후 3:04, Ann Lee <ann@cust.example> 작성:
Apple zh | 在 2026年1月5日，15:04，Ann Lee <ann@cust.example> 写道：
Apple he | ב-5 בינו׳ 2026, בשעה 15:04, \u200fAnn Lee <ann@cust.example> כתב/ה:
Apple ar | في ٥ يناير ٢٠٢٦، الساعة ٣:٠٤ م، كتب Ann Lee <ann@cust.example>:
Apple vi | Vào 5 thg 1, 2026, lúc 15:04, Ann Lee <ann@cust.example> đã viết:
Thunderbird en | On 05/01/2026 15:04, Ann Lee wrote:
Thunderbird en-US | On 1/5/26 3:04 PM, Ann Lee wrote:
Thunderbird de | Am 05.01.26 um 15:04 schrieb Ann Lee:
Thunderbird fr | Le 05/01/2026 à 15:04, Ann Lee a écrit :
Thunderbird it | Il 05/01/2026 15:04, Ann Lee ha scritto:
Thunderbird es | El 05/01/2026 a las 15:04, Ann Lee escribió:
Thunderbird pt | Em 05/01/2026 15:04, Ann Lee escreveu:
Thunderbird pt-PT | Às 15:04 de 05/01/2026, Ann Lee escreveu:
Thunderbird nl | Op 05-01-2026 om 15:04 schreef Ann Lee:
Thunderbird pl | W dniu 05.01.2026 o 15:04, Ann Lee pisze:
Thunderbird cs | Dne 05.01.26 v 15:04 Ann Lee napsal(a):
Thunderbird sk | Dňa 5. 1. 2026 o 15:04 Ann Lee napísal(a):
Thunderbird hu | 2026. 01. 05. 15:04 keltezéssel, Ann Lee írta:
Thunderbird ru | 05.01.2026 15:04, Ann Lee пишет:
Thunderbird uk | 05.01.2026 15:04, Ann Lee пише:
Thunderbird sv | Den 2026-01-05 kl. 15:04, skrev Ann Lee:
Thunderbird da | Den 05-01-2026 kl. 15:04 skrev Ann Lee:
Thunderbird fi | Ann Lee kirjoitti 5.1.2026 klo 15.04:
Thunderbird tr | 5.01.2026 15:04 tarihinde Ann Lee yazdı:
Thunderbird zh-CN | 在 2026/1/5 15:04, Ann Lee 写道:
Thunderbird zh-TW | Ann Lee 於 2026/1/5 下午 03:04 寫道:
Thunderbird ko | 26. 1. 5. 15:04에 Ann Lee 이(가) 쓴 글:
Thunderbird el | Στις 5/1/26 15:04, ο/η Ann Lee έγραψε:
Thunderbird he | בתאריך 05/01/2026 15:04, Ann Lee כתב:
Thunderbird bg | На 5.01.26 г. в 15:04 ч., Ann Lee написа:
Thunderbird ro | Pe 05.01.2026 15:04, Ann Lee a scris:
Thunderbird sl | Oseba Ann Lee je dne 5. 01. 26 ob 15:04 napisala:
Thunderbird ja | (2026/01/05 15:04), Ann Lee wrote:
Yahoo en | On Monday, January 5, 2026 at 03:04:05 PM GMT+1, Ann Lee <ann@cust.example> wrote:
Yahoo de | Am Montag, 5. Januar 2026 um 15:04:05 MEZ hat Ann Lee <ann@cust.example> Folgendes geschrieben:
Yahoo fr | Le lundi 5 janvier 2026 à 15:04:05 UTC+1, Ann Lee <ann@cust.example> a écrit :
Yahoo es | El lunes, 5 de enero de 2026, 15:04:05 CET, Ann Lee <ann@cust.example> escribió:
Yahoo it | Il lunedì 5 gennaio 2026 alle ore 15:04:05 CET, Ann Lee <ann@cust.example> ha scritto:
Yahoo pt | Em segunda-feira, 5 de janeiro de 2026 15:04:05 BRT, Ann Lee <ann@cust.example> escreveu:
Yahoo id | Pada Senin, 5 Januari 2026 pukul 15.04.05 WIB, Ann Lee <ann@cust.example> menulis:
Proton en | On Monday, January 5th, 2026 at 3:04 PM, Ann Lee <ann@cust.example> wrote:
Proton de | Am Montag, 5. Januar 2026 um 15:04, schrieb Ann Lee <ann@cust.example>:
Zoho | ---- On Mon, 05 Jan 2026 15:04:05 +0530 Ann Lee <ann@cust.example> wrote ---
Lotus Notes en | Ann Lee <ann@cust.example> wrote on 01/05/2026 03:04:05 PM:
Lotus Notes de | Ann Lee <ann@cust.example> schrieb am 05.01.2026 15:04:05:
Lotus Notes dashed | -----Ann Lee <ann@cust.example> wrote: -----
Mail.ru | Понедельник, 5 января 2026, 15:04 +03:00 от Ann Lee <ann@cust.example>:
Yandex | 05.01.2026, 15:04, "Ann Lee" <ann@cust.example>:
163 en | At 2026-01-05 15:04:05, "Ann Lee" <ann@cust.example> wrote:
163 zh | 在 2026-01-05 15:04:05，"Ann Lee" <ann@cust.example> 写道：
Yandex with the time first | 3:04 PM, January 5, 2026, "Ann Lee" <ann@cust.example>:
Mail.ru en | Monday, January 5, 2026, 15:04 +03:00 from Ann Lee <ann@cust.example>:
Poczta | Dnia 2026-01-05 15:04 Ann Lee <ann@cust.example> nadesłał(a):
Horde en | Quoting Ann Lee <ann@cust.example>:
Horde de | Zitat von Ann Lee <ann@cust.example>:
Horde es | Citando Ann Lee <ann@cust.example>:
Gmail hi | सोम, ५ जन॰ २०२६ को ३:०४ pm बजे को Ann Lee <ann@cust.example> ने लिखा:
in capitals | ON MON, 5 JAN 2026 AT 15:04, ANN LEE <ANN@CUST.EXAMPLE> WROTE:
`);

/** Lines that lead what is marked as a quote below, and nothing else: a letter may hold them as well. */
export const ATTRIBUTIONS_OF_MARKED = rowsOf(`
Gmail of old | 2026/1/5 Ann Lee <ann@cust.example>
Gmail sw | Mnamo Jtt, 5 Jan 2026 saa 15:04 Ann Lee <ann@cust.example> aliandika:
Gmail fil | Noong Lun, Ene 5, 2026 nang 3:04 PM, isinulat ni Ann Lee <ann@cust.example>:
Gmail bn | সোম, ৫ জানু, ২০২৬ তারিখে ৩:০৪ PM টায় তারিখে Ann Lee <ann@cust.example> লিখেছেন:
Mutt | * Ann Lee <ann@cust.example> [2026-01-05 15:04]:
a forum | Ann Lee (Shop) on 5/1/26 3:04pm said:
news | Posted by annlee on 01/05/2026
a day without its time | El lunes, 5 de enero de 2026, Ann Lee escribió:
`);
