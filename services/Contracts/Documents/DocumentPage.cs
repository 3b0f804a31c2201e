using System.Net;

namespace TechMarket.Contracts.Documents;

/// <summary>The frame of every printed document: one file, A4, nothing from the network, no script.</summary>
static class DocumentPage
{
    private const string Style = """
        @page{size:A4;margin:22mm 20mm}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:170mm;padding:0 0 8mm;color:#1D2733;background:#fff;font:14px/1.75 "Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Noto Sans CJK SC","Noto Sans SC","LXGW WenKai","WenQuanYi Zen Hei",serif;font-variant-numeric:tabular-nums}
        h1{font-size:24px;text-align:center;letter-spacing:.12em;margin:16px 0 4px;font-weight:600}
        h2{font-size:16px;margin:20px 0 4px;font-weight:600;break-after:avoid}
        p{margin:4px 0;overflow-wrap:anywhere}
        .number{text-align:right;color:#4B5A6B}
        .title{text-align:center;font-size:16px;margin-bottom:16px}
        table{width:100%;border-collapse:collapse;margin:8px 0;break-inside:auto}
        tr{break-inside:avoid}
        th,td{border:1px solid #8A96A3;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere;font-size:13px}
        th{background:#F4F6F9;font-weight:600}
        .parties th{width:18%}.parties td{width:32%}
        .n{text-align:right;white-space:nowrap}
        .sign{display:grid;grid-template-columns:1fr 1fr;gap:24px;margin-top:32px;min-height:40mm;break-inside:avoid}
        .sheet{break-before:page}
        .code,code{font-family:"DejaVu Sans Mono","Noto Sans Mono",monospace;font-size:11px;overflow-wrap:anywhere}
        .certificate{position:relative;min-height:245mm;padding:14mm 6mm 0}
        .certificate h1{font-size:30px;color:#B8321F;letter-spacing:.2em;margin:0 0 6mm}
        .certificate .rule{border:0;border-top:2px solid #B8321F;margin:0 0 8mm}
        .certificate .lead{text-indent:2em;font-size:16px;line-height:2}
        .certificate dl{display:grid;grid-template-columns:38mm 1fr;margin:8mm 0;border-top:1px solid #E3E8EF}
        .certificate dt,.certificate dd{margin:0;padding:2.2mm 0;border-bottom:1px solid #E3E8EF;font-size:15px}
        .certificate dt{color:#4B5A6B}
        .certificate dd strong{font-size:17px;font-weight:600}
        .certificate .words{display:block;font-size:13px;color:#4B5A6B}
        .certificate .foot{display:grid;grid-template-columns:44mm 1fr;gap:10mm;margin-top:10mm;align-items:end}
        .certificate .qr svg{width:38mm;height:38mm;display:block}
        .certificate .qr p{font-size:11px;color:#4B5A6B;line-height:1.5}
        .certificate .agency{text-align:right;line-height:2}
        .certificate .seal{display:inline-block;width:46mm;height:46mm;border:1px dashed #C9D1DA;border-radius:4px;color:#6B7A8C;font-size:12px;line-height:46mm;text-align:center}
        .certificate .void{border:2px solid #C62828;color:#C62828;padding:3mm 5mm;margin:0 0 6mm;font-weight:600}
        @media screen{body{padding:12mm 10mm}}
        """;

    /// <param name="title">Plain text.</param>
    /// <param name="body">Escaped HTML.</param>
    public static string Wrap(string title, string body) =>
        $"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head><body>{body}</body></html>";
}
