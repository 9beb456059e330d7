import type { MatchView } from '../../modules/matching/index.js';
import { Button, CheckboxesField, Form, type FormState, LinkButton, TextAreaField, UserText } from '../components/index.js';
import { keyTo } from '../desk/desk-keys.js';
import { SeenFields } from '../matches/decision.js';
import { useReader } from '../page/reader.js';
import { tickField } from './tick-field.js';

interface Props {
  match: MatchView;
  form: FormState;
  checklist: readonly { key: string; text: string; required: boolean }[];
}

const NOTE_MAX = 1_000;

/** What the administrator decides: introduce the two, reject, or show a held match to both. */
export const Review = ({ match, form, checklist }: Props) => {
  const { t, href } = useReader();
  const { id, allowed } = match;
  return (
    <section id="decision" class="gate-decision" aria-labelledby="decision-title">
      <h2 class="govuk-heading-m" id="decision-title">
        {t('match-review.decision')}
      </h2>
      {allowed.includes('approve') && (
        <Form action={href(`/desk/matches/${id}/approve`)}>
          <SeenFields match={match} />
          <p class="govuk-body">{t('match-review.approve-hint')}</p>
          {checklist.map((one) => (
            <Tick key={one.key} form={form} line={one} />
          ))}
          <TextAreaField
            form={form}
            name="note"
            label={t('match-review.note')}
            hint={t('match-review.note-hint')}
            maxlength={NOTE_MAX}
            rows={3}
          />
          <Button preventDoubleClick attributes={keyTo('approve')}>
            {t('match-review.approve')}
          </Button>
        </Form>
      )}
      {allowed.includes('release') && (
        <Form action={href(`/desk/matches/${id}/release`)}>
          <SeenFields match={match} />
          <p class="govuk-body">{t('match-review.release-hint')}</p>
          <Button preventDoubleClick>{t('match-review.release')}</Button>
        </Form>
      )}
      {allowed.includes('reject') && (
        <LinkButton href={href(`/desk/matches/${id}/reject`)} variant="secondary" attributes={keyTo('refuse')}>
          {t('match-review.reject')}
        </LinkButton>
      )}
    </section>
  );
};

/** A line of the checklist in the reader's language; one that the house has added speaks the language it was written in. */
const Tick = ({ form, line: { key, text, required } }: { form: FormState; line: Props['checklist'][number] }) => {
  const { t, translator } = useReader();
  const own = `match-review.tick.${key}`;
  const words = translator.has(own) ? t(own) : <UserText>{text}</UserText>;
  return (
    <CheckboxesField
      form={form}
      name={tickField(key)}
      class="govuk-checkboxes--small"
      items={[{ value: 'true', text: words, hint: required ? t('match-review.tick-required') : undefined }]}
    />
  );
};
