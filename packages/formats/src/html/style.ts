/** Paper, ink and the red of a track; hairlines instead of boxes; light on purpose, since it is made for paper. */
export const STYLE = `
@page{size:auto;margin:14mm 12mm}
:root{color-scheme:light;--ink:#1c1e22;--soft:#5d636d;--hair:#d9d4ca;--track:#b8452f;
--easy:#b9ccd2;--steady:#8fb0bb;--threshold:#c9922e;--fast:#c4652c;--rest:#e9e5dc}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px;max-width:820px;background:#fff;color:var(--ink);
font:14px/1.4 Archivo,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;
-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3{margin:0;font-weight:650;font-stretch:80%;line-height:1.15}
h1{font-size:26px}h2{font-size:17px}h3{font-size:13px;color:var(--soft);font-weight:500}
header{border-bottom:2px solid var(--track);padding-bottom:8px;margin-bottom:4px}
.kicker{color:var(--soft);font-size:12.5px;margin:2px 0 0}.kicker em{font-style:normal;font-weight:600;color:var(--track)}
table{width:100%;border-collapse:collapse}
th{font-weight:500;color:var(--soft);font-size:11.5px;text-align:left;padding:6px 10px 4px 0;border-bottom:1px solid var(--hair)}
td{padding:6px 10px 6px 0;border-bottom:1px solid var(--hair);vertical-align:top}
td.day{white-space:nowrap;width:5.2em}td.slot{width:2.6em;color:var(--soft)}
.num{text-align:right;white-space:nowrap}th.num{text-align:right}
.name{font-weight:600;display:block}.fig{color:var(--soft);font-size:12px;display:block}
.box{display:inline-block;width:12px;height:12px;border:1px solid var(--soft);border-radius:2px}
td.own{width:9em;border-bottom:1px dotted var(--soft)}
tr.total td{border-bottom:0;font-weight:600}
section.week{break-after:page}section.week:last-child{break-after:auto}
.cards{columns:2;column-gap:32px;margin-top:18px}
article{border-top:2px solid var(--ink);padding:8px 0 14px;break-inside:avoid}
article h2{font-size:15.5px}
ul.sets{list-style:none;margin:8px 0 0;padding:0}
ul.sets li{padding:4px 0;border-bottom:1px solid var(--hair);display:flex;gap:12px;justify-content:space-between;break-inside:avoid}
.boxes{white-space:nowrap}.boxes .box{margin-left:4px}
ol.steps{list-style:none;margin:8px 0 0;padding:0}
ol.steps li{padding:3px 0 3px 10px;border-left:4px solid var(--easy);margin:2px 0;display:flex;gap:12px;justify-content:space-between}
ol.steps li.set{display:block;border-left:2px solid var(--ink);padding:2px 0 2px 10px}
ol.steps li.set>b{font-size:12px;color:var(--soft);font-weight:600}
ol.steps li.rest{border-left-color:var(--rest)}ol.steps li.steady{border-left-color:var(--steady)}
ol.steps li.tempo{border-left-color:var(--threshold)}ol.steps li.work{border-left-color:var(--fast)}
.aim{white-space:nowrap;font-weight:600}
.why{margin:8px 0 0;border-left:3px solid var(--track);padding-left:10px;color:var(--soft);font-size:12.5px}
.why b{color:var(--ink)}
table.splits{margin-top:8px;width:auto;font-size:11px}
table.splits td,table.splits th{text-align:right;padding:3px 7px 3px 0;white-space:nowrap;font-size:11px}
table.splits td:first-child,table.splits th:first-child{text-align:left}
@media (max-width:640px){.cards{columns:1}td.own,th:last-child{display:none}}
@media print{body{padding:0;max-width:none;font-size:11pt}a{color:inherit;text-decoration:none}}
`.trim()
