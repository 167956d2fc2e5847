/** A mail made to look at, with pictures that would tell its sender who opened it: the console leaves them out until asked. */
export const newsMail = {
  text: 'Delays in the north until Thursday. Parcels for Norrbotten and Lapland take one day longer; nothing is lost. Your partner service.',
  html: `<!doctype html><html><body style="margin:0;background:#f2f0ec">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" style="background:#ffffff;border-radius:12px">
<tr><td style="padding:24px 32px 0"><img src="https://pictures.kurier24.example/logo.png" alt="Kurier24" width="140" height="36"></td></tr>
<tr><td style="padding:16px 32px;font:600 22px/1.3 Georgia,serif;color:#23303a">Delays in the north until Thursday</td></tr>
<tr><td style="padding:0 32px"><img src="https://pictures.kurier24.example/snow-on-the-e10.jpg" alt="Snow on the E10" width="496" height="220"></td></tr>
<tr><td style="padding:16px 32px;font:16px/1.5 Arial,sans-serif;color:#3c4a55">Snow has closed two roads. Parcels for <b>Norrbotten</b> and <b>Lapland</b> take one day longer; nothing is lost, and tracking stays right.</td></tr>
<tr><td style="padding:0 32px 24px"><table role="presentation" width="100%" style="font:15px/1.6 Arial,sans-serif;color:#3c4a55"><tr><td>Kiruna, Gällivare</td><td align="right">+ 1 day</td></tr><tr><td>Umeå, Luleå</td><td align="right">on time</td></tr></table></td></tr>
<tr><td style="padding:16px 32px;background:#eef3f1;font:13px/1.5 Arial,sans-serif;color:#66737d">Kurier24 partner service<img src="https://count.kurier24.example/open.gif?m=48" alt="" width="1" height="1"></td></tr>
</table></td></tr></table></body></html>`,
} as const;
