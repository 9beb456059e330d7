import type { Deployment } from '../../modules/listings/index.js';
import { UserText } from '../components/index.js';
import type { Reader } from '../page/reader.js';
import { FieldWords, type Line, say, type Section } from './field-words.js';
import type { ListingView } from './listing-view.js';

/** What an offer says, in the order a reader asks for it. */
export function offerSections(reader: Reader, view: ListingView): Section[] {
  const words = new FieldWords(reader, view);
  const own = { technology, solution, financing }[view.kind as 'technology' | 'solution' | 'financing'];
  return [...own(reader, view, words), { title: 'listing.section.countries', lines: countries(words, view) }];
}

function technology(reader: Reader, view: ListingView, words: FieldWords): Section[] {
  const { details = {} } = view;
  const { ip, terms, costComparison: cost } = details;
  const { t, name, format } = reader;
  const compared = (amount: number, currency: string | undefined) => (currency ? format.price(amount, currency) : format.number(amount));
  return [
    {
      title: 'listing.section.what',
      lines: [
        ...words.text('listing.field.problem', 'details.problem', details.problem),
        ...words.text('listing.field.description', 'description', view.description),
        ...words.text('listing.field.how-it-works', 'details.howItWorks', details.howItWorks),
        ...say('listing.field.specifications', words.items(view.specifications?.map((one) => words.specification(one)))),
      ],
    },
    {
      title: 'listing.section.advantage',
      lines: [
        ...words.text('listing.field.advantage', 'details.advantage', details.advantage),
        ...say('listing.field.cost', cost === 'not-known-yet' ? t('listing.not-known-yet') : undefined),
        ...(typeof cost === 'object'
          ? [
              ...say('listing.field.cost-unit', words.own(cost.unit)),
              ...say('listing.field.cost-ours', compared(cost.ours, cost.currency)),
              ...say('listing.field.cost-usual', compared(cost.usual, cost.currency)),
              ...say('listing.field.source', words.own(cost.source)),
            ]
          : []),
      ],
    },
    {
      title: 'listing.section.readiness',
      lines: [
        ...say('listing.field.readiness', words.readiness(details.readiness)),
        ...words.text('listing.field.evidence', 'details.readinessEvidence', details.readinessEvidence),
        ...say('listing.field.developed-in', details.developedIn && name('country', details.developedIn)),
        ...say('listing.field.used-in', words.items(details.usedIn?.map((place) => deployment(reader, view, place)))),
        ...say('listing.field.standards', words.items(details.standards?.map((one) => words.own(one)))),
        ...words.text('listing.field.environment', 'details.environmentNotes', details.environmentNotes),
      ],
    },
    {
      title: 'listing.section.rights',
      lines: ip
        ? [
            ...say('listing.field.rights-status', name('ip-status', ip.status)),
            ...say('listing.field.rights-numbers', ip.numbers?.length ? <bdi dir="ltr">{ip.numbers.join(', ')}</bdi> : undefined),
            ...say('listing.field.rights-offices', ip.offices?.length ? <bdi dir="ltr">{ip.offices.join(', ')}</bdi> : undefined),
            ...say('listing.field.rights-expire', words.day(ip.expires)),
            ...say('listing.field.rights-owner', words.own(ip.owner)),
          ]
        : [],
    },
    {
      title: 'listing.section.terms',
      lines: [
        ...cooperation(reader, view),
        ...say('listing.field.price', words.money(terms?.price)),
        ...say('listing.field.exclusive', words.yes(terms?.exclusivity)),
        ...say('listing.field.territory', words.own(terms?.territory)),
        ...say('listing.field.after-sales', words.yes(terms?.afterSales)),
        ...say('listing.field.training-included', words.yes(terms?.trainingIncluded)),
      ],
    },
    {
      title: 'listing.section.delivery',
      lines: [
        ...words.text('listing.field.site-needs', 'details.siteNeeds', details.siteNeeds),
        ...say('listing.field.minimum-order', words.own(details.minimumOrder)),
        ...say(
          'listing.field.delivery',
          details.deliveryWeeks === undefined ? undefined : t('listing.weeks', { count: details.deliveryWeeks }),
        ),
        ...say('listing.field.capacity', words.own(details.capacityPerYear)),
        ...say('listing.field.dual-use', words.yes(details.dualUse)),
        ...say('listing.field.export', words.own(details.exportControlNotes)),
      ],
    },
  ];
}

function solution(reader: Reader, view: ListingView, words: FieldWords): Section[] {
  const { details = {} } = view;
  const { t, name, format } = reader;
  const { beneficiaries, costPerUnit: cost } = details as {
    beneficiaries?: { number?: number; groups: string[] };
    costPerUnit?: typeof details.costPerUnit;
  };
  return [
    {
      title: 'listing.section.challenge',
      lines: [
        ...words.text('listing.field.description', 'description', view.description),
        ...words.text('listing.field.challenge', 'details.challenge', details.challenge),
        ...words.text('listing.field.approach', 'details.approach', details.approach),
        ...words.text('listing.field.actors', 'details.actors', details.actors),
        ...say('listing.field.people', words.number(beneficiaries?.number)),
        ...say('listing.field.groups', words.items(beneficiaries?.groups.map((group) => words.own(group)))),
      ],
    },
    { title: 'listing.section.results', lines: (details.results ?? []).flatMap((result) => resultLine(reader, view, result)) },
    {
      title: 'listing.section.conditions',
      lines: [
        ...words.text('listing.field.conditions', 'details.conditions', details.conditions),
        ...words.text('listing.field.adaptation', 'details.adaptation', details.adaptation),
        ...words.text('listing.field.risks', 'details.risks', details.risks),
        ...say(
          'listing.field.months-to-results',
          details.monthsToResults === undefined ? undefined : t('listing.months', { count: details.monthsToResults }),
        ),
        ...say('listing.field.cost', cost && t('listing.per-unit', { amount: format.price(cost.amount, cost.currency), unit: cost.unit })),
        ...words.text('listing.field.who-pays', 'details.whoPays', details.whoPays),
        ...say('listing.field.support', words.items(details.support?.map((one) => name('support', one)))),
      ],
    },
    {
      title: 'listing.section.qualities',
      lines: (details.qualities ?? []).flatMap(({ quality, statement, evidence }) => [
        {
          label: `listing.quality.${quality}` as const,
          value: (
            <>
              <UserText language={view.language}>{statement}</UserText>
              {evidence && (
                <>
                  <br />
                  {t('listing.field.evidence')}: <UserText language={view.language}>{evidence}</UserText>
                </>
              )}
            </>
          ),
        },
      ]),
    },
    {
      title: 'listing.section.replications',
      lines: say('listing.field.repeated-in', words.items(details.replications?.map((place) => deployment(reader, view, place)))),
    },
  ];
}

