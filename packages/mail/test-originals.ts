import { linesOf, rowsOf } from './test-rows.ts';

/** Blocks of an original's header, with or without a line above them; the original below is not marked. */
export const HEADERS = rowsOf(`
Outlook en | From: Ann Lee <ann@cust.example> ¶ Sent: Monday, January 5, 2026 3:04 PM ¶ To: Help ¶ Subject: RE: Order
Outlook en without addresses | From: Ann Lee ¶ Sent: Monday, January 5, 2026 3:04 PM ¶ To: Help Desk ¶ Cc: Bob Doe ¶ Subject: RE: Order
Outlook web | ________________________________ ¶ From: Ann Lee <ann@cust.example> ¶ Sent: Monday, January 5, 2026 3:04 PM ¶ To: Help ¶ Subject: RE: Order
Outlook Mac | From: Ann Lee <ann@cust.example> ¶ Date: Monday, January 5, 2026 at 3:04 PM ¶ To: Help ¶ Subject: RE: Order
Outlook in bold | *From:* Ann Lee <ann@cust.example> ¶ *Sent:* Monday, January 5, 2026 3:04 PM ¶ *To:* Help ¶ *Subject:* RE: Order
Outlook in double bold | **From:** Ann Lee <ann@cust.example> ¶ **Sent:** Monday ¶ **To:** Help ¶ **Subject:** RE: Order
Outlook de | Von: Ann Lee <ann@cust.example> ¶ Gesendet: Montag, 5. Januar 2026 15:04 ¶ An: Hilfe ¶ Betreff: AW: Bestellung
Outlook fr | De : Ann Lee <ann@cust.example> ¶ Envoyé : lundi 5 janvier 2026 15:04 ¶ À : Aide ¶ Objet : RE: Commande
Outlook fr with NBSP | De\u00a0: Ann Lee ¶ Envoyé\u00a0: lundi 5 janvier 2026 15:04 ¶ À\u00a0: Aide ¶ Objet\u00a0: RE: Commande
Outlook es | De: Ann Lee <ann@cust.example> ¶ Enviado el: lunes, 5 de enero de 2026 15:04 ¶ Para: Ayuda ¶ Asunto: RE: Pedido
Outlook pt | De: Ann Lee <ann@cust.example> ¶ Enviado: segunda-feira, 5 de janeiro de 2026 15:04 ¶ Para: Ajuda ¶ Assunto: RE: Pedido
Outlook it | Da: Ann Lee <ann@cust.example> ¶ Inviato: lunedì 5 gennaio 2026 15:04 ¶ A: Aiuto ¶ Oggetto: R: Ordine
Outlook nl | Van: Ann Lee <ann@cust.example> ¶ Verzonden: maandag 5 januari 2026 15:04 ¶ Aan: Hulp ¶ Onderwerp: RE: Bestelling
Outlook sv | Från: Ann Lee <ann@cust.example> ¶ Skickat: den 5 januari 2026 15:04 ¶ Till: Hjälp ¶ Ämne: SV: Beställning
Outlook no | Fra: Ann Lee <ann@cust.example> ¶ Sendt: mandag 5. januar 2026 15:04 ¶ Til: Hjelp ¶ Emne: SV: Bestilling
Outlook fi | Lähettäjä: Ann Lee <ann@cust.example> ¶ Lähetetty: maanantai 5. tammikuuta 2026 15.04 ¶ Vastaanottaja: Apu ¶ Aihe: VS: Tilaus
Outlook pl | Od: Ann Lee <ann@cust.example> ¶ Wysłano: poniedziałek, 5 stycznia 2026 15:04 ¶ Do: Pomoc ¶ Temat: ODP: Zamówienie
Outlook cs | Od: Ann Lee <ann@cust.example> ¶ Odesláno: pondělí 5. ledna 2026 15:04 ¶ Komu: Pomoc ¶ Předmět: RE: Objednávka
Outlook sk | Od: Ann Lee <ann@cust.example> ¶ Odoslané: pondelok 5. januára 2026 15:04 ¶ Komu: Pomoc ¶ Predmet: RE: Objednávka
Outlook hu | Feladó: Ann Lee <ann@cust.example> ¶ Elküldve: 2026. január 5., hétfő 15:04 ¶ Címzett: Segítség ¶ Tárgy: RE: Rendelés
Outlook ro | De la: Ann Lee <ann@cust.example> ¶ Trimis: luni, 5 ianuarie 2026 15:04 ¶ Către: Ajutor ¶ Subiect: RE: Comandă
Outlook bg | От: Ann Lee <ann@cust.example> ¶ Изпратено: понеделник, 5 януари 2026 г. 15:04 ¶ До: Помощ ¶ Относно: RE: Поръчка
Outlook ru | От: Ann Lee <ann@cust.example> ¶ Отправлено: понедельник, 5 января 2026 г. 15:04 ¶ Кому: Помощь ¶ Тема: RE: Заказ
Outlook uk | Від: Ann Lee <ann@cust.example> ¶ Надіслано: понеділок, 5 січня 2026 р. 15:04 ¶ Кому: Допомога ¶ Тема: RE: Замовлення
Outlook tr | Kimden: Ann Lee <ann@cust.example> ¶ Gönderildi: 5 Ocak 2026 Pazartesi 15:04 ¶ Kime: Yardım ¶ Konu: YNT: Sipariş
Outlook el | Από: Ann Lee <ann@cust.example> ¶ Στάλθηκε: Δευτέρα, 5 Ιανουαρίου 2026 3:04 μμ ¶ Προς: Βοήθεια ¶ Θέμα: ΑΠ: Παραγγελία
Outlook ar | من: Ann Lee <ann@cust.example> ¶ تم الإرسال: الاثنين, 5 يناير, 2026 3:04 م ¶ إلى: Help ¶ الموضوع: رد: طلب
Outlook he | מאת: Ann Lee <ann@cust.example> ¶ נשלח: יום שני 5 ינואר 2026 15:04 ¶ אל: Help ¶ נושא: RE: הזמנה
Outlook fa | از: Ann Lee <ann@cust.example> ¶ تاریخ: دوشنبه ۵ ژانویه ۲۰۲۶ ۱۵:۰۴ ¶ به: Help ¶ موضوع: سفارش
Outlook ja | 差出人: Ann Lee <ann@cust.example> ¶ 送信日時: 2026年1月5日 15:04 ¶ 宛先: Help ¶ 件名: RE: 注文
Outlook ko | 보낸 사람: Ann Lee <ann@cust.example> ¶ 보낸 날짜: 2026년 1월 5일 월요일 오후 3:04 ¶ 받는 사람: Help ¶ 제목: RE: 주문
Outlook zh-CN | 发件人: Ann Lee <ann@cust.example> ¶ 发送时间: 2026年1月5日 15:04 ¶ 收件人: Help ¶ 主题: 答复: 订单
Outlook zh-TW | 寄件者: Ann Lee <ann@cust.example> ¶ 寄件日期: 2026年1月5日 下午 03:04 ¶ 收件者: Help ¶ 主旨: 回覆: 訂單
Outlook vi | Từ: Ann Lee <ann@cust.example> ¶ Đã gửi: Thứ Hai, 05 Tháng Giêng 2026 15:04 ¶ Tới: Help ¶ Chủ đề: RE: Đơn hàng
Outlook th | จาก: Ann Lee <ann@cust.example> ¶ ส่ง: 5 มกราคม 2026 15:04 ¶ ถึง: Help ¶ เรื่อง: RE: คำสั่งซื้อ
Outlook id | Dari: Ann Lee <ann@cust.example> ¶ Dikirim: Senin, 05 Januari 2026 15:04 ¶ Kepada: Help ¶ Subjek: RE: Pesanan
Outlook hr | Šalje: Ann Lee <ann@cust.example> ¶ Poslano: 5. siječnja 2026. 15:04 ¶ Prima: Help ¶ Predmet: RE: Narudžba
GMX | Gesendet: Montag, 05. Januar 2026 um 15:04 Uhr ¶ Von: "Ann Lee" <ann@cust.example> ¶ An: hilfe@shop.example ¶ Betreff: Re: Bestellung
Samsung en | -------- Original message -------- ¶ From: Ann Lee <ann@cust.example> ¶ Date: 05/01/2026 15:04 (GMT+01:00) ¶ To: help@shop.example ¶ Subject: Re: Order
Samsung de | -------- Ursprüngliche Nachricht -------- ¶ Von: Ann Lee <ann@cust.example> ¶ Datum: 05.01.26 15:04 (GMT+01:00) ¶ An: hilfe@shop.example ¶ Betreff: Re: Bestellung
Samsung fr | -------- Message d’origine -------- ¶ De : Ann Lee <ann@cust.example> ¶ Date : 05/01/2026 15:04 (GMT+01:00) ¶ À : aide@shop.example ¶ Objet : Re: Commande
Huawei | -------- Original Message -------- ¶ Subject: Re: Order ¶ From: Ann Lee ¶ To: help@shop.example ¶ CC:
Orange | > Message du 05/01/26 15:04 ¶ > De : "Ann Lee" <ann@cust.example> ¶ > A : aide@shop.example ¶ > Copie à : ¶ > Objet : Re: Commande ¶ >
Zimbra fr | ----- Mail original ----- ¶ De: "Ann Lee" <ann@cust.example> ¶ À: "Aide" <aide@shop.example> ¶ Envoyé: Lundi 5 Janvier 2026 15:04:05 ¶ Objet: Re: Commande
Zimbra en | ----- Original Message ----- ¶ From: "Ann Lee" <ann@cust.example> ¶ To: "Help" <help@shop.example> ¶ Sent: Monday, January 5, 2026 3:04:05 PM ¶ Subject: Re: Order
QQ | ------------------ 原始邮件 ------------------ ¶ 发件人: "Ann Lee" <ann@cust.example>; ¶ 发送时间: 2026年1月5日(星期一) 下午3:04 ¶ 收件人: "Help"<help@shop.example>; ¶ 主题: Re: 订单
QQ en with NBSP | ------------------\u00a0Original\u00a0------------------ ¶ From: "Ann Lee"<ann@cust.example>; ¶ Date: Mon, Jan 5, 2026 03:04 PM ¶ To: "Help"<help@shop.example>; ¶ Subject: Re: Order
163 table | ---- 回复的原邮件 ---- ¶ | 发件人 | Ann Lee<ann@cust.example> | ¶ | 日期 | 2026年01月05日 15:04 | ¶ | 收件人 | Help | ¶ | 主题 | Re: 订单 |
163 table en | ---- Replied Message ---- ¶ | From | Ann Lee<ann@cust.example> | ¶ | Date | 01/5/2026 15:04 | ¶ | To | Help | ¶ | Subject | Re: Order |
Naver | -----Original Message----- ¶ From: "Ann Lee"<ann@cust.example> ¶ To: <help@shop.example>; ¶ Cc: ¶ Sent: 2026-01-05 (월) 15:04:05 (GMT+09:00) ¶ Subject: Re: 주문
Daum | --------- 원본 메일 --------- ¶ 보낸사람: Ann Lee <ann@cust.example> ¶ 받는사람: Help ¶ 날짜: 2026년 1월 5일 월요일, 15시 04분 ¶ 제목: Re: 주문
Hotmail of old | ________________________________ ¶ > Date: Mon, 5 Jan 2026 15:04:05 +0100 ¶ > From: ann@cust.example ¶ > Subject: Re: Order ¶ > To: help@shop.example
Proton of old | ‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐ ¶ On Monday, January 5, 2026 3:04 PM, Ann Lee <ann@cust.example> wrote:
Notes de | Von: Ann Lee/Shop/DE ¶ An: Hilfe/Shop/DE@Shop ¶ Datum: 05.01.2026 15:04 ¶ Betreff: Antwort: Bestellung
Apple ro | Expeditorul: Ann Lee <ann@cust.example> ¶ Subiectul: Comandă ¶ Data: 5 ianuarie 2026 15:04 ¶ Destinatarul: Ajutor
Thunderbird hr | Naslov: Re: Narudžba ¶ Datum: Mon, 5 Jan 2026 15:04:05 +0100 ¶ Šalje: Ann Lee <ann@cust.example> ¶ Prima: Help
Thunderbird pl | Temat: Re: Zamówienie ¶ Data: Mon, 5 Jan 2026 15:04:05 +0100 ¶ Nadawca: Ann Lee <ann@cust.example> ¶ Adresat: Pomoc
Yahoo tr | Kimden: Ann Lee <ann@cust.example> ¶ Kime: Yardım ¶ Gönderilen: 5 Ocak 2026 Pazartesi 15:04 ¶ Konu: Sipariş
david | Original Message processed by david® ¶ FW: Order 5. January 2026, 15:04 ¶ Von Ann Lee ¶ An Help
in another order | Date: Mon, 5 Jan 2026 15:04:05 +0100 ¶ Subject: Re: Order ¶ From: ann@cust.example ¶ To: help@shop.example
`);

