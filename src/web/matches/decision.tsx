import type { ComponentChildren } from 'preact';
import type { MatchView } from '../../modules/matching/index.js';
import { Button, Form, type FormState, LinkButton, TextAreaField } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { useReader } from '../page/reader.js';

/** What every decision carries: the version that was seen, and the state it was in, to tell what has changed meanwhile. */
export const SeenFields = ({ match: { version, state } }: { match: Pick<MatchView, 'version' | 'state'> }) => (
  <>
    <input type="hidden" name="version" value={version} />
    <input type="hidden" name="seen" value={state} />
  </>
);

const NOTE_MAX = 1_000;
export const YES_FIELDS = ['note'];

type Allowed = MatchView['allowed'][number];

/** Acts that have a page of their own, because they cannot be taken back or ask for more. */
const ON_OWN_PAGE: readonly Allowed[] = ['decline', 'withdraw', 'appeal', 'report-outcome'];

/** What the reader may do now, as the life cycle says; the yes first. */
export const Decision = ({ match, form }: { match: MatchView; form: FormState }) => {
  const { t, href } = useReader();
  const { allowed, id } = match;
  const links = ON_OWN_PAGE.filter((name) => allowed.includes(name));
  if (links.length === 0 && !allowed.includes('express-interest') && !allowed.includes('undo')) return null;
  return (
    <section id="decision" class="gate-decision" aria-labelledby="decision-title">
      <h2 class="govuk-heading-m" id="decision-title">
        {t(titleOf(match))}
      </h2>
      {allowed.includes('express-interest') && <Yes match={match} form={form} />}
      {allowed.includes('undo') && (
        <Form action={href(`/matches/${id}/undo`)}>
          <SeenFields match={match} />
          <p class="govuk-body">{t('match.undo-hint')}</p>
          <Button variant="secondary" preventDoubleClick>
            {t('match.undo')}
          </Button>
        </Form>
      )}
      {links.length > 0 && (
        <div class="govuk-button-group">
          {links.map((name) => (
            <LinkButton key={name} href={href(`/matches/${id}/${name}`)} variant={isMain(name, match) ? undefined : 'secondary'}>
              {t(`match.act.${name}` as 'match.act.decline')}
            </LinkButton>
          ))}
        </div>
      )}
    </section>
  );
};

const isMain = (name: Allowed, { allowed }: MatchView): boolean => name === 'report-outcome' && !allowed.includes('express-interest');

function titleOf({ allowed, interest, side }: MatchView): MessageKey {
  if (allowed.includes('express-interest')) return side !== null && interest[side]?.confirm ? 'match.still-yes' : 'match.your-answer';
  if (allowed.includes('report-outcome')) return 'match.what-became';
  return 'match.what-you-can-do';
}

const Yes = ({ match, form }: { match: MatchView; form: FormState }) => {
  const { t, href } = useReader();
  const again = match.side !== null && match.interest[match.side]?.confirm === true;
  return (
    <Form action={href(`/matches/${match.id}/express-interest`)}>
      <SeenFields match={match} />
      <p class="govuk-body">{t(again ? 'match.still-yes-hint' : 'match.yes-hint')}</p>
      <TextAreaField form={form} name="note" label={t('match.note')} hint={t('match.note-hint')} maxlength={NOTE_MAX} rows={3} />
      <Button preventDoubleClick>{t(again ? 'match.yes-again' : 'match.yes')}</Button>
    </Form>
  );
};

/** The decision is far down: on phones the link to it stays in sight. */
export const GoToDecision = ({ children }: { children: ComponentChildren }) => (
  <p class="govuk-body gate-go">
    <a class="govuk-link" href="#decision">
      {children}
    </a>
  </p>
);
