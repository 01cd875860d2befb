import { zipOf } from './zip.ts';

const CONTAINER = (path: string) => `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles>
</container>`;

const chapter = (
  title: string,
  body: string,
  language = 'en',
) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${language}">
<head><title>${title}</title></head>
<body>${body}</body></html>`;

/** EPUB 3, with notes, page breaks and a translator. */
export function bookOfCrossings(): Uint8Array {
  return zipOf(
    {
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': CONTAINER('OPS/book.opf'),
      'OPS/book.opf': `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">invented</dc:identifier>
<dc:title>Crossings</dc:title>
<dc:creator id="a">Aigul Toktosunova</dc:creator>
<meta refines="#a" property="role" scheme="marc:relators">aut</meta>
<dc:creator id="b">Peter Ferryman</dc:creator>
<meta refines="#b" property="role" scheme="marc:relators">trl</meta>
<dc:publisher>Bridge Press</dc:publisher><dc:date>2019-05</dc:date><dc:language>en</dc:language>
<meta property="dcterms:modified">2024-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="book.css" media-type="text/css"/>
</manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine>
</package>`,
      'OPS/nav.xhtml': chapter(
        'Contents',
        '<nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav>',
      ),
      'OPS/one.xhtml': chapter(
        'One',
        `<section><span epub:type="pagebreak" id="p7" title="7"/><h1>The first bridge</h1>
<p>The bridge at the narrows was built by people who did not trust each other.<sup><a epub:type="noteref" href="#n1">1</a></sup> Each side built half, and the halves met <em>a hand&#8217;s width</em> apart.</p>
<p>For a year carts were <strong>unloaded in the middle</strong>.</p>
<span epub:type="pagebreak" id="p8" title="8"/>
<p>In the second year somebody laid a plank.</p>
<aside epub:type="footnote" id="n1"><p>1. The accounts of both towns agree on this, and on nothing else.</p></aside></section>`,
      ),
      'OPS/two.xhtml': chapter(
        'Two',
        `<h1>Tolls</h1><blockquote><p>Nobody pays who carries water.</p></blockquote>
<table><tr><th>Load</th><th>Toll</th></tr><tr><td>Cart</td><td>2</td></tr><tr><td>Camel</td><td>1</td></tr></table>
<ul><li>Salt goes free<ul><li>except in autumn</li></ul></li><li>Melons pay in melons</li></ul>`,
      ),
    },
    'mimetype',
  );
}

/** EPUB 2 with paths above its package, spaces and other capitals in names, a cover, and entities that only HTML knows. */
export function bookOfCanals(): Uint8Array {
  return zipOf(
    {
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': CONTAINER('EBook%20Data/pkg/content.opf'),
      'EBook Data/pkg/content.opf': `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>Кеш және каналдар</dc:title>
<dc:creator opf:role="aut" opf:file-as="Бекова, Сәуле">Сәуле Бекова</dc:creator>
<dc:creator opf:role="ill">Тимур Сызғанов</dc:creator>
<dc:date opf:event="creation">2011-02-03</dc:date><dc:date opf:event="publication">2012</dc:date>
<dc:language>kk</dc:language><dc:identifier id="id">invented-2</dc:identifier>
</metadata>
<manifest>
<item id="c" href="../Text/cover.xhtml" media-type="application/xhtml+xml"/>
<item id="k1" href="../Text/Chapter%20One.xhtml" media-type="application/xhtml+xml"/>
<item id="k2" href="./../Text/../text/TWO.xhtml" media-type="application/xhtml+xml"/>
<item id="k3" href="../Text/lost.xhtml" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
</manifest>
<spine toc="ncx"><itemref idref="c"/><itemref idref="k1"/><itemref idref="k2"/><itemref idref="k3"/></spine>
<guide><reference type="cover" title="Cover" href="../Text/cover.xhtml"/><reference type="toc" title="Start" href="../Text/Chapter%20One.xhtml#start"/></guide>
</package>`,
      'EBook Data/Text/cover.xhtml': chapter(
        '',
        '<div><img src="cover.jpg" alt="Cover"/>COVER</div>',
      ),
      'EBook Data/Text/Chapter One.xhtml': `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd" [
<!ENTITY a "many"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><a id="start"/>
<h2>Бірінші тарау</h2>
<p>Канал қаланың шетінен басталады.&nbsp;Суы лай, бірақ егінге жақсы.</p>
<p>Көпірден өткен соң<br/>екіге бөлінеді.</p><p/></body></html>`,
      'EBook Data/Text/two.xhtml': chapter(
        '',
        '<h2>Екінші тарау</h2><p class="x">Кешке су тоқтайды да, балықшылар шығады.</p>',
        'kk',
      ),
    },
    'mimetype',
  );
}

/** Chinese, with readings above the characters. */
export function bookOfWells(): Uint8Array {
  return zipOf(
    {
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': CONTAINER('content.opf'),
      'content.opf': `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>井</dc:title><dc:creator>李文、王田</dc:creator><dc:language>zh-CN</dc:language><dc:identifier id="id">invented-3</dc:identifier></metadata>
<manifest><item id="a" href="a.html" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
      'a.html': chapter(
        '井',
        '<h1>井</h1><p>村口有一口老<ruby>井<rt>jǐng</rt></ruby>，井水冬暖夏凉。</p><p>“谁家的桶掉下去了？”守井人问。没有人回答，因为大家都在听水声。</p>',
        'zh-CN',
      ),
    },
    'mimetype',
  );
}
