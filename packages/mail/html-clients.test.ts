import { expect, test } from 'vitest';
import { visibleReplyHtml } from './index.ts';

const fields = (from: string, sent: string, to: string, subject: string) =>
  `<b>${from}</b> Ann Lee &lt;ann@cust.example&gt;<br><b>${sent}</b> Monday, January 5, 2026 3:04 PM<br><b>${to}</b> Help<br><b>${subject}</b> RE: Order`;
const outlook = fields('From:', 'Sent:', 'To:', 'Subject:');
const original = '<p>Dear customer,</p><p>please try this.</p><p>Regards</p>';

test.each([
  [
    'Gmail',
    `<div dir="ltr">Yes.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, 5 Jan 2026 at 15:04, Ann wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc">${original}</blockquote></div>`,
  ],
  [
    'Gmail, shown again by Outlook',
    `<div>Yes.</div><div class="x_gmail_quote"><div class="x_gmail_attr">whatever it says</div><div>${original}</div></div>`,
  ],
  [
    'Outlook of 2016',
    `<p class=MsoNormal>Yes.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>${outlook}</p></div></div>${original}`,
  ],
  [
    'Outlook of 2003',
    `<p>Yes.</p><div class=MsoNormal align=center><hr size=2 width="100%" align=center></div><p class=MsoNormal>${outlook}</p>${original}`,
  ],
  [
    'Outlook for Mac',
    `<div>Yes.</div><span id="OLK_SRC_BODY_SECTION"><div style="border-top: #b5c4df 1pt solid">${outlook}</div><div>${original}</div></span>`,
  ],
  [
    'Outlook on the web',
    `<div>Yes.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font>${outlook}</font><div>&nbsp;</div></div><div>${original}</div>`,
  ],
  [
    'the new Outlook',
    `<div>Yes.</div><div id="mail-editor-reference-message-container"><hr><div>${outlook}</div>${original}</div>`,
  ],
  [
    'Outlook on a phone',
    `<div>Yes.</div><div id="ms-outlook-mobile-body-separator-line"><br></div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/x">Outlook for iOS</a></div><div id="mail-editor-reference-message-container"><hr><div>${outlook}</div>${original}</div>`,
  ],
  [
    'Outlook in German',
    `<p>Yes.</p><div style='border:none;border-top:solid #B5C4DF 1.0pt'><p>${fields('Von:', 'Gesendet:', 'An:', 'Betreff:')}</p></div>${original}`,
  ],
  [
    'Hotmail of old',
    `<div>Yes.<br><br><hr id="stopSpelling">Date: Mon, 5 Jan 2026 15:04:05 +0100<br>Subject: Re: Order<br>From: ann@cust.example<br>To: help@shop.example<br><br>${original}</div>`,
  ],
  [
    'Apple Mail',
    `<div>Yes.</div><div><br><blockquote type="cite"><div>On 5 Jan 2026, at 15:04, Ann &lt;ann@cust.example&gt; wrote:</div><br><div>${original}</div></blockquote></div>`,
  ],
  [
    'Apple on a phone',
    `<div dir="ltr">Yes.</div><div dir="ltr"><br><blockquote type="cite">On 5 Jan 2026, at 15:04, Ann &lt;ann@cust.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div>${original}</div></blockquote>`,
  ],
  [
    'Thunderbird',
    `<p>Yes.</p><div class="moz-cite-prefix">Am 05.01.26 um 15:04 schrieb Ann:<br></div><blockquote type="cite" cite="mid:x@y">${original}</blockquote>`,
  ],
  [
    'Yahoo',
    `<div class="ydp1a2b3c4dyahoo-style-wrap"><div>Yes.</div></div><div id="ydp5e6f7yahoo_quoted_1" class="ydp5e6f7yahoo_quoted"><div>On Monday, January 5, 2026 at 03:04:05 PM GMT+1, Ann wrote:</div><div>${original}</div></div>`,
  ],
  [
    'ProtonMail',
    `<div>Yes.</div><div class="protonmail_signature_block"></div><div class="protonmail_quote">On Monday, January 5th, 2026 at 3:04 PM, Ann wrote:<br><blockquote class="protonmail_quote" type="cite">${original}</blockquote></div>`,
  ],
  [
    'Tutanota',
    `<div>Yes.</div><div>5 Jan 2026, 15:04 by ann@cust.example:</div><blockquote class="tutanota_quote">${original}</blockquote>`,
  ],
  [
    'Zoho',
    `<div>Yes.</div><div class="zmail_extra_hr" style="border-top:1px solid rgb(204,204,204)"><br></div><div class="zmail_extra"><div id="Zm-_Id_-Sgn1">---- On Mon, 05 Jan 2026 15:04:05 +0100 <b>Ann</b> wrote ---</div><blockquote>${original}</blockquote></div>`,
  ],
  [
    'GMX',
    `<div>Yes.</div><div name="quote" style="margin:10px 5px 5px 10px;border-left:2px solid #C3D9E5"><div><b>Gesendet:</b> Montag<br><b>Von:</b> Ann</div><div name="quoted-content">${original}</div></div>`,
  ],
  [
    'Zimbra',
    `<div>Yes.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">${outlook}</div><div data-marker="__QUOTED_TEXT__">${original}</div>`,
  ],
  [
    'Samsung',
    `<div>Yes.</div><div id="composer_signature"><div>Sent from my Galaxy</div></div><div>-------- Original message --------</div><div>${outlook}</div>${original}`,
  ],
  [
    'Mail.ru',
    `<div>Yes.</div><blockquote style="border-left:1px solid #0857A6;margin:10px;padding:0 0 0 10px">Понедельник, 5 января 2026, 15:04 +03:00 от Ann &lt;ann@cust.example&gt;:<br><br>${original}</blockquote>`,
  ],
  [
    'Yandex',
    `<div>Yes.</div><div>05.01.2026, 15:04, "Ann" &lt;ann@cust.example&gt;:</div><blockquote>${original}</blockquote>`,
  ],
  [
    'QQ',
    `<div>Yes.</div><div><br></div><div style="font-size:12px">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="background:#efefef"><div><b>发件人:</b>&nbsp;"Ann"&lt;ann@cust.example&gt;;</div><div><b>发送时间:</b>&nbsp;2026年1月5日 下午3:04</div><div><b>收件人:</b>&nbsp;"Help"</div><div><b>主题:</b>&nbsp;Re: x</div></div>${original}`,
  ],
  [
    '163',
    `<div>Yes.</div><div style="position:relative;zoom:1"></div><p>At 2026-01-05 15:04:05, "Ann" &lt;ann@cust.example&gt; wrote:</p><blockquote id="isReplyContent" style="border-left:#ccc 1px solid">${original}</blockquote>`,
  ],
  [
    '163 on a phone',
    `<div>Yes.</div><div id="ntes-iosmail-quote"><div>---- Replied Message ----</div><table><tr><td>From</td><td>Ann</td></tr></table>${original}</div>`,
  ],
  [
    'Roundcube',
    `<p>Yes.</p><p id="reply-intro">On 2026-01-05 15:04, Ann wrote:</p><blockquote type="cite" style="border-left:#1010ff 2px solid">${original}</blockquote>`,
  ],
  [
    'Spark',
    `<div name="messageBodySection">Yes.</div><div name="messageSignatureSection"><br>Bob</div><div name="messageReplySection">On 5 Jan 2026, 15:04 +0100, Ann &lt;ann@cust.example&gt;, wrote:<br><blockquote type="cite">${original}</blockquote></div>`,
  ],
  [
    'Lotus Notes',
    `<font face="sans-serif">Yes.</font><br><br><br><font color="#5F5F5F">From:</font> <font>Ann Lee/Shop</font><br><font>To:</font> <font>Help/Shop@Shop</font><br><font>Date:</font> <font>01/05/2026 03:04 PM</font><br><font>Subject:</font> <font>Re: x</font><br><hr noshade>${original}`,
  ],
  [
    'capitals and NBSP',
    `<DIV>Yes.</DIV><BLOCKQUOTE TYPE="CITE"><DIV>On&nbsp;Mon,&nbsp;5&nbsp;Jan&nbsp;2026&nbsp;at&nbsp;15:04,&nbsp;Ann&nbsp;wrote:</DIV>${original}</BLOCKQUOTE>`,
  ],
])('folds the original in the HTML of %s', (_, html) => {
  const split = visibleReplyHtml(html);
  expect(split.reply).toBe('Yes.');
  expect(split.replyHtml).not.toContain('please try this');
  expect(split.foldedHtml).toContain('please try this');
});