/** Lines a device or an app adds below what was written. */
export const DEVICES = linesOf(`
Sent from my iPhone
Sent from Outlook for Android
Get Outlook for iOS<https://aka.ms/x>
Sent from Mail for Windows
Sent from Yahoo Mail on Android
Sent with [Proton Mail](https://proton.me/) secure email.
Sent from my Galaxy
Sent from my HUAWEI P40
Sent via BlackBerry from T-Mobile
Von meinem iPhone gesendet
Gesendet mit der GMX Mail App
Von meinem Samsung Galaxy Smartphone gesendet.
Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.
Outlook für iOS<https://aka.ms/x> beziehen
Holen Sie sich Outlook für Android
Gesendet von Mail für Windows
Von Yahoo Mail auf Android gesendet
Envoyé de mon iPhone
Envoyé depuis mon appareil Samsung
Obtenez Outlook pour iOS
Télécharger Outlook pour Android
Envoyé à partir de Courrier pour Windows
Enviado desde mi iPhone
Obtener Outlook para iOS
Enviado do meu iPhone
Obtenha o Outlook para Android
Enviado a partir do meu smartphone Samsung Galaxy.
Inviato da iPhone
Inviato dal mio Galaxy
Ottieni Outlook per iOS
Verstuurd vanaf mijn iPhone
Verzonden vanuit Outlook voor iOS
Outlook voor Android downloaden
Skickat från min iPhone
Hämta Outlook för iOS
Sendt fra min iPhone
Hent Outlook til Android
Lähetetty iPhonesta
Hanki Outlook for iOS
Wysłane z iPhone’a
Pobierz program Outlook dla systemu Android
Odesláno z iPhonu
Získat Outlook pro iOS
Odoslané z iPhonu
Elküldve az iPhone-omról
iPhone-ról küldve
Trimis de pe iPhone-ul meu
Изпратено от моя iPhone
Отправлено с iPhone
Отправлено из мобильной Почты Mail.ru
Отправлено из Outlook для Android
Надіслано з iPhone
iPhone’umdan gönderildi
Στάλθηκε από το iPhone μου
أُرسلت من الـ iPhone
נשלח מה-iPhone שלי
ارسال شده از iPhone من
iPhoneから送信
나의 iPhone에서 보냄
发自我的 iPhone
從我的 iPhone 傳送
发自我的华为手机
获取 Outlook for iOS
Đã gửi từ iPhone của tôi
ส่งจาก iPhone ของฉัน
Dikirim dari iPhone saya
Poslano s mog iPhonea
Saadetud minu iPhone'ist
Nosūtīts no mana iPhone
Išsiųsta iš mano „iPhone“
Послато са мог iPhone-а
Dërguar nga iPhone im
Nire iPhonetik bidalia
Enviado dende o meu iPhone
मेरे iPhone से भेजा गया
Адпраўлена з iPhone
Ipinadala mula sa aking iPhone
Von unterwegs gesendet
Gesendet mit Spark
Mit der GMX iPhone App gesendet
Yahoo Mail: Search, Organize, Conquer
Get BlueMail for Android
Télécharger BlueMail pour Android
Envoyé à l’aide de Courrier pour Windows
Odesláno ze Seznam Email
Sent on the move
Van Yahoo Mail op Android gestuurd
Elküldve: Samsung Galaxy okostelefonról
Trimis din Yahoo Mail pe Android
发送自 Windows 版邮件应用
أُرسلت من هاتفي
مُرسل من بريد Yahoo لنظام Android
נשלח מהטלפון הנייד שלי
ارسال شده از گوشی من
Virus-free. www.avast.com
Virenfrei. www.avast.com
Diese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.
This email has been checked for viruses by Avast antivirus software.
`);

