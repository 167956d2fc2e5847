/** Words of a forward, inside a dashed line or an Apple "Begin …:" line. */
export const FORWARD_WORD =
  /forward|weitergeleitet|weiterleit|transf[ée]r|transmis|réexpédi|reexpedi|reenvi|encaminhad|reencaminhad|inoltr|doorgestuurd|doorgezonden|vidarebefordra|videresend|áframsend|välitett|edelleenläh|przekaz|przesłan|preposl|přeposl|přeposíl|přesměr|předan|proslijeđen|prosleđen|posredovan|пересыл|пересла|пересил|переадрес|перенаправл|препратен|прослеђен|[iİ]letilen|[iİ]letilmiş|[iİ]leti başlangıcı|továbbított|προωθ|retransmis|redirecționat|転送|转发|轉寄|轉發|전달|전송된|הועבר|שהועבר|معاد توجيه|المعاد توجيه|مُعاد توجيه|إعادة توجيه|بازارسال|هدایت شده|chuyển tiếp|ส่งต่อ|terusan|diteruskan|persiunt|persiųs|pārsūtī|edastatud/i;

/** Words of the line above an original that was answered. */
export const ORIGINAL_WORD =
  /original|origin[ae]l|d['’]origine|urspr[üu]ng|oorspronkelijk|opprinnelig|oprindelig|alkuperäi|oryginaln|původní|pôvodn|eredeti|исходн|оригинал|первоначальн|вихідн|початкове|изходн|изворн|izvorn|orijinal|özgün|αρχικ|πρωτότυπ|המקורית|מקורי|الأصلي|اصلی|원본|原始|原邮件|原郵件|原文|元の|元メ|asli|semula|gốc|ต้นฉบับ|repl(y|ied)|reply message|antwort|réponse|respuesta|resposta|risposta|回复|回覆|返信|mail transféré|jatorrizko/i;
