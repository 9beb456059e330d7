import { Tag } from '../components/index.js';
import type { Reader } from '../page/reader.js';
import { FieldWords, say, type Section } from './field-words.js';
import type { ListingView } from './listing-view.js';
import { cooperation } from './offer-sections.js';

/** What a need says, in the order a reader asks for it. */
export function needSections(reader: Reader, view: ListingView): Section[] {
  const { t, name, format } = reader;
  const words = new FieldWords(reader, view);
  const { details = {}, requirements = [], budget, ownContribution: own, neededBy, lots = [], filledLots = [] } = view;
  const { scale, nationalPlan: plan, beneficiaries } = details as typeof details & { beneficiaries?: string };
  const required = (must: boolean) => words.items(requirements.filter((one) => one.must === must).map((one) => words.requirement(one)));
  return [
    {
      title: 'listing.section.situation',
      lines: [
        ...words.text('listing.field.description', 'description', view.description),
        ...words.text('listing.field.problem', 'details.problem', details.problem),
        ...words.text('listing.field.tried', 'details.tried', details.tried),
        ...say('listing.field.people', words.number(scale?.people)),
        ...say('listing.field.scale', words.own(scale?.note)),
        ...words.text('listing.field.beneficiaries', 'details.beneficiaries', beneficiaries),
        ...say('listing.field.place', words.own(details.place)),
        ...say(
          'listing.field.plan',
          plan &&
            (plan.url ? (
              <a class="govuk-link" href={plan.url} rel="nofollow noopener">
                {words.own(plan.title)}
              </a>
            ) : (
              words.own(plan.title)
            )),
        ),
        ...words.text('listing.field.safeguards', 'details.safeguards', details.safeguards),
      ],
    },
    {
      title: 'listing.section.requirements',
      lines: [
        ...say('listing.field.must', required(true)),
        ...say('listing.field.wish', required(false)),
        ...say('listing.field.readiness-from', words.readiness(details.readinessFrom)),
        ...cooperation(reader, view),
        ...say('listing.field.countries-preferred', words.places(view.countriesPreferred)),
        ...say('listing.field.countries-refused', words.places(view.countriesRefused)),
      ],
    },
    {
      title: 'listing.section.budget',
      lines: [
        ...say('listing.field.budget', budget === 'not-known' ? t('listing.not-known-yet') : words.money(budget)),
        ...say('listing.field.funding-sought', words.money(view.fundingSought)),
        ...say('listing.field.own-share', own?.percentage === undefined ? undefined : format.percent(own.percentage / 100)),
        ...say('listing.field.in-kind', words.yes(own?.inKind)),
        ...say('listing.field.note', words.own(own?.note)),
        ...say('listing.field.needed-by', neededBy === 'no-date' ? t('listing.no-date') : words.day(neededBy)),
      ],
    },
    {
      title: 'listing.section.lots',
      lines: lots.flatMap((lot) =>
        say(
          'listing.field.lot',
          <>
            {words.own(lot.title)} {filledLots.includes(lot.key) && <Tag colour="grey">{t('listing.lot-filled')}</Tag>}
            {lot.kinds && <p class="gate-quiet">{format.list(lot.kinds.map((kind) => name('listing-kind', kind)))}</p>}
            {lot.quantity && <p class="gate-quiet">{words.own(lot.quantity)}</p>}
            {lot.budget && <p class="gate-quiet">{words.money(lot.budget)}</p>}
            {words.items(lot.requirements.map((one) => words.requirement(one)))}
          </>,
        ),
      ),
    },
  ];
}
