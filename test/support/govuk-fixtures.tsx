import { readFileSync } from 'node:fs';
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { ComponentChildren, VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { WordsContext, type Words } from '../../src/web/components/index.js';

/** Options of a govuk-frontend macro, as its fixtures have them; `any`, because each component's test says which it reads. */
export type Options = Record<string, any>;
type Node = DefaultTreeAdapterTypes.ChildNode;

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

interface Compared {
  /** Options of the macro that our component does not have, as a path (`items[].conditional`), or names of fixtures, and why. */
  unsupported?: Record<string, string>;
  /** Elements that ours leaves out on purpose, by their whole `class`, and why. */
  without?: Record<string, string>;
  /** Words that the options of a fixture bring along. */
  words?: (options: Options) => Partial<Words>;
}

/** The English that the macros say by themselves, and our components only as they are told. */
export const englishWords: Words = {
  error: 'Error:',
  warning: 'Warning',
  breadcrumbs: 'Breadcrumb',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  pagination: { label: 'Pagination', previous: 'Previous page', next: 'Next page', page: (number) => `Page ${number}` },
  password: {
    show: 'Show',
    hide: 'Hide',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    shown: 'Your password is visible',
    hidden: 'Your password is hidden',
  },
  find: { none: 'Nothing found', found: { other: '%{count} choices' } },
  upload: { sending: '%{percent} %', broken: 'Broken', signedOut: 'Signed out' },
  characters: {
    limit: (count) => `You can enter up to ${count} characters`,
    under: { one: 'You have %{count} character remaining', other: 'You have %{count} characters remaining' },
    at: 'You have 0 characters remaining',
    over: { one: 'You have %{count} character too many', other: 'You have %{count} characters too many' },
  },
};

export const rendered = (node: ComponentChildren, words: Words = englishWords): string =>
  renderToString(<WordsContext.Provider value={words}>{node}</WordsContext.Provider>);

/** What the macros take as `text` or as `html`, as children. */
export const said = (options?: Options): ComponentChildren => (options?.html ? jsxTemplate([String(options.html)]) : options?.text);

/** What every macro takes for its main element, as our props. */
export const mainProps = ({ id, classes, attributes }: Options) => ({
  id: id as string | undefined,
  class: classes as string | undefined,
  attributes: attributes as Record<string, string> | undefined,
});

/** What the macros of all fields have in common, as our props. */
export const fieldProps = (options: Options) => ({
  id: options.id as string | undefined,
  name: options.name as string,
  class: options.classes as string | undefined,
  label: said(options.label),
  labelClass: options.label?.classes as string | undefined,
  isPageHeading: options.label?.isPageHeading as boolean | undefined,
  hint: said(options.hint),
  error: said(options.errorMessage),
  describedBy: options.describedBy as string | undefined,
  groupClass: options.formGroup?.classes as string | undefined,
  attributes: options.attributes as Record<string, string> | undefined,
});

/** What the macros of all groups of inputs have in common beside that. */
export const fieldsetProps = ({ fieldset, describedBy }: Options) => ({
  legend: said(fieldset?.legend),
  legendClass: fieldset?.legend?.classes as string | undefined,
  isPageHeading: fieldset?.legend?.isPageHeading as boolean | undefined,
  describedBy: (fieldset?.describedBy ?? describedBy) as string | undefined,
  fieldsetClass: fieldset?.classes as string | undefined,
  fieldsetAttributes: fieldset?.attributes as Record<string, string> | undefined,
});

/** Renders every fixture of a component of govuk-frontend by ours and compares the two structures. */
export function itLooksLike(
  name: string,
  ours: (options: Options) => VNode,
  { unsupported = {}, without = {}, words = () => ({}) }: Compared = {},
): void {
  const all = fixturesOf(name);
  const leftOut = Object.keys(unsupported);
  const supported = all.filter((fixture) => !leftOut.some((one) => has(fixture, one)));

  describe(name, () => {
    it.each(supported.map((fixture) => [fixture.name, fixture] as const))('%s', (_, { options, html }) => {
      const theirs = outline(html, Object.keys(without));
      const own = outline(rendered(ours(options), { ...englishWords, ...words(options) }), Object.keys(without));
      expect(html.includes(' data-i18n.') ? own : own.map(withoutScriptWords)).toEqual(theirs);
    });

    it('leaves out only what there is', () => {
      expect(leftOut.filter((one) => !all.some((fixture) => has(fixture, one)))).toEqual([]);
      expect(supported).not.toHaveLength(0);
    });
  });
}

/** Ours gives the words to the browser's script always; the macros only where they are not the script's own English. */
const withoutScriptWords = (line: string): string => line.replaceAll(/ data-i18n\.[^=]+="[^"]*"/g, '');

function fixturesOf(name: string): Fixture[] {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${name}/fixtures.json`;
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

const has = ({ name, options }: Fixture, leftOut: string): boolean =>
  name === leftOut || pathsOf(options).some((path) => path === leftOut || path.startsWith(`${leftOut}.`) || path.startsWith(`${leftOut}[`));

function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, path ? `${path}.${key}` : key));
}

/** One line an element or text, indented by depth: no order of attributes or classes, no white space that only lays out. */
function outline(html: string, without: string[]): string[] {
  const lines: string[] = [];
  const walk = (node: Node, depth: number): void => {
    const indent = '  '.repeat(depth);
    if (tree.isTextNode(node)) {
      const text = node.value.replace(/\s+/g, ' ').trim();
      if (text) lines.push(indent + text);
    }
    if (!tree.isElementNode(node)) return;
    const attributes = Object.fromEntries(node.attrs.map((one) => [one.name, one.value]));
    const classes = (attributes.class ?? '').split(/\s+/).filter(Boolean).sort();
    if (without.includes(classes.join(' '))) return;
    if (attributes.class !== undefined) attributes.class = classes.join(' ');
    const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
    lines.push(`${indent}<${node.tagName}${pairs.sort().join('')}>`);
    node.childNodes.forEach((child) => walk(child, depth + 1));
  };
  parseFragment(html).childNodes.forEach((node) => walk(node, 0));
  return lines;
}
