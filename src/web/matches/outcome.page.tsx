import { type MatchView, OUTCOME_STATUSES } from '../../modules/matching/index.js';
import { type FormState, RadiosField, SelectField, TextAreaField, TextField } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { StepPage } from './step.page.js';

export const OUTCOME_FIELDS = ['status', 'value', 'currency', 'quantities.0.value', 'quantities.0.unit', 'note'];
const NOTE_MAX = 1_000;

/** What became of the introduction, as this side sees it. */
export const OutcomePage = ({ match, form, currencies }: { match: MatchView; form: FormState; currencies: readonly string[] }) => {
  const { t, name } = useReader();
  return (
    <StepPage match={match} form={form} step="report-outcome">
      <RadiosField
        form={form}
        name="status"
        legend={t('match.outcome')}
        legendClass="govuk-fieldset__legend--s"
        items={OUTCOME_STATUSES.map((status) => ({ value: status, text: t(`match.outcome.${status}`) }))}
      />
      <TextField
        form={form}
        name="value"
        label={t('match.value')}
        hint={t('match.value-hint')}
        inputmode="decimal"
        class="govuk-input--width-10"
      />
      <SelectField
        form={form}
        name="currency"
        label={t('match.currency')}
        items={[{ value: '', text: '–' }, ...currencies.map((code) => ({ value: code, text: `${code} – ${name('currency', code)}` }))]}
      />
      <TextField form={form} name="quantities.0.value" label={t('match.how-many')} inputmode="decimal" class="govuk-input--width-5" />
      <TextField
        form={form}
        name="quantities.0.unit"
        label={t('match.of-what')}
        hint={t('match.of-what-hint')}
        class="govuk-input--width-20"
      />
      <TextAreaField form={form} name="note" label={t('match.outcome-note')} maxlength={NOTE_MAX} rows={3} />
    </StepPage>
  );
};