function financing({ t, name }: Reader, view: ListingView, words: FieldWords): Section[] {
  const { details = {} } = view;
  const { window, amount, matchingShare: share } = details;
  const money = (sum: number | undefined) =>
    sum === undefined || !amount ? undefined : words.money({ amount: sum, currency: amount.currency });
  const months = (count: number | undefined) => (count === undefined ? undefined : t('listing.months', { count }));
  return [
    {
      title: 'listing.section.instrument',
      lines: [
        ...words.text('listing.field.description', 'description', view.description),
        ...say('listing.field.instrument', details.instrument && name('finance-type', details.instrument)),
        ...say('listing.field.flow', details.flowType && name('flow-type', details.flowType)),
        ...say('listing.field.fund', words.own(details.fund)),
        ...say('listing.field.amount', words.money(amount)),
        ...say('listing.field.total', money(details.total)),
        ...say('listing.field.remaining', money(details.remaining)),
        ...say('listing.field.tenor', months(details.tenorMonths)),
        ...say('listing.field.grace', months(details.graceMonths)),
        ...say('listing.field.price', words.own(details.price)),
        ...say('listing.field.concessional', words.yes(details.concessional)),
      ],
    },
    {
      title: 'listing.section.who-may-apply',
      lines: [
        ...say('listing.field.applicants', words.items(details.applicants?.map((one) => name('applicant', one)))),
        ...say('listing.field.stages', words.items(details.stages?.map((one) => name('finance-stage', one)))),
        ...say('listing.field.all-sectors', details.sectors === 'any' ? t('listing.yes') : undefined),
        ...say('listing.field.readiness-from', words.readiness(details.readinessFrom)),
        ...say(
          'listing.field.own-share',
          share && t(share.inKindCounts ? 'listing.share-in-kind' : 'listing.share', { share: share.percentage }),
        ),
        ...say('listing.field.excluded', words.items(details.excludedActivities?.map((one) => words.own(one)))),
        ...say(
          'listing.field.papers',
          details.noDocuments ? t('listing.none-asked') : words.items(details.documentsAsked?.map((one) => words.own(one))),
        ),
      ],
    },
    {
      title: 'listing.section.window',
      lines: [
        ...say('listing.field.window', window === 'always-open' ? t('listing.always-open') : undefined),
        ...(typeof window === 'object'
          ? [
              ...say('listing.field.opens', words.day(window.opens)),
              ...say('listing.field.closes', words.day(window.closes)),
              ...say('listing.field.decision', words.day(window.decision)),
            ]
          : []),
        ...say('listing.field.decision-body', words.own(details.decisionBody)),
        ...words.text('listing.field.reporting', 'details.reportingDuties', details.reportingDuties),
      ],
    },
  ];
}

export const cooperation = ({ name, format }: Reader, { details }: ListingView): Line[] =>
  say('listing.field.cooperation', format.list((details?.cooperation ?? []).map((one) => name('cooperation', one))));

const countries = (words: FieldWords, { countriesOffered, countriesRefused }: ListingView): Line[] => [
  ...say('listing.field.countries-offered', words.places(countriesOffered)),
  ...say('listing.field.countries-refused', words.places(countriesRefused)),
];

const deployment = ({ name, t }: Reader, { language }: ListingView, { country, year, scale, outcome, contact }: Deployment) => (
  <>
    {year === undefined ? name('country', country) : t('listing.in-year', { place: name('country', country), year: String(year) })}
    {[scale, outcome, contact].map(
      (words) =>
        words && (
          <>
            <br />
            <UserText language={language}>{words}</UserText>
          </>
        ),
    )}
  </>
);

type Result = NonNullable<NonNullable<ListingView['details']>['results']>[number];

function resultLine({ t, name, format }: Reader, { language }: ListingView, result: Result): Line[] {
  const { indicator, baseline, value, unit, date, source, evidence } = result;
  const number = (of: number | undefined) => (of === undefined ? undefined : `\u2066${format.number(of)}${unit ? ` ${unit}` : ''}\u2069`);
  const change =
    baseline !== undefined && value !== undefined
      ? t('listing.from-to', { from: number(baseline) ?? '', to: number(value) ?? '' })
      : number(value);
  return say(
    'listing.field.result',
    <>
      <UserText language={language}>{indicator}</UserText>
      {change && `: ${change}`}
      {date && ` (${format.date(date)})`}
      {evidence && (
        <>
          <br />
          {t('listing.field.evidence')}: {name('evidence', evidence)}
        </>
      )}
      {source && (
        <>
          <br />
          {t('listing.field.source')}: <UserText language={language}>{source}</UserText>
        </>
      )}
    </>,
  );
}
