import { zipOf } from './zip.ts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, style = '', properties = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`;
const list = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
const table = (rows: string[][]) =>
  `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const noteMark = (type: 'footnote' | 'endnote', id: number) =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${type}Reference w:id="${id}"/></w:r>`;
const note = (type: 'footnote' | 'endnote', id: number, text: string) =>
  `<w:${type} w:id="${id}"><w:p>${`<w:r><w:${type}Ref/></w:r>`}${r(` ${text}`)}</w:p></w:${type}>`;
const box = (words: string) => {
  const content = `<w:txbxContent>${p(words)}</w:txbxContent>`;
  return `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx>${content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
};

const STYLES = `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`;

interface Word {
  body: string;
  footnotes?: string;
  endnotes?: string;
  core?: string;
  namespace?: string;
}

function word({ body, footnotes, endnotes, core, namespace = TRANSITIONAL }: Word): Uint8Array {
  const root = (name: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} xmlns:w="${namespace}" xmlns:r="${RELATIONS}">${content}</w:${name}>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `<?xml version="1.0"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(
      relation(1, 'officeDocument', 'word/document.xml') +
        `<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relations(
      relation(1, 'styles', 'styles.xml') +
        relation(2, 'footnotes', 'footnotes.xml') +
        relation(3, 'endnotes', 'endnotes.xml'),
    ),
    'word/document.xml': root('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/styles.xml': root('styles', STYLES),
    ...(footnotes && { 'word/footnotes.xml': root('footnotes', footnotes) }),
    ...(endnotes && { 'word/endnotes.xml': root('endnotes', endnotes) }),
    'docProps/core.xml': `<?xml version="1.0"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core ?? ''}<dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`,
  });
}

export function tradeReport(): Uint8Array {
  return word({
    core: '<dc:title>Trade over the pass, a report</dc:title><dc:creator>Nurlan Asanov; Mei Lin</dc:creator><dc:language>en-GB</dc:language>',
    body: [
      p('Trade over the pass', '1'),
      p('The season … 2', 'T1'),
      p(
        `${r('The pass is open from May to October.')}${noteMark('footnote', 5)}${r(' In ')}${r('a wet year', '<w:b/>')}${r(' it closes ', '<w:b w:val="0"/>')}${r('early', '<w:rStyle w:val="S"/>')}${r('.')}`,
      ),
      p('The season', '2'),
      p('Goods from the east:', '', ''),
      p('tea', '', list(0)),
      p('black', '', list(1)),
      p('green', '', list(1)),
      p('porcelain', '', list(0)),
      table([
        ['Year', 'Carts east', 'Carts west'],
        ['First', '310', '295'],
        ['Second', '342', '351'],
      ]),
      p(
        `${box('Where the road is narrow, whoever goes uphill has the right of way.')}${r('The inn keeps a book of all who pass.')}${noteMark('footnote', 2)}`,
      ),
      p('A custom', 'Mine'),
      p('Let the slower beast set the pace.', 'Q'),
      p(
        `${r('The end of the road is not ')}<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del><w:ins w:id="2">${r('yet ')}</w:ins>${r('paved')}${r(' (secret)', '<w:vanish/>')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('.')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    ].join(''),
    footnotes:
      note('footnote', 2, 'It has been kept since the second inn burned.') +
      note('footnote', 5, 'By the old calendar.'),
  });
}

export function interviewInKazakh(): Uint8Array {
  return word({
    core: '<dc:title>Microsoft Word - sukhbat.doc</dc:title><dc:creator>user</dc:creator><dc:language>kk-KZ</dc:language>',
    body: [
      p('Құдық басындағы әңгіме', '1'),
      p(`${r('Тілші:', '<w:b/>')}${r(' Құдықты кім қазды?')}`),
      p(
        `${r('Ақсақал:', '<w:b/>')}${r(' Атам қазған дейді. Мен көрген жоқпын, бірақ суын ішіп өстім.')}`,
      ),
      p(`${r('Тілші:', '<w:b/>')}${r(' Қазір су бар ма?')}`),
      p(
        `${r('Ақсақал:', '<w:b/>')}<w:r><w:t xml:space="preserve"> Бар.</w:t><w:br/><w:t>Жазда азаяды.</w:t></w:r>`,
      ),
    ].join(''),
  });
}

export function strictReport(): Uint8Array {
  return word({
    namespace: STRICT,
    core: '<dc:title>Вода и соль</dc:title><dc:creator>Лидия Озёрная</dc:creator>',
    body: [
      p('Вода и соль', '', '<w:outlineLvl w:val="0"/>'),
      p(
        `${r('Озеро было солёным всегда')}${noteMark('endnote', 1)}${r(', но рыба в нём водилась')}${noteMark('endnote', 2)}${r('.')}`,
      ),
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(`<w:hyperlink r:id="x">${r('Соль возили')}</w:hyperlink>${r(' на юго')}<w:r><w:noBreakHyphen/></w:r>${r('восток.')}`)}</w:sdtContent></w:sdt>`,
    ].join(''),
    endnotes:
      note('endnote', 1, 'Так пишут в отчётах.') + note('endnote', 2, 'Так говорят рыбаки.'),
  });
}