/** Lines that lead a mail passed on. */
export const FORWARDS = linesOf(`
---------- Forwarded message ---------
-------- Forwarded Message --------
Begin forwarded message:
-------- Weitergeleitete Nachricht --------
Anfang der weitergeleiteten Nachricht:
-------- Message transféré --------
Début du message transféré :
---------- Mensaje reenviado ----------
Inicio del mensaje reenviado:
-------- Messaggio Inoltrato --------
Inizio messaggio inoltrato:
---------- Mensagem encaminhada ---------
Início da mensagem reencaminhada:
-------- Doorgestuurd bericht --------
Begin doorgestuurd bericht:
-------- Vidarebefordrat meddelande --------
Vidarebefordrat brev:
Start på videresendt besked:
-------- Videresendt melding --------
-------- Välitetty viesti --------
Välitetty viesti alkaa:
-------- Przekazana wiadomość --------
Początek przekazywanej wiadomości:
-------- Přeposlaná zpráva --------
Začátek přeposílané zprávy:
-------- Preposlaná správa --------
-------- Továbbított üzenet --------
Továbbított levél kezdete:
-------- Mesaj redirecționat --------
---------- Пересылаемое сообщение ----------
-------- Перенаправленное сообщение --------
Начало переадресованного сообщения:
-------- Переслане повідомлення --------
-------- İletilmiş İleti --------
-------- Προωθημένο μήνυμα --------
Έναρξη προωθημένου μηνύματος:
---------- הודעה שהועברה ---------
تبدأ الرسالة المعاد توجيهها:
-------- 転送メッセージ --------
---------- 转发的邮件 ---------
-------- 轉寄郵件 --------
-------- 전달된 메시지 --------
---------- Thư đã chuyển tiếp ---------
---------- ข้อความที่ส่งต่อ ---------
---------- Pesan terusan ---------
============ Forwarded message ============
Début du message réexpédié :
İleti başlangıcı:
Початок листа, що пересилається:
-------- Přesměrovaná zpráva --------
-------- Persiųstas laiškas --------
<----- 转发的邮件 ----->
----- Forwarded by Ann Lee/Shop on 05.01.2026 15:04 -----
----- Weitergeleitet von Ann Lee/Shop am 05.01.2026 15:04 -----
`);
