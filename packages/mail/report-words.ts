/** Words joined into one pattern: another language is another line. */
const anyOf = (...words: readonly string[]) => new RegExp(words.join('|'), 'im');

/** Boxes that mail servers write from. */
export const DAEMON =
  /^(mailer-?daemon|post-?meister|postmaster|mail-?daemon|mailerdaemon|post[-_]?master|mdaemon|mail\.?delivery|maildelivery|mail-?delivery-?(system|subsystem|service)|bounces?|mailadm(in)?|mailsystem|mail-?system|returned-?mail|ndr|imss|interscan|mimesweeper|mailsweeper|\w*smtp[_.-]?(mail)?[_.-]?(service|server|gateway)|microsoftexchange[0-9a-f]{8,40})$/i;

/** … and how they call themselves. */
export const DAEMON_NAME = anyOf(
  'mail ?delivery|courier mail server',
  'mailer.?daemon',
  'postmaster',
  'delivery (sub)?system',
  'mail (delivery )?(system|administrator|router)',
  'microsoft outlook$',
  'mail ?zustell',
  'mailadministrator',
  'interscan|mime ?sweeper|virus ?wall',
  'syst[eè]me de (distribution|messagerie)',
  'sistema de (entrega|correo)',
  'sistema di (consegna|posta)',
  'почтов(ая|ой) (система|служба)',
  '系统退信|邮件系统|郵件系統|メール配信|메일 시스템',
);

/** Subjects of delivery reports, as servers write them. */
export const REPORT_SUBJECT = anyOf(
  'undeliver|delivery (status|failure|problem|error|report|notification|has failed|incomplete|delayed|attempt)|mail delivery',
  'delivery.{0,12}fail|fail.{0,12}(deliver|notice|mail)|return(ed|ing) (mail|message|to sender)',
  'mail (error|failure|could not|system error|not delivered)|message (delayed|not delivered|could not|rejected)|mail delivery deferred',
  "could ?n[o']t (be )?(send|sent|deliver)|not (be )?delivered|bounced?\\b|user unknown|warning: (could not send|message)|rejected|nondeliverable|non-deliver|\\bDSN\\b|\\bNDR\\b|are not (a )?member|processing error|error sending message",
  // German, Dutch, the North
  'unzustellbar|nicht zugestellt|zustell|fehler bei der zustellung|zurückgewiesen|mislukt|onbestelbaar|niet bestelbaar|niet (bezorgd|afgeleverd)|retour afzender',
  'olevererbart|kunne ikke leveres|kunde inte levereras|olevererat|det gick inte att leverera|ikke levert|toimitta(maton|minen epäonnistui)|ei voitu toimittaa|viestiä ei',
  // French, Spanish, Portuguese, Italian, Romanian
  'non remis|non distribu|retour(né|ned)|[ée]chec de (la )?(remise|distribution|livraison)|non d[ée]livr|rapport de non',
  'no entregad|no se (pudo|puede|ha podido) entregar|error (en la|de) entrega|devuelto al remitente|imposible entregar|correo devuelto',
  'n[ãa]o (foi )?entreg|falha na entrega|devolvid[oa] ao remetente|mensagem devolvida',
  'non recapitabil|non recapitat|mancato recapito|recapito non riuscito|consegna (non riuscita|fallita)|non consegnat|nelivrat|nu a (putut fi|fost) livrat',
  // Slavic languages
  'недоставлен|не доставлен|невозможно доставить|ошибка доставки|не может быть доставлен|не вдалося доставити|недоставено|не е доставено',
  'niedostarczon|nie (można|udało się) dostarczyć|nie została dostarczona|zwrot wiadomości|nedoručiteln|nedoručen|nelze doručit|nedoruči|ne može (biti )?(isporuč|dostav)|neisporučen',
  // others
  'kézbesíthetetlen|kézbesítés sikertelen|nem kézbesíthető|iletilemedi|teslim edilemedi|teslimat (hatası|başarısız)|αδυναμία παράδοσης|μη παραδοτέ|δεν παραδόθηκε',
  'לא (ניתן למסור|נמסר)|تعذر (تسليم|التسليم)|لم يتم تسليم|فشل (في )?(تسليم|التسليم)|تحویل داده نشد',
  '配信(不能|失敗|できません|エラー)|送信できません|エラーメール|エラー通知|不達|退信|退回|无法投递|無法(投遞|傳遞|遞送)|投递失败|发送失败|未送达|未送達|반송|배달(되지| 실패)|(전송|발송|송신)(이|을|에)? ?실패|수신 실패',
  'không (gửi|thể gửi|thể chuyển) được|gửi thư thất bại|ไม่สามารถส่ง|ส่งไม่สำเร็จ|tidak (dapat )?terkirim|gagal (terkirim|dikirim)|pengiriman gagal',
);

