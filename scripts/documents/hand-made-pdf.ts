/**
 * A PDF as old programs wrote them: its Chinese font is not in the file, its characters are named by a table that the
 * reader must have; its pages are numbered in Roman letters, then anew.
 */

/** “暗渠从山脚一直通到村口。” and what follows it, in GBK. */
const LINES_ONE = [
  'b0b5c7fe',
  'b0b5c7feb4d3c9bdbdc5d2bbd6b1cda8b5bdb4e5bfdaa3acb3a4b5c4d3d0',
  'caaeb9abc0efa1a3',
];
const LINES_TWO = ['cbaeb5d8cfc2c1f7a3acb2bbc5c2ccabd1f4c9b9a1a3'];

export function handMadePdf(): Uint8Array {
  const page = (lines: readonly string[], number: string, title: boolean) => {
    const text = lines
      .map((hex, at) => {
        const size = title && at === 0 ? 18 : 12;
        return `/F1 ${size} Tf 1 0 0 1 72 ${700 - at * 20 - (title && at > 0 ? 16 : 0)} Tm <${hex}> Tj`;
      })
      .join('\n');
    return `BT\n${text}\n/F2 9 Tf 1 0 0 1 300 40 Tm (${number}) Tj\nET`;
  };
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) /PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D >>] >> >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources << /Font << /F1 7 0 R /F2 9 0 R >> >> >>',
    '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
    '<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>',
    stream(page(LINES_ONE, 'iv', true)),
    stream(page(LINES_TWO, '1', false)),
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [8 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 10 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
    '<< /Title (untitled.doc) /Author (Wang Tian) /CreationDate (D:20010203040506) >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 11 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
