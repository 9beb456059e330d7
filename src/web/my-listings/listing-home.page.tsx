import type { Fault } from '../../kernel/errors.js';
import {
  Breadcrumbs,
  Button,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  LinkButton,
  Tag,
  TaskList,
  UserText,
} from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/index.js';
import { contentOf, editing, type OwnListing, stageOf } from '../wizard/own-listings.js';
import { actionsOf } from './actions.js';
import { Requests } from './requests.js';
import { StateTag } from './state-tag.js';
import { tasksOf, type TaskStatus } from './tasks.js';

interface HomeProps {
  listing: OwnListing;
  /** What is missing before it can be handed in. */
  missing: readonly Fault[];
  form: FormState;
}

/** The home of a listing for its owner: where it stands, what comes next and by whom, and what can be done. */
export const ListingHomePage = ({ listing, missing, form }: HomeProps) => {
  const { t, href, actor } = useReader();
  const content = contentOf(listing);
  const { can } = editing(listing, actor);
  return (
    <Layout
      title={content.title}
      hasFaults={form.faults.length > 0}
      before={
        <Breadcrumbs
          items={[{ text: t('my-listings.title'), href: href('/my/listings') }, { text: <bdi dir="ltr">{listing.reference}</bdi> }]}
        />
      }
    >
      <div class="gate-form">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">
          <UserText language={content.language}>{content.title}</UserText>
        </h1>
        <Standing listing={listing} />
        <Requests listing={listing} form={form} />
        {can && <Tasks listing={listing} missing={missing} />}
        <Actions listing={listing} missing={missing} />
        {listing.kind === 'need' && <Lots listing={listing} />}
        <Further listing={listing} />
      </div>
    </Layout>
  );
};

/** Its state in words, and whose turn it is. */
const Standing = ({ listing }: { listing: OwnListing }) => {
  const { t, format, name } = useReader();
  const { state, stateReason, stateNote, expiresAt, pending } = listing;
  const isOpen = ['published', 'expiring', 'paused'].includes(state);
  return (
    <>
      <p class="govuk-body">
        <StateTag state={state} /> {pending && <Tag colour="blue">{t('my-listings.change-waiting')}</Tag>} {t(`kind.${listing.kind}`)}
        {isOpen && expiresAt && ` · ${t('my-listings.until', { day: format.date(expiresAt) })}`}
      </p>
      <InsetText>
        <p class="govuk-body">{t(`my-listings.next.${state}`)}</p>
        {pending && <p class="govuk-body">{t(`my-listings.next.pending-${pending.state}` as MessageKey)}</p>}
      </InsetText>
      {stateReason && (
        <p class="govuk-body">
          {t('my-listings.reason')}: {name('reason', stateReason)}
        </p>
      )}
      {stateNote && (
        <p class="govuk-body">
          {t('my-listings.note')}: <UserText>{stateNote}</UserText>
        </p>
      )}
    </>
  );
};

const STATUS: Readonly<Record<TaskStatus, 'orange' | undefined>> = { missing: 'orange', done: undefined, optional: undefined };

const Tasks = ({ listing, missing }: Omit<HomeProps, 'form'>) => {
  const { t, href } = useReader();
  const isLive = listing.state !== 'draft' && listing.state !== 'changes_requested';
  return (
    <section>
      <h2 class="govuk-heading-m">{t(isLive ? 'my-listings.change-it' : 'my-listings.tasks')}</h2>
      {isLive && <p class="govuk-body">{t('my-listings.change-it-text')}</p>}
      <TaskList
        items={tasksOf(listing, missing).map(({ key, status }) => ({
          title: t(`wizard.part.${key}` as MessageKey),
          href: href(`/my/listings/${listing.id}/edit/${key}`),
          status: STATUS[status] ? <Tag colour={STATUS[status]}>{t(`my-listings.task.${status}`)}</Tag> : t(`my-listings.task.${status}`),
        }))}
      />
    </section>
  );
};

/** One main step; the others are links to pages that ask first. */
const Actions = ({ listing, missing }: Omit<HomeProps, 'form'>) => {
  const { t, href } = useReader();
  const base = `/my/listings/${listing.id}`;
  const actions = actionsOf(listing);
  const submits = listing.allowed.includes('submit');
  const renews = !submits && ['expiring', 'expired'].includes(listing.state) && actions.includes('renew');
  const others = actions.filter((name) => !(renews && name === 'renew'));
  if (!submits && actions.length === 0) return null;
  return (
    <section>
      {submits && (
        <p class="govuk-body">
          <LinkButton href={href(`${base}/check`)}>{t(missing.length > 0 ? 'my-listings.check-missing' : 'my-listings.check')}</LinkButton>
        </p>
      )}
      {renews && <LinkButton href={href(`${base}/renew`)}>{t('my-listings.action.renew')}</LinkButton>}
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('my-listings.actions')}</h2>
          <ul class="govuk-list">
            {others.map((name) => (
              <li key={name}>
                <a class="govuk-link" href={href(`${base}/${name}`)}>
                  {t(`my-listings.action.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** Parts of a published need that are filled one by one. */
const Lots = ({ listing }: { listing: OwnListing }) => {
  const { t, href } = useReader();
  const lots = (listing['lots'] ?? []) as { key: string; title: string }[];
  const filled = listing.filledLots ?? [];
  if (lots.length === 0 || !listing.allowed.includes('fulfil')) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('my-listings.lots')}</h2>
      {lots.map(({ key, title }) => (
        <div key={key} class="gate-line">
          <UserText language={listing.language}>{title}</UserText>
          {filled.includes(key) ? (
            <Tag colour="green">{t('my-listings.lot-filled')}</Tag>
          ) : (
            <Form action={href(`/my/listings/${listing.id}/fill-lot`)}>
              <input type="hidden" name="version" value={listing.version} />
              <Button name="lot" value={key} variant="secondary">
                {t('my-listings.lot-fill')}
                <span class="govuk-visually-hidden">: {title}</span>
              </Button>
            </Form>
          )}
        </div>
      ))}
    </section>
  );
};

const Further = ({ listing }: { listing: OwnListing }) => {
  const { t, href } = useReader();
  const isOpen = ['published', 'expiring'].includes(listing.state);
  const links: [string, string][] = [
    ...(listing.pending && stageOf(listing) !== listing.state
      ? [[`/my/listings/${listing.id}/changes`, t('my-listings.see-changes')] as [string, string]]
      : []),
    ...(isOpen
      ? [[`/${listing.kind === 'need' ? 'needs' : 'offers'}/${listing.id}`, t('my-listings.see-public')] as [string, string]]
      : []),
    [`/my/listings/${listing.id}/answers`, t('my-listings.see-answers')],
    [`/my/listings/${listing.id}/history`, t('my-listings.see-history')],
  ];
  return (
    <ul class="govuk-list gate-further">
      {links.map(([path, text]) => (
        <li key={path}>
          <a class="govuk-link" href={href(path)}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
};
