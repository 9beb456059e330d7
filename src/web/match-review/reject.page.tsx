import type { MatchView } from '../../modules/matching/index.js';
import { Breadcrumbs, Button, Form, FormErrors, type FormState, RadiosField, TextAreaField, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { SeenFields } from '../matches/decision.js';
import { useReader } from '../page/reader.js';

export const REJECT_FIELDS = ['reason', 'note'];
const REASONS = [
  'fit',
  'incomplete',
  'unclear',
  'evidence-missing',
  'terms',
  'not-eligible',
  'not-verified',
  'conflict-of-interest',
  'sensitive',
  'rules-broken',
  'duplicate',
  'out-of-scope',
  'other',
];
const NOTE_MAX = 1_000;

/** A rejection ends the match, and both sides read its reason. */
export const RejectPage = ({ match, form }: { match: MatchView; form: FormState }) => {
  const { t, href, name } = useReader();
  const back = href(`/desk/matches/${match.id}`);
  return (
    <Layout
      title={t('match-review.reject-title')}
      hasFaults={form.faults.length > 0}
      before={<Breadcrumbs items={[{ href: back, text: t('match.back') }]} />}
    >
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <span class="govuk-caption-l">
          <UserText language={match.need.language}>{match.need.title}</UserText>
        </span>
        <h1 class="govuk-heading-l">{t('match-review.reject-title')}</h1>
        <p class="govuk-body">{t('match-review.reject-hint')}</p>
        <Form action={href(`/desk/matches/${match.id}/reject`)}>
          <SeenFields match={match} />
          <RadiosField
            form={form}
            name="reason"
            legend={t('match-review.reject-why')}
            legendClass="govuk-fieldset__legend--s"
            class="govuk-radios--small"
            items={REASONS.map((code) => ({ value: code, text: name('reason', code) }))}
          />
          <TextAreaField
            form={form}
            name="note"
            label={t('match-review.note')}
            hint={t('match-review.note-hint')}
            maxlength={NOTE_MAX}
            rows={3}
          />
          <div class="govuk-button-group">
            <Button variant="warning" preventDoubleClick>
              {t('match-review.reject')}
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
