import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { LANGUAGES } from '../../src/platform/i18n/locales.js';
import { areasOf, englishTexts, textsIn } from '../support/page-texts.js';
import { nodesIn, placeOf, type Source, sourcesBelow } from '../support/sources.js';

const texts = englishTexts();
const sources = sourcesBelow('src/web');
/** Functions and methods that look a text up by its key. */
const SPEAKERS = ['t', 'rich', 'text'];

/** `'a.b'`, or both of `isNew ? 'a.b' : 'a.c'`. */
const literalsOf = (node: ts.Expression): string[] =>
  ts.isStringLiteralLike(node)
    ? [node.text]
    : ts.isConditionalExpression(node)
      ? [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
      : [];

function namesIn(text: string): string[] {
  const names = new Set<string>();
  const walk = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      if ('value' in element && Number(element.type) !== 0) names.add(element.value);
      if ('options' in element) for (const { value } of Object.values(element.options)) walk(value);
      if ('children' in element) walk(element.children);
    }
  };
  walk(new IntlMessageFormat(text, 'en').getAst());
  return [...names].sort();
}

/** What a call gives by name; null where that cannot be read from the source. */
function given(values: ts.Expression | undefined): string[] | null {
  if (!values) return [];
  if (!ts.isObjectLiteralExpression(values)) return null;
  const names = values.properties.map(({ name }) => (name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null));
  return names.includes(null) ? null : (names as string[]).sort();
}

function wrongCalls(source: Source): string[] {
  return nodesIn(source.tree, ts.isCallExpression).flatMap((call) => {
    const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
    const [key, values] = call.arguments;
    if (!key || !ts.isIdentifier(callee) || !SPEAKERS.includes(callee.text)) return [];
    const names = given(values);
    return literalsOf(key)
      .filter((one) => Object.hasOwn(texts, one) && names !== null && names.join() !== namesIn(texts[one] as string).join())
      .map((one) => `${placeOf(source, call)}: ${one} mentions ${namesIn(texts[one] as string).join()}, is given ${names?.join() ?? ''}`);
  });
}

it('a text is given exactly the values that it mentions', () => {
  expect(sources.flatMap(wrongCalls)).toEqual([]);
});

it('every text is used: by its key, or by a key put together of a known part and a code', () => {
  const literals = new Set(sources.flatMap(({ tree }) => nodesIn(tree, ts.isStringLiteralLike).map(({ text }) => text)));
  const patterns = sources.flatMap(({ tree }) =>
    nodesIn(tree, ts.isTemplateExpression)
      .map(({ head, templateSpans }) => [head.text, ...templateSpans.map(({ literal }) => literal.text)])
      .filter(([head = '']) => /^[a-z-]+\./.test(head))
      .map((parts) => new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)),
  );
  const unused = Object.keys(texts).filter(
    (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

it('a text stands in one area', () => {
  const keys = areasOf('en').flatMap((area) => Object.keys(area));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

/** House words that mean nothing to whoever has not worked here; a text writes them out. */
const BARE = /\b(TRL|CRS|DAC|IATI|LDCs?|LLDCs?|SIDS|BAPA|CTCN|ICP|G77|SDGs?|ODD|ODS|PMA|PEID|L[0-3])\b/;

it.each(LANGUAGES)('no text in %s holds an abbreviation of the house', (language) => {
  expect(Object.entries(textsIn(language)).filter(([, text]) => BARE.test(text))).toEqual([]);
});
