import type { ComponentChildren } from 'preact';
import type { MatchView } from '../../modules/matching/index.js';
import { Breadcrumbs, Button, Form, FormErrors, type FormState, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';
import { SeenFields } from './decision.js';

interface StepPageProps {
  match: MatchView;
  form: FormState;
  step: 'decline' | 'withdraw' | 'appeal' | 'report-outcome';
  variant?: 'warning';
  children: ComponentChildren;
}

/** A decision that ends something or asks for more, on a page of its own. */
export const StepPage = ({ match, form, step, variant, children }: StepPageProps) => {
  const { t, href } = useReader();
  const other = match.side === 'provider' ? match.need : match.offer;
  const back = href(`/matches/${match.id}`);
  return (
    <Layout
      title={t(`match.page.${step}`)}
      hasFaults={form.faults.length > 0}
      before={<Breadcrumbs items={[{ href: back, text: t('match.back') }]} />}
    >
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <span class="govuk-caption-l">
          <UserText language={other.language}>{other.title}</UserText>
        </span>
        <h1 class="govuk-heading-l">{t(`match.page.${step}`)}</h1>
        <p class="govuk-body">{t(`match.page-hint.${step}`)}</p>
        <Form action={href(`/matches/${match.id}/${step}`)}>
          <SeenFields match={match} />
          {children}
          <div class="govuk-button-group">
            <Button preventDoubleClick variant={variant}>
              {t(`match.do.${step}`)}
            </Button>
            <a class="govuk-link" href={back}>
              {t('match.cancel')}
            </a>
          </div>
        </Form>
      </div>
    </Layout>
  );
};
