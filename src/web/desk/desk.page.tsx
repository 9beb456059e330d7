import type { DeskLine, DeskPart } from '../../modules/reviews/index.js';
import { LinkButton, Tag } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

const PATHS: Readonly<Record<DeskPart, string>> = {
  listings: '/desk/listings',
  organizations: '/desk/organizations?waiting=check',
  papers: '/desk/organizations?waiting=papers',
  'due-diligence': '/desk/organizations?waiting=due-diligence',
  screening: '/desk/screening',
  matches: '/desk/matches',
  silent: '/desk/matches',
  expiring: '/desk/expiring',
  endorsements: '/desk/endorsements',
  consents: '/desk/consents',
};
/** Parts whose first day is one on which something ends. */
const ENDING: readonly DeskPart[] = ['expiring', 'endorsements', 'consents'];

const ALSO: readonly { path: string; title: MessageKey; text: MessageKey }[] = [
  { path: '/desk/needs', title: 'desk.also.needs', text: 'desk.also.needs-text' },
  { path: '/desk/kept', title: 'desk.also.kept', text: 'desk.also.kept-text' },
  { path: '/desk/organizations', title: 'desk.also.organizations', text: 'desk.also.organizations-text' },
  { path: '/desk/endorsements', title: 'desk.also.endorsements', text: 'desk.also.endorsements-text' },
];

/** What waits at the desk of whoever asks, each with how many, since when, and where. */
export const DeskPage = ({ lines }: { lines: readonly DeskLine[] }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('desk.title')}>
      <h1 class="govuk-heading-l">{t('desk.title')}</h1>
      <p class="govuk-body-l">
        <Serves />
      </p>
      <p>
        <LinkButton href={href('/desk/listings')}>{t('desk.start')}</LinkButton>
      </p>
      <h2 class="govuk-heading-m">{t('desk.waiting')}</h2>
      <ul class="gate-desk">
        {lines.map((line) => (
          <Part key={line.part} line={line} />
        ))}
      </ul>
      <h2 class="govuk-heading-m">{t('desk.also')}</h2>
      <ul class="govuk-list gate-desk-also">
        {ALSO.map(({ path, title, text }) => (
          <li key={path}>
            <a class="govuk-link" href={href(path)}>
              {t(title)}
            </a>
            <br />
            {t(text)}
          </li>
        ))}
      </ul>
    </Layout>
  );
};

const Serves = () => {
  const { actor, t, name, format } = useReader();
  const countries = actor.kind === 'person' && !actor.administrator && !actor.auditor ? actor.officerOf : [];
  if (countries.length === 0) return <>{t('desk.serves-all')}</>;
  const names = format.sorted(
    countries.map((code) => name('country', code)),
    (one) => one,
  );
  return <>{t('desk.serves', { countries: format.list(names) })}</>;
};

const Part = ({ line: { part, count, first, overdue } }: { line: DeskLine }) => {
  const { t, href, format } = useReader();
  const since = first && t(ENDING.includes(part) ? 'desk.first-end' : 'desk.oldest', { date: format.date(first) });
  return (
    <li class={count === 0 ? 'gate-desk__idle' : undefined}>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={href(PATHS[part])}>
          {t(`desk.part.${part}`)}
        </a>
      </h3>
      <p class="gate-desk__count">{format.number(count)}</p>
      <p class="gate-quiet">{count === 0 ? t('desk.nothing') : since}</p>
      {overdue > 0 && <Tag colour="orange">{t('desk.overdue', { count: format.number(overdue) })}</Tag>}
    </li>
  );
};