/** What reports say in their bodies. */
export const REPORT_WORDS = anyOf(
  "(could not|couldn't|cannot|can't|unable to|not be|wasn't able to|was not|has not been|failed to|have failed to) (be )?(deliver|send|sent)",
  "undeliver|delivery (to|of|has)[^\\n]{0,80}(fail|delay)|did(n't| not) reach|delivery to[^\\n]{0,80}(recipient|address)|permanent (fatal )?error|permanently rejected|giv(e|ing|en) up",
  'mailbox (is )?(full|unavailable|not found|unknown|disabled|inactive)|user (is )?unknown|unknown (user|recipient|address)|no such (user|recipient|mailbox|address|person)|no valid recipients',
  'recipient (address )?(rejected|unknown|not)|address(es)? (failed|rejected|not found|had (permanent|delivery))|returned (mail|to (the )?sender)|(message|mail) (was )?(rejected|returned|bounced|blocked)',
  'said:? [45]\\d\\d|<<< [45]\\d\\d|[45]\\d\\d [45]\\.\\d\\.\\d|SMTP error|not listed in|does not exist|no mailbox here|transcript of session|delivery (failure|incomplete)|problem delivering|will (be retried|retry)|host unknown|quota exceeded|over quota|not a member of|invalid (user|recipient) address|not delivered yet|still (trying|being retried)|will (keep|continue to) (try|be retried)',
  'zugestellt werden|nicht zugestellt|unzustellbar|konnte nicht|bezorgd|afgeleverd|levereras|leveres|toimittaa',
  "n['’]a pas pu [êe]tre|non remis|impossible de (remettre|livrer|distribuer)|no se (pudo|ha podido) entregar|no pudo ser entregad|n[ãa]o (p[ôo]de|foi poss[íi]vel|foi) (ser )?entreg|non (è stato possibile|può essere|è stato) (recapita|consegna)|impossibile (recapitare|consegnare)",
  'не (может быть|был[оа]?|удалось) достав|nie (można|udało się|mogła|została) (być )?(dostarcz|doręcz)|nelze doručit|nebyl[ao]? doručen|kézbesít|teslim edilemed|iletilemed|παραδοθεί',
  'あて先|宛先|配信|送信できません|无法投递|無法投遞|退信|不存在|邮箱|배달|수신자|反信|تسليم|לא ניתן',
);

/** What hosts say of a mail that they go on trying to hand over. */
export const DELAY_WORDS = anyOf(
  'not (yet )?(been )?(able to )?(be )?deliver(ed)?( yet| to)|still (trying|being retried|not)|delay|will (be retried|retry|keep (on )?trying|continue to try|try again)|attempts? will continue|no action is required|deferred|warning:|temporar',
  'noch nicht (zugestellt|ausgeliefert)|weiterhin versuch|verzöger|pas encore (été )?(remis|distribu|livr)|retard[ée]|a[úu]n no (se )?ha|todav[íi]a no|retrasad|ainda n[ãa]o foi|atrasad|non (è|e) (stato )?ancora|in ritardo|nog niet (bezorgd|afgeleverd)|vertraagd|fördröj|forsinket|ещё не (был|достав)|задерж|opóźn|zpožd',
  '遅延|遅れ|延迟|延遲|仍在尝试|지연',
);

/** … and what they say when they no longer do. */
export const FINAL_WORDS = anyOf(
  '(?<!not a )permanent|giv(ing|en) up|gave up|undeliverable|no longer|has been (returned|removed|rejected)|retry timeout|retry time (was )?exceeded|could not be delivered (for|to one|after)|(was|were) not delivered within|not be retried',
  '(deliver(y|ing)?|mail|message)\\W{0,3}(has |have )?fail|(?<!temporary |transient |non-fatal )failure|address(es|\\(es\\))?\\s+fail|fail(ed)? (permanently|to deliver)',
  'unzustellbar|endgültig|définitiv|definitiv|permanente|окончательн|重试失败|最終',
);

