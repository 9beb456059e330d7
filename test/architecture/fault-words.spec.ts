import ts from 'typescript';
import { faultKeys } from '../../src/web/page/tell-faults.js';
import { englishTexts } from '../support/page-texts.js';
import { nodesIn, placeOf, type Source, sourcesBelow } from '../support/sources.js';

const texts = englishTexts();
const sources = sourcesBelow('src').filter(({ file }) => !file.startsWith('src/web/'));

interface Found {
  code: string;
  at: string;
}

/** Codes with numbers in their words, which schemas always give. */
const COUNTED = ['too-short', 'too-long', 'too-small', 'too-big'];

const literal = (node: ts.Node | undefined): string | null => (node && ts.isStringLiteralLike(node) ? node.text : null);

/** `'listing.ended'`, or `.changed-since` of `${area}.changed-since`. */
function codeIn(node: ts.Node | undefined): string | null {
  if (node && ts.isTemplateExpression(node))
    return node.templateSpans.length === 1 && node.head.text === '' ? (node.templateSpans[0]?.literal.text ?? null) : null;
  return literal(node);
}

/** Where a helper such as `conflict('no-form', …)` takes a code, and the area it puts before it. */
function helpersIn({ tree }: Source): Map<string, { place: number; area: string }> {
  const found = new Map<string, { place: number; area: string }>();
  for (const { name, initializer } of nodesIn(tree, ts.isVariableDeclaration)) {
    if (!initializer || !ts.isArrowFunction(initializer) || !ts.isIdentifier(name)) continue;
    const place = initializer.parameters.findIndex((one) => one.name.getText(tree) === 'code');
    const area = nodesIn(initializer.body, ts.isTemplateExpression).find(({ head }) => /^[a-z-]+\.$/.test(head.text))?.head.text ?? '';
    if (place >= 0) found.set(name.text, { place, area });
  }
  return found;
}

function codesIn(source: Source): Found[] {
  const { tree } = source;
  const helpers = helpersIn(source);
  const codes: [string | null, ts.Node][] = [
    ...nodesIn(tree, ts.isNewExpression)
      .filter(({ expression }) => expression.getText(tree) === 'DomainError')
      .map((node): [string | null, ts.Node] => [codeIn(node.arguments?.[1]), node]),
    ...nodesIn(tree, ts.isCallExpression).map((node): [string | null, ts.Node] => {
      const name = node.expression.getText(tree);
      const helper = helpers.get(name);
      const code = literal(node.arguments[helper?.place ?? (name === 'invalid' ? 1 : -1)]);
      return [code === null ? null : `${helper?.area ?? ''}${code}`, node];
    }),
    ...nodesIn(tree, ts.isObjectLiteralExpression).map((node): [string | null, ts.Node] => {
      const values = new Map(node.properties.map((one) => [one.name?.getText(tree), ts.isPropertyAssignment(one) ? one.initializer : one]));
      return [values.has('message') ? literal(values.get('code')) : null, node];
    }),
  ];
  return codes.flatMap(([code, node]) => (code === null ? [] : [{ code, at: placeOf(source, node) }]));
}

/** An issue of a schema; its own code is in its parameters. */
const OF_SCHEMAS = 'custom';

const found = sources.flatMap(codesIn).filter(({ code }) => code !== OF_SCHEMAS);

it('whatever people are refused for is told in their language', () => {
  const wordless = found.filter(({ code }) => {
    // A part is put before it by whoever throws.
    const params: Record<string, number> = COUNTED.includes(code) ? { count: 1 } : {};
    return !faultKeys({ code: code.replace(/^\./, 'any.'), params }).some((key) => Object.hasOwn(texts, key));
  });
  expect(wordless.map(({ code, at }) => `${at}: fault.${code}`)).toEqual([]);
});

it('finds codes however they are thrown', () => {
  const codes = found.map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining(['listing.ended', '.changed-since', 'consent.no-form', 'not-a-table', 'unknown-file', 'listing.incomplete']),
  );
  expect(new Set(codes).size).toBeGreaterThan(120);
});
