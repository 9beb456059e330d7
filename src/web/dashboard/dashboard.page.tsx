import type { UnfinishedListing } from '../../modules/listings/index.js';
import type { AwaitedMatch } from '../../modules/matching/index.js';
import { hasLevel } from '../../modules/organizations/index.js';
import { InsetText, LinkButton, Tag, type Task, TaskList, UserText } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { type Reader, useReader } from '../page/reader.js';
import type { DashboardView, Head, OwnBlocks } from './dashboard.view.js';

export const DashboardPage = (view: DashboardView) => {
  const { t, href, actor } = useReader();
  const { own, desk, invitations, hasToChoose, steps } = view;
  const blocks = blocksOf(view, useReader());
  const isEditor = actor.kind === 'person' && actor.organization !== null && actor.organization.role !== 'viewer';
  const mayWrite = own !== null && isEditor && steps.length === 0;
  const hasSuggestions = own !== null && own.suggested > 0;
  return (
    <Layout title={t('dashboard.title')}>
      <h1 class="govuk-heading-l">{t('dashboard.title')}</h1>
      {hasToChoose && (
        <InsetText>
          <p class="govuk-body">{t('dashboard.choose')}</p>
          <LinkButton href={href('/account/organization')}>{t('dashboard.choose-button')}</LinkButton>
        </InsetText>
      )}
      {steps.length > 0 && <FirstSteps steps={steps} />}
      {blocks.map(({ key, items }) => (
        <section key={key} aria-labelledby={`block-${key}`}>
          <h2 class="govuk-heading-m" id={`block-${key}`}>
            {t(`dashboard.block.${key}`)}
          </h2>
          <TaskList items={items} idPrefix={key} />
        </section>
      ))}
      {blocks.length === 0 && steps.length === 0 && !hasToChoose && !hasSuggestions && <p class="govuk-body-l">{t('dashboard.nothing')}</p>}
      {(hasSuggestions || mayWrite) && (
        <div class="govuk-button-group">
          {hasSuggestions && <LinkButton href={href('/matches')}>{t('dashboard.suggested', { count: own.suggested })}</LinkButton>}
          {mayWrite && (
            <LinkButton href={href('/my/listings/new')} {...(hasSuggestions && { variant: 'secondary' })}>
              {t('dashboard.new-listing')}
            </LinkButton>
          )}
        </div>
      )}
      {!own && !desk && !hasToChoose && invitations.length === 0 && steps.length === 0 && (
        <LinkButton href={href('/organization/new')}>{t('dashboard.register')}</LinkButton>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href('/searches')}>
          {t('dashboard.searches')}
        </a>
        {' · '}
        <a class="govuk-link" href={href('/shortlist')}>
          {t('dashboard.shortlist')}
        </a>
      </p>
    </Layout>
  );
};

const STEP_PATHS = {
  address: '/account',
  organization: '/organization/new',
  listing: '/my/listings/new',
  papers: '/organization/papers',
  mails: '/account/notifications',
} as const;

const FirstSteps = ({ steps }: Pick<DashboardView, 'steps'>) => {
  const { t, href } = useReader();
  const items = steps.map(({ step, state }): Task => {
    const isOpen = state === 'open';
    return {
      title: t(`dashboard.step.${step}`),
      hint: t(`dashboard.step.${step}-hint`),
      ...(isOpen && { href: href(STEP_PATHS[step]) }),
      status: isOpen ? <Tag colour="blue">{t('dashboard.step-open')}</Tag> : t(`dashboard.step-${state}`),
    };
  });
  return (
    <section aria-labelledby="first-steps">
      <h2 class="govuk-heading-m" id="first-steps">
        {t('dashboard.first-steps')}
      </h2>
      <TaskList items={items} idPrefix="first-step" />
    </section>
  );
};

type Block = 'matches' | 'invitations' | 'listings' | 'papers' | 'desk';

/** What there is to do, the most urgent kinds first; kinds with nothing in them are left out. */
function blocksOf(view: DashboardView, reader: Reader): { key: Block; items: Task[] }[] {
  const { own, desk, invitations } = view;
  const { t, href, format } = reader;
  const all: { key: Block; items: Task[] }[] = [
    { key: 'matches', items: own ? own.matches.map((match) => matchTask(match, reader)) : [] },
    {
      key: 'invitations',
      items: invitations.map(({ token, organization, expiresAt }) => ({
        title: <bdi>{organization}</bdi>,
        href: href(`/invitations/accept?token=${token}`),
        status: t('dashboard.until', { day: format.date(expiresAt) }),
      })),
    },
    { key: 'listings', items: own ? own.listings.map((listing) => listingTask(listing, reader)) : [] },
    { key: 'papers', items: own ? paperTasks(own, reader) : [] },
    { key: 'desk', items: desk ? deskTasks(desk, reader) : [] },
  ];
  return all.filter(({ items }) => items.length > 0);
}

const until = (day: Date | null, { t, format }: Reader) =>
  day ? <Tag colour="orange">{t('dashboard.until', { day: format.date(day) })}</Tag> : '';

const matchTask = ({ id, own, other, why, until: day }: AwaitedMatch, reader: Reader): Task => ({
  title: <UserText language={other.language}>{other.title}</UserText>,
  href: reader.href(`/matches/${id}`),
  hint: (
    <>
      {reader.t(`dashboard.match.${why}`)} {reader.name('country', other.country)} ·{' '}
      <UserText language={own.language}>{own.title}</UserText>
    </>
  ),
  status: until(day, reader),
});

const listingTask = ({ id, title, language, kind, what, until: day }: UnfinishedListing, reader: Reader): Task => ({
  title: title === null ? reader.t('dashboard.untitled') : <UserText language={language}>{title}</UserText>,
  href: reader.href(`/my/listings/${id}`),
  hint: `${reader.t(`kind.${kind}`)} · ${reader.t(`dashboard.listing.${what}`)}`,
  status: until(day, reader),
});

/** Papers that were refused or are missing, and a verification that ends; nothing before the organization is confirmed. */
function paperTasks({ organization, papers }: OwnBlocks, reader: Reader): Task[] {
  const { t, href } = reader;
  const refused = papers.items.filter(
    (paper) =>
      paper.outcome === 'refused' && !papers.items.some((later) => later.kind === paper.kind && later.uploadedAt > paper.uploadedAt),
  );
  const tasks = refused.map(({ kind }): Task => ({
    title: t(`paper.${kind}`),
    href: href('/organization/papers'),
    hint: t('dashboard.paper.refused'),
    status: <Tag colour="red">{t('dashboard.paper.again')}</Tag>,
  }));
  const isDue = organization.level === 'basic' || (hasLevel(organization.level, 'verified') && papers.missing.length > 0);
  if (isDue && papers.waiting === null && refused.length === 0)
    tasks.push({
      title: t(organization.level === 'basic' ? 'dashboard.paper.send' : 'dashboard.paper.renew'),
      href: href('/organization/papers'),
      hint: t('dashboard.paper.why'),
      status: until(organization.level === 'basic' ? null : toDate(papers.verifiedUntil), reader),
    });
  return tasks;
}

const toDate = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

function deskTasks({ reviews, papers, matches, depth }: NonNullable<DashboardView['desk']>, { t, href, format }: Reader): Task[] {
  const task = (key: 'reviews' | 'papers' | 'matches' | 'depth', path: string, { count, oldest, overdue = 0 }: Head): Task => ({
    title: t(`dashboard.desk.${key}` as MessageKey, { count }),
    href: href(path),
    ...(oldest && { hint: t('dashboard.desk.oldest', { day: format.date(oldest) }) }),
    status: overdue > 0 ? <Tag colour="red">{t('dashboard.desk.overdue', { count: overdue })}</Tag> : '',
  });
  return [
    task('reviews', '/desk', reviews),
    ...(matches ? [task('matches', '/desk/matches', matches)] : []),
    task('papers', '/desk/organizations?waiting=papers', papers),
    ...(depth ? [task('depth', '/desk/organizations?waiting=due-diligence', depth)] : []),
  ];
}
