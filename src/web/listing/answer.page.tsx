import { actsFor } from '../../kernel/actor.js';
import type { ListingKind } from '../../modules/listings/index.js';
import { Breadcrumbs, Button, Form, FormErrors, type FormState, RadiosField, TextAreaField, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';
import { pathOf, readingOf, type ListingView } from './listing-view.js';

/** The answer that begins a new listing. */
export const NEW_LISTING = 'new';

export interface OwnListing {
  id: string;
  kind: ListingKind;
  reference: string;
  title: string;
  language: string;
}

interface AnswerProps {
  view: ListingView;
  own: readonly OwnListing[];
  /** Kinds a new one may be of. */
  kinds: readonly ListingKind[];
  form: FormState;
}

/** Which of her own listings answers it, or that a new one does. */
export const AnswerPage = ({ view, own, kinds, form }: AnswerProps) => {
  const { t, href } = useReader();
  const way = view.kind === 'need' ? 'meet' : 'want';
  const title = readingOf(view, 'title', view.title);
  return (
    <Layout
      title={t(`answer.${way}.title`)}
      hasFaults={form.faults.length > 0}
      before={<Breadcrumbs items={[{ href: href(pathOf(view)), text: t(way === 'meet' ? 'answer.back-need' : 'answer.back-offer') }]} />}
    >
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t(`answer.${way}.title`)}</h1>
        <p class="govuk-body-l">
          <UserText language={title?.language}>{title?.text}</UserText>
        </p>
        <Answer view={view} own={own} kinds={kinds} form={form} />
      </div>
    </Layout>
  );
};

const Answer = ({ view, own, kinds, form }: AnswerProps) => {
  const { actor, t, href } = useReader();
  const way = view.kind === 'need' ? 'meet' : 'want';
  const organization = actor.kind === 'person' ? actor.organization : null;
  if (!organization)
    return (
      <>
        <p class="govuk-body">{t('answer.no-organization')}</p>
        <a class="govuk-button" href={href('/organization')}>
          {t('answer.register-organization')}
        </a>
      </>
    );
  if (!actsFor(actor, organization.id, 'editor')) return <p class="govuk-body">{t('answer.ask-editor')}</p>;
  const action = href(`${pathOf(view)}/${way}`);
  const kindItems = kinds.map((kind) => ({ value: kind, text: t(`kind.${kind}`) }));
  if (own.length === 0)
    return (
      <Form action={action}>
        <p class="govuk-body">{t(`answer.${way}.none`)}</p>
        <input type="hidden" name="listing" value={NEW_LISTING} />
        {kinds.length > 1 ? (
          <RadiosField form={form} name="kind" legend={t('answer.kind')} items={kindItems} />
        ) : (
          <input type="hidden" name="kind" value={kinds[0]} />
        )}
        <Button preventDoubleClick>{t(`answer.${way}.begin`)}</Button>
      </Form>
    );
  const items = own.map(({ id, title, language, kind, reference }) => ({
    value: id,
    text: <UserText language={language}>{title}</UserText>,
    hint: (
      <>
        {t(`kind.${kind}`)} · <bdi dir="ltr">{reference}</bdi>
      </>
    ),
  }));
  return (
    <Form action={action}>
      <RadiosField
        form={form}
        name="listing"
        legend={t(`answer.${way}.which`)}
        items={[...items, { divider: t('answer.or') }, { value: NEW_LISTING, text: t(`answer.${way}.new`), hint: t('answer.new-hint') }]}
      />
      <TextAreaField form={form} name="note" label={t('answer.note')} hint={t('answer.note-hint')} maxlength={1_000} rows={3} />
      <p class="govuk-body">{t('answer.what-follows')}</p>
      <Button preventDoubleClick>{t('answer.submit')}</Button>
    </Form>
  );
};
