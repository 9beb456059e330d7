import { headingOf, type MatchSide, type MatchView } from '../../modules/matching/index.js';
import type { Scheme } from '../../modules/taxonomy/index.js';
import type { MessageKey } from '../i18n/areas.js';
import type { SideText, WholeMatch } from '../matches/match-reading.js';
import { whoTook } from '../matches/history.js';
import { effectiveWeights } from '../matches/score.js';
import { turnOf } from '../matches/turn.js';
import type { Reader } from '../page/index.js';
import type { Block } from './pdf.js';

/** The dossier of a match: what its page shows to the same reader, as paragraphs. */
export function matchBlocks(reader: Reader, whole: WholeMatch): Block[] {
  const { match } = whole;
  const order: MatchSide[] = match.side === 'provider' ? ['provider', 'seeker'] : ['seeker', 'provider'];
  return [
    { text: reader.t('dossier.title'), style: 'title' },
    ...standing(reader, match),
    ...contacts(reader, match),
    ...order.flatMap((side) => sideBlocks(reader, match, side, side === 'seeker' ? whole.need : whole.offer)),
    ...proposal(reader, match),
    ...yesNotes(reader, match),
    ...checks(reader, match),
    ...score(reader, match),
    ...list(reader, 'match.warnings', match.warnings),
    ...list(reader, 'match.advice', match.advice),
    ...rules(reader, match),
    ...questions(reader, whole),
    ...history(reader, whole),
  ];
}

const heading = ({ t }: Reader, key: MessageKey): Block => ({ text: t(key), style: 'heading' });
const fact = (key: string, value: string): Block => ({ text: `${key}: ${value}`, style: 'text' });

function standing({ t, format, name }: Reader, match: MatchView): Block[] {
  const turn = turnOf(match);
  const { end, introducedAt } = match;
  return [
    fact(t('match.where-it-stands'), t(`match.state.${match.state}`)),
    ...(turn ? [{ text: t(turn.key, { day: format.date(turn.until) }), style: 'text' } as const] : []),
    ...(introducedAt ? [{ text: t('match.introduced-on', { day: format.date(introducedAt) }), style: 'text' } as const] : []),
    ...(end
      ? [{ text: t('match.ended-on', { day: format.date(end.at), who: t(`match.side.${end.side ?? 'nobody'}`) }), style: 'text' } as const]
      : []),
    ...(end?.reason ? [{ text: t('match.reason', { reason: name('reason', end.reason) }), style: 'text' } as const] : []),
  ];
}

function contacts(reader: Reader, { contacts: people }: MatchView): Block[] {
  if (!people) return [];
  const line = (side: MatchSide, person: NonNullable<MatchView['contacts']>['need']) =>
    fact(reader.t(`match.side.${side}`), person ? `${person.name}, ${person.email}` : reader.t('match.no-contact'));
  return [heading(reader, 'match.contacts'), line('seeker', people.need), line('provider', people.offer)];
}

function sideBlocks(reader: Reader, match: MatchView, side: MatchSide, text: SideText | null): Block[] {
  const { t, name, format } = reader;
  const listing = side === 'seeker' ? match.need : match.offer;
  const level = text?.organization?.level ?? text?.unnamed?.level;
  const named = (schemes: readonly string[]) =>
    (text?.codes ?? []).filter(({ scheme }) => schemes.includes(scheme)).map(({ scheme, code }) => name(scheme as Scheme, code));
  const sectors = named(['crs', 'crs-category', 'crs-group']);
  const goals = named(['sdg-goal', 'sdg-target']);
  const description = text?.description ?? listing.teaser;
  const translated = text?.translated?.['title'];
  return [
    heading(reader, `match.of.${side}`),
    { text: translated?.text ?? listing.title, style: 'strong', isUserText: true },
    ...(translated ? [{ text: listing.title, style: 'quiet', isUserText: true } as const] : []),
    ...(description ? [{ text: text?.translated?.['description']?.text ?? description, style: 'text', isUserText: true } as const] : []),
    fact(t('match.organization'), listing.organization?.legalName ?? t('match.unnamed')),
    ...(level ? [{ text: t(`match.level.${level}`), style: 'quiet' } as const] : []),
    fact(t('match.country'), name('country', listing.country)),
    fact(t('match.kind'), t(`kind.${listing.kind}` as 'kind.need')),
    ...(sectors.length > 0 ? [fact(t('match.sectors'), format.list(sectors))] : []),
    ...(goals.length > 0 ? [fact(t('match.goals'), goals.join(' · '))] : []),
    fact(t('match.reference'), listing.reference),
  ];
}

