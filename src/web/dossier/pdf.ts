import { readFile } from 'node:fs/promises';
import PDFDocument from 'pdfkit';
import subsetFont from 'subset-font';
import { drawable } from './font-files.js';
import { fontRuns, linesOf, type Run } from './lines.js';

/** A paragraph of a document. */
export interface Block {
  text: string;
  style: keyof typeof STYLES;
  /** Of a text whose language is its writer's own: the direction is found in it. */
  isUserText?: boolean;
}

const STYLES = {
  title: { size: 20, weight: 700, before: 0, after: 8, colour: '#083f54' },
  heading: { size: 13, weight: 700, before: 14, after: 4, colour: '#0b5c7a' },
  strong: { size: 10.5, weight: 700, before: 4, after: 1, colour: '#0b0c0c' },
  text: { size: 10.5, weight: 400, before: 0, after: 3, colour: '#0b0c0c' },
  quiet: { size: 9, weight: 400, before: 0, after: 3, colour: '#484949' },
} as const;
type Weight = (typeof STYLES)[keyof typeof STYLES]['weight'];

const LEADING = 1.45;
const MARGIN = 56;
/** A heading does not stand alone at the foot of a page. */
const KEPT_TOGETHER = 40;

export interface DocumentOptions {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** At the foot of each page, before its number. */
  footer: string;
}

/** A PDF of paragraphs in any of our scripts, with the characters it needs of each font inside. */
export async function pdfOf(blocks: readonly Block[], { title, language, direction, footer }: DocumentOptions): Promise<Buffer> {
  const written = blocks.map((block) => ({ ...block, text: drawable(block.text) }));
  const foot = drawable(footer);
  const fonts = await fontsFor([...written, { text: `${foot} 0123456789`, style: 'quiet' }]);
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'GATE' },
  });
  const done = collected(document);
  const width = document.page.width - 2 * MARGIN;
  for (const [name, font] of fonts) document.registerFont(name, font);
  const put = (run: Run, style: keyof typeof STYLES) => document.font(keyOf(run.file, STYLES[style].weight)).fontSize(STYLES[style].size);
  const measure = (style: keyof typeof STYLES) => (run: Run) => put(run, style).widthOfString(run.text, { features: [] });
  const draw = (runs: readonly Run[], style: keyof typeof STYLES, left: number, top: number) => {
    let x = left;
    for (const run of runs) {
      const baseline = top + STYLES[style].size;
      put(run, style)
        .fillColor(STYLES[style].colour)
        .text(run.text, x, baseline, { lineBreak: false, features: [], baseline: 'alphabetic' });
      x += measure(style)(run);
    }
  };

  let y = MARGIN;
  for (const { text, style, isUserText } of written) {
    const { size, before, after } = STYLES[style];
    y += before;
    for (const paragraph of text.split('\n').filter((line) => line.trim() !== '')) {
      const { lines, isRtl } = linesOf(paragraph, isUserText ? 'auto' : direction, width, measure(style));
      for (const line of lines) {
        if (y + size * LEADING + (style === 'heading' ? KEPT_TOGETHER : 0) > document.page.height - MARGIN - 20) {
          document.addPage();
          y = MARGIN;
        }
        draw(line.runs, style, isRtl ? MARGIN + width - line.width : MARGIN, y);
        y += size * LEADING;
      }
    }
    y += after;
  }

  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    // Below the margin, where a text would otherwise open a page of its own.
    document.page.margins.bottom = 0;
    const { lines } = linesOf(`${foot} · ${page + 1}/${count}`, direction, width, measure('quiet'));
    if (lines[0])
      draw(lines[0].runs, 'quiet', direction === 'rtl' ? MARGIN + width - lines[0].width : MARGIN, document.page.height - MARGIN + 8);
  }
  document.end();
  return done;
}

const keyOf = (file: string, weight: Weight): string => `${weight} ${file}`;

/** Every font that the blocks need, cut down to their characters. */
async function fontsFor(blocks: readonly Block[]): Promise<Map<string, Buffer>> {
  const texts = new Map<string, { file: string; weight: Weight; chars: Set<string> }>();
  for (const { text, style } of blocks) {
    const { weight } = STYLES[style];
    for (const run of fontRuns(`${text} ?·/`.replaceAll('\n', ' '))) {
      const known = texts.get(keyOf(run.file, weight)) ?? { file: run.file, weight, chars: new Set() };
      for (const char of run.text) known.chars.add(char);
      texts.set(keyOf(run.file, weight), known);
    }
  }
  const fonts = new Map<string, Buffer>();
  for (const [key, { file, weight, chars }] of texts)
    fonts.set(
      key,
      await subsetFont(await readFile(file), MIRRORED + [...chars].join(''), { targetFormat: 'truetype', variationAxes: { wght: weight } }),
    );
  return fonts;
}

/** Brackets change places in a text from right to left. */
const MIRRORED = '()[]{}<>«»‹›';

function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
}
