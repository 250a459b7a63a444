import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceHtml } from './reduce-html.ts';

describe('HTML is reduced to', () => {
  it.each([
    ['paragraphs', '<p>One\n  line</p>\n<p>Two</p>', 'One line\n\nTwo'],
    ['paragraphs of two line breaks', 'One<br><br/>Two<br>Three', 'One\n\nTwo\nThree'],
    ['lines of div', '<div>One</div><div>Two</div>', 'One\nTwo'],
    ['headings', '<h2>You will</h2>test<h3>You get</h3>tea', 'You will\n\ntest\n\nYou get\n\ntea'],
    [
      'bullets',
      '<p>Do:</p><ul><li>this</li><li><p>that</p></li><li></li></ul><p>End</p>',
      'Do:\n\n• this\n• that\n\nEnd',
    ],
    ['numbers', '<ol start="3"><li>three<li>four</ol>', '3. three\n4. four'],
    ['bullets of nested lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '• a\n• b\n• c'],
    ['nothing of an empty item', '<ul><li> </li></ul><p>End</p>', 'End'],
    [
      'rows',
      '<table><tr><th>Pay</th><td></td><td>20k</td></tr><tr><td>Place</td><td>Sha Tin</td></tr></table>',
      'Pay · 20k\nPlace · Sha Tin',
    ],
    ['paragraphs within a cell', '<table><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr></table>', 'a\n\nb · c'],
    ['the words of links', 'see <a href="https://x.example/?a=1&b=2" title="a > b">our page</a>', 'see our page'],
    ['lines of pre', '<pre>a\nb</pre>', 'a\nb'],
    ['definitions', '<dl><dt>Pay</dt><dd>20k</dd></dl>', 'Pay\n20k'],
    ['characters', '<p>R&amp;D &lt; &nbsp;5&deg; &#x96FB;&#23376; &copy</p>', 'R&D < 5° 電子 ©'],
    [
      'what was escaped once',
      '&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;ul&gt;&lt;li&gt;x&lt;/li&gt;&lt;/ul&gt;',
      'One & two\n\n• x',
    ],
    ['what was escaped twice', '&amp;lt;p&amp;gt;A&amp;amp;nbsp;B&amp;lt;/p&amp;gt;', 'A B'],
    ['what a CDATA section holds', '<![CDATA[<p>One</p><p>Two</p>]]>', 'One\n\nTwo'],
    [
      'nothing of scripts, styles and comments',
      '<style>p > a {}</style>A<script>if (1<2) "</p>"</script><!-- <p>x</p> -->B',
      'AB',
    ],
    ['nothing of a head', '<!DOCTYPE html><html><head><title>T</title></head><body>B</body></html>', 'B'],
    ['nothing of controls', '<p>a\u202eb\u0007c\u200b&#x202e;&#8203;d</p>', 'abcd'],
  ])('%s', (_, html, text) => {
    expect(reduceHtml(html)).toBe(text);
  });
});

describe('plain text keeps', () => {
  it.each([
    ['its lines', 'One\r\nTwo\r\n\r\n\r\nThree', 'One\nTwo\n\nThree'],
    ['its lines beside inline tags', 'One <b>big</b>\nTwo', 'One big\nTwo'],
    ['signs that look like tags', 'a < b, x<y, <3, <jane@x.example>, <https://x.example>', null],
    ['an ampersand', 'AT&T, R&D; Q&A', null],
    ['an unfinished tag', 'pay <b 20k', null],
    ['what stands after a quotation mark', '5" wafers <-> 6" wafers', null],
  ])('%s', (_, plain, text) => {
    expect(reduceHtml(plain)).toBe(text ?? plain);
  });
});

it('does not fold paragraphs away that speak of tags', () => {
  expect(reduceHtml('<p>One</p><p>Two knows &lt;div&gt;</p>')).toBe('One\n\nTwo knows');
});

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<br>',
      '<ul>',
      '<ol>',
      '<li>',
      '</li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '<b>',
      '<script>',
      '</script>',
    ],
    ...[
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&lt;',
      '&amp;',
      '&amp;lt;p&amp;gt;',
      '<a href="',
      '">',
      '<',
      '>',
      '"',
      "'",
      '&',
      '\n',
      ' ',
    ],
    ...['\u202e', '&#x202e;', '&#0;', '<\u200bb>'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const anyHtml = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('whatever is written', () => {
  it('no tag, comment, control or loose blank is left', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const text = reduceHtml(html);
        expect(text).not.toMatch(/<\/?[a-z][\w-]*(?:\s[^<>"']*)?\/?>|<!--|<!\[CDATA\[/i);
        expect(text).not.toMatch(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(text).not.toMatch(/ {2}|\n{3}|^\s|\s$| \n|\n /);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reducing again changes nothing', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const text = reduceHtml(html);
        expect(reduceHtml(text)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('escaping changes nothing', () => {
    const words = fc.stringMatching(/^[a-z電]{1,8}( [a-z電]{1,8}){0,3}$/);
    const escape = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.nat({ max: 3 }), (paragraphs, times) => {
        let html = paragraphs.map((text) => `<p>${text} &amp; so</p>`).join('\n');
        for (let time = 0; time < times; time += 1) html = escape(html);
        expect(reduceHtml(html)).toBe(paragraphs.map((text) => `${text} & so`).join('\n\n'));
      }),
    );
  });

  it('a long hostile text takes less than a second', () => {
    for (const part of ['&amp;', '<a "', "<a '", '<!--', '<ul><li>', '&lt;', '<![CDATA[', '<b a=', '&#38;#38;']) {
      const start = performance.now();
      reduceHtml(part.repeat(5_000));
      expect(performance.now() - start, part).toBeLessThan(1_000);
    }
  });
});