test.each([
  [
    'words indented by a button',
    '<div>Please note:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>my own words</div></blockquote>',
  ],
  [
    'a table with a line above',
    '<p>My order</p><table><tr><td style="border-top:1px solid #ccc">Lamp</td><td>12 EUR</td></tr></table><p>Please hurry</p>',
  ],
  ['a drawn rule', '<p>Part one</p><hr><p>Part two is longer</p>'],
  [
    'a box with a line above',
    '<p>Hello</p><div style="border-top:solid #E1E1E1 1.0pt"><p>These are my questions</p></div><p>Thanks</p>',
  ],
  [
    'a class that only sounds like a mark',
    '<div class="my-quote-request">I want a quote</div><div class="signature-page">for this</div>',
  ],
])('shows all of a letter with %s', (_, html) => {
  const split = visibleReplyHtml(html);
  expect(split.replyHtml).toBe(html);
  expect(split.quote + split.signature).toBe('');
});

test.each([
  ['div', '<div>'],
  ['table', '<table><tr><td>a'],
  ['word', '<span>a'],
])('shows whole, and at once, what is nested a hundred thousand times: %s', (_, piece) => {
  const html = `<p>Hello</p>${piece.repeat(100_000)}`;
  const before = process.cpuUsage();
  expect(visibleReplyHtml(html).replyHtml).toBe(html);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
});

test('splits markup that leaves its elements open', () => {
  const sloppy = '<p><font color="red">a line</p><ul><li>one<li>two</ul><table><tr><td>b<td>c</table>'.repeat(500);
  const html = `${sloppy}<div class="gmail_quote">On Mon, 5 Jan 2026 at 15:04, Ann Lee &lt;ann@cust.example&gt; wrote:<blockquote>old</blockquote></div>`;
  expect(visibleReplyHtml(html).foldedHtml).toContain('old');
});
