import type { MatchView } from '../../modules/matching/index.js';
import { Checkboxes, DateField, dateNames, type FormState, RadiosField, TextAreaField } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { StepPage } from './step.page.js';

/** Why a side says no, the usual reasons first. */
const REASONS = [
  'price',
  'capacity',
  'timing',
  'fit',
  'country',
  'language',
  'terms',
  'found-elsewhere',
  'already-in-contact',
  'no-longer-needed',
  'no-longer-offered',
  'not-now',
  'other',
];
const NOTE_MAX = 1_000;

export const DECLINE_FIELDS = ['reason', ...dateNames('until'), 'note', 'share'];

export const DeclinePage = ({ match, form }: { match: MatchView; form: FormState }) => {
  const { t, name } = useReader();
  return (
    <StepPage match={match} form={form} step="decline" variant="warning">
      <RadiosField
        form={form}
        name="reason"
        legend={t('match.decline-why')}
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small"
        items={REASONS.map((code) => ({ value: code, text: name('reason', code) }))}
      />
      <DateField form={form} name="until" legend={t('match.until')} hint={t('match.until-hint')} />
      <Checkboxes
        name="share"
        class="govuk-checkboxes--small"
        items={[{ value: 'true', text: t('match.share'), hint: t('match.share-hint') }]}
        values={[form.values['share'] ?? []].flat()}
      />
      <TextAreaField form={form} name="note" label={t('match.end-note')} hint={t('match.end-note-hint')} maxlength={NOTE_MAX} rows={3} />
    </StepPage>
  );
};

/** Why a yes is taken back. */
export const WITHDRAW_FIELDS = ['reason', 'note'];
const WITHDRAW_REASONS = [
  'no-longer-needed',
  'no-longer-offered',
  'found-elsewhere',
  'capacity',
  'timing',
  'terms',
  'entered-by-mistake',
  'other',
];

export const WithdrawPage = ({ match, form }: { match: MatchView; form: FormState }) => {
  const { t, name } = useReader();
  return (
    <StepPage match={match} form={form} step="withdraw" variant="warning">
      <RadiosField
        form={form}
        name="reason"
        legend={t('match.withdraw-why')}
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small"
        items={WITHDRAW_REASONS.map((code) => ({ value: code, text: name('reason', code) }))}
      />
      <TextAreaField form={form} name="note" label={t('match.end-note')} hint={t('match.end-note-hint')} maxlength={NOTE_MAX} rows={3} />
    </StepPage>
  );
};

export const APPEAL_FIELDS = ['note'];

/** What whoever looks next should know. */
export const AppealPage = ({ match, form }: { match: MatchView; form: FormState }) => {
  const { t } = useReader();
  return (
    <StepPage match={match} form={form} step="appeal">
      <TextAreaField form={form} name="note" label={t('match.end-note')} hint={t('match.end-note-hint')} maxlength={NOTE_MAX} rows={3} />
    </StepPage>
  );
};