/** The line above a returned mail. */
export const COPY_MARK =
  /^[ \t>]{0,5}(-{2,}|={2,}|\*{2,}|_{2,})?[^\n]{0,40}(copy of (the|your|my) (original )?(message|mail)|original message|returned message|unsent message|message header|rejected message|undelivered message|original mail|message follows|message text|body of message|returned mail|source mail|originalnachricht|kopie (der|ihrer) nachricht|message original|mensaje original|mensagem original|messaggio originale|исходное (сообщение|письмо)|原始邮件|元のメッセージ)/im;

/** A mail's header pasted into a body. */
export const PASTED_HEADER = /^[> \t]{0,5}(received: |message-id:[ \t]*<|return-path:[ \t]*<)/im;

/** What hosts say in words where they give no code; RFC 3463 names for it. The first that fits counts. */
export const STATUS_WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [
    anyOf(
      '(mailbox|mailfolder|mail ?folder|inbox|account|postfach)( is| was|)? ?(full|voll|exceed)|over (the )?quota|quota (is )?(exceed|full)|exceed[^\\n]{0,40}(quota|storage|mailbox)|(quota|local limit|storage)[^\\n]{0,30}exceed|exceeded the local limit|over ?limit|(box|mailbox|disk) space not enough|insufficient (system storage|disk space)',
      'メールボックスが一杯|容量|邮箱已满|郵箱已滿|信箱已滿|bo[îi]te (aux lettres |de réception )?(est )?pleine|buz[óo]n[^\\n]{0,20}lleno|caixa[^\n]{0,20}cheia|casella[^\\n]{0,20}piena|ящик переполнен|переполнен',
    ),
    '5.2.2',
  ],
  [
    anyOf(
      "user (is )?unknown|unknown[^\\n]{0,20}(user|recipient|address|mailbox|local)|no such (user|recipient|mailbox|address|person|account)|not listed in|no mailbox|mailbox (not found|unavailable)|(user|recipient|address|account|mailbox|group)[^\\n]{0,60}(does not|doesn[’'`]t|did not|do not) (exist|have)|doesn[’'`]t have an? [^\\n]{1,60} account|invalid (user|recipient|mailbox|address|final delivery userid)|user not known|(wrong|no longer valid)[^\n]{0,20}$|no valid recipients|recipient[^\\n]{0,30}not (recognized|found|exist)|(address|user|recipient) (was )?not found|bad (destination )?(mailbox|address)|not a valid (mailbox|user|address)",
      "existiert nicht|unbekannter? (empf|benutzer|adres)|n[’']existe pas|destinataire inconnu|no existe|n[ãa]o existe|non esiste|bestaat niet|не существует|не найден|nie istnieje|neexistuje|存在しない|存在しません|見つかりません|不存在|존재하지",
    ),
    '5.1.1',
  ],
  [/(mailbox|account|user|recipient)[^\n]{0,30}(disabled|inactive|suspended|deactivated|expired)/i, '5.2.1'],
  [
    /host (is )?unknown|unknown (host|domain)|host (or domain name )?not found|domain (is )?(unknown|not found|does(n[’']t| not) exist)|name service error|no (mx|route to host)|could(n[’']t| not) (be )?(find|found|resolve)[^\n]{0,30}(host|domain)/i,
    '5.1.2',
  ],
  [/(message|mail)[^\n]{0,20}too (big|large)|(size|length)[^\n]{0,20}(limit|exceed)|exceed[^\n]{0,30}size/i, '5.3.4'],
  [/(mail )?loop|too many (hops|received)|hop count/i, '5.4.6'],
  [
    /timed? ?out|retry timeout|connection refused|no answer|unreachable|not (reachable|responding)|connection to .{1,60} failed|could not find a gateway/i,
    '4.4.1',
  ],
  [/grey ?list|try again later|temporar(y|ily)|deferred/i, '4.0.0'],
  [
    /spam|black ?list|block(ed)? ?list|blocked|policy|denied|reject|not authori[sz]ed|not a member|not permitted|権限がない/i,
    '5.7.1',
  ],
];
