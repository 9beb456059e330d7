import ts from 'typescript';
import { englishTexts } from '../support/page-texts.js';
import { nodesIn, placeOf, sourcesBelow } from '../support/sources.js';

/** Said in every language alike. */
const ALLOWED = ['GATE', 'Node.js', 'PostgreSQL'];
/** Attributes that people read or hear. */
const SPOKEN = ['title', 'aria-label', 'alt', 'placeholder'];

const sources = sourcesBelow('src/web', 'src/modules').filter(({ file }) => file.endsWith('.tsx'));
const texts = englishTexts();
/** The key of a text is not the text. */
const isWords = (text: string): boolean =>
  /\p{L}/u.test(text.replace(/&\w+;/g, '')) && !ALLOWED.includes(text) && !Object.hasOwn(texts, text);

/** Mails and forms on paper in one language, written before the pages were; their words stand beside the template. */
const OWN_WORDS = ['src/modules/identity/welcome.page.tsx', 'src/modules/notifications/unsubscribe.page.tsx'];

it('no template holds words: they stand in the texts of every language', () => {
  const found = sources
    .filter(({ file }) => !OWN_WORDS.includes(file))
    .flatMap((source) =>
      [
        ...nodesIn(source.tree, ts.isJsxText).filter(({ text }) => isWords(text.trim())),
        ...nodesIn(source.tree, ts.isJsxAttribute).filter(
          ({ name, initializer }) =>
            SPOKEN.includes(name.getText(source.tree)) && initializer && ts.isStringLiteral(initializer) && isWords(initializer.text),
        ),
      ].map((node) => `${placeOf(source, node)}: ${node.getText(source.tree).trim().slice(0, 60)}`),
    );
  expect(found).toEqual([]);
});

it('sees a template at all', () => expect(sources.length).toBeGreaterThan(20));