function proposal(reader: Reader, { proposal: proposed }: MatchView): Block[] {
  if (!proposed?.note) return [];
  const by: Block = { text: reader.t(`match.proposed-by.${proposed.by ?? 'administrator'}`), style: 'quiet' };
  return [heading(reader, 'match.proposal'), by, { text: proposed.note, style: 'text', isUserText: true }];
}

function yesNotes(reader: Reader, { interest }: MatchView): Block[] {
  const { t, format } = reader;
  const said = (['seeker', 'provider'] as const).flatMap((side): Block[] => {
    const yes = interest[side];
    if (!yes) return [];
    const when: Block = { text: t('match.yes-on', { who: t(`match.side.${side}`), day: format.date(yes.at) }), style: 'text' };
    return yes.note ? [when, { text: yes.note, style: 'text', isUserText: true }] : [when];
  });
  return said.length > 0 ? [heading(reader, 'match.said-yes'), ...said] : [];
}

function checks(reader: Reader, { checklist }: MatchView): Block[] {
  if (!checklist) return [];
  const lines = checklist.map(({ key, ok }): Block => {
    const outcome = reader.t(`match-review.check-${ok === null ? 'open' : ok ? 'yes' : 'no'}`);
    return { text: `${reader.t(`match-review.check.${key}` as MessageKey)} ${outcome}`, style: 'text' };
  });
  return [heading(reader, 'match-review.checks'), ...lines];
}

function score(reader: Reader, { score: points, factors }: MatchView): Block[] {
  const { t, format, language } = reader;
  const weights = effectiveWeights(factors);
  const tenth = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const lines = factors.flatMap(({ key, value, points: own, reason }, index): Block[] => [
    {
      text: `${headingOf(`factor.${key}`, language) ?? key}: ${value === null ? t('match.factor-open') : isolated(`${tenth(own)} / ${tenth(weights[index] ?? 0)}`)}`,
      style: 'strong',
    },
    ...(reason.text ? [{ text: reason.text, style: 'quiet' } as const] : []),
  ]);
  return [heading(reader, 'match.why'), fact(t('match.score'), isolated(`${format.number(Math.round(points))} / 100`)), ...lines];
}

/** Keeps two numbers in their order in a text from right to left. */
const isolated = (text: string): string => text.replace(' / ', '/');

function list(reader: Reader, key: MessageKey, lines: MatchView['warnings']): Block[] {
  const said = lines.flatMap(({ text }): Block[] => (text === null ? [] : [{ text: `– ${text}`, style: 'text' }]));
  return said.length > 0 ? [heading(reader, key), ...said] : [];
}

function rules(reader: Reader, { rules: results }: MatchView): Block[] {
  const lines = results.map(({ key, passed, reason }): Block => {
    const outcome = reader.t(passed === null ? 'match.rule-open' : passed ? 'match.rule-holds' : 'match.rule-fails');
    return { text: `${headingOf(`rule.${key}`, reader.language) ?? key} – ${outcome} ${reason.text ?? ''}`, style: 'text' };
  });
  return [heading(reader, 'match.rules'), ...lines];
}

function questions(reader: Reader, { questions: { items } }: WholeMatch): Block[] {
  const { t, format } = reader;
  const lines = items.flatMap(({ from, to, question, askedAt, answer }): Block[] => [
    { text: t('match.asked', { from: t(`match.side.${from}`), to: t(`match.side.${to}`), day: format.date(askedAt) }), style: 'quiet' },
    { text: question, style: 'text', isUserText: true },
    answer === null ? { text: t('match.not-answered'), style: 'quiet' } : { text: answer, style: 'text', isUserText: true },
  ]);
  return lines.length > 0 ? [heading(reader, 'match.questions'), ...lines] : [];
}

function history(reader: Reader, { match, history: steps }: WholeMatch): Block[] {
  const { t, format, name } = reader;
  const found: Block = { text: `${format.date(match.createdAt)} – ${t(`match.source.${match.source}`)}`, style: 'text' };
  const lines = steps.map((step): Block => {
    const who = whoTook(reader, match, step) + (step.person ? ` (${step.person})` : '');
    const why = step.reason ? ` · ${name('reason', step.reason)}` : '';
    return { text: `${format.date(step.at)} – ${who}: ${t(`match.step.${step.name}`)}${why}`, style: 'text' };
  });
  return [heading(reader, 'match.history'), found, ...lines];
}
