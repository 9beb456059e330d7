import type { CodeRef } from '../../modules/listings/index.js';
import type { FormInput } from '../page/index.js';

// Sectors and goals stand in one list of codes; the page asks for them apart.

const SCHEMES = { sector: 'crs', goal: 'sdg-goal', target: 'sdg-target', bapa: 'bapa' } as const;

const codesOf = (codes: readonly CodeRef[], scheme: CodeRef['scheme']): string[] =>
  codes.filter((one) => one.scheme === scheme).map(({ code }) => code);

/** What the page shows of the codes. */
export function shownCodes(codes: readonly CodeRef[]): Record<string, string | string[]> {
  const shares = codes.flatMap(({ scheme, code, percentage }): [string, string][] =>
    scheme === 'crs' && percentage !== undefined ? [[`share.${code}`, String(percentage)]] : [],
  );
  return {
    ...Object.fromEntries(Object.entries(SCHEMES).map(([name, scheme]) => [name, codesOf(codes, scheme)])),
    ipc: codesOf(codes, 'ipc').join('\n'),
    main: codes.find(({ scheme, main }) => scheme === 'crs' && main)?.code ?? codesOf(codes, 'crs')[0] ?? '',
    ...Object.fromEntries(shares),
  };
}

/**
 * The codes that the page was sent with. The main sector is the one chosen, while it is among them; else the one before; else the first.
 * @param before the codes until now: how each came about is kept
 * @param suggested codes that were proposed from the text
 */
export function readCodes(form: FormInput, before: readonly CodeRef[], suggested: ReadonlySet<string>): CodeRef[] {
  const chosen = (name: keyof typeof SCHEMES): CodeRef[] =>
    [...new Set(form.list(name))].map((code) => {
      const scheme = SCHEMES[name];
      const known = before.find((one) => one.scheme === scheme && one.code === code);
      const origin = known ? known.origin : suggested.has(`${scheme} ${code}`) ? ('suggested' as const) : ('person' as const);
      return { scheme, code, ...(origin && { origin }) };
    });
  const sectors = chosen('sector');
  const isThere = (code: string | undefined): boolean => sectors.some((one) => one.code === code);
  const mainBefore = before.find(({ scheme, main }) => scheme === 'crs' && main)?.code;
  const main = [form.text('main'), mainBefore].find(isThere) ?? sectors[0]?.code;
  const ipc = (form.text('ipc') ?? '').split(/[\r\n;,]+/).flatMap((line) => line.trim() || []);
  return [
    ...sectors.map((one) => ({ ...one, ...(one.code === main && { main: true }), ...shareOf(form, one.code) })),
    ...chosen('goal'),
    ...chosen('target'),
    ...chosen('bapa'),
    ...[...new Set(ipc)].map((code): CodeRef => ({ scheme: 'ipc', code })),
  ];
}

function shareOf(form: FormInput, code: string): { percentage?: number } {
  const share = form.number(`share.${code}`);
  // What is no number is refused by the schema.
  return share === undefined ? {} : { percentage: share as number };
}
