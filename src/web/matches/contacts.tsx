import type { MatchSide, MatchView } from '../../modules/matching/index.js';
import { SummaryList, UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';

/** Whom to write to, once the two are introduced. */
export const Contacts = ({ match: { contacts, side } }: { match: MatchView }) => {
  const { t } = useReader();
  if (!contacts) return null;
  const people = [
    { side: 'seeker', person: contacts.need },
    { side: 'provider', person: contacts.offer },
  ] as const;
  const shown = side === 'seeker' ? [...people].reverse() : people;
  return (
    <section class="gate-contacts" aria-labelledby="contacts">
      <h2 class="govuk-heading-m" id="contacts">
        {t('match.contacts')}
      </h2>
      <p class="govuk-body">{t('match.contacts-hint')}</p>
      <SummaryList
        rows={shown.map(({ side: one, person }) => ({
          key: t(`match.side.${one}`),
          value: person ? <Person person={person} /> : t('match.no-contact'),
        }))}
      />
    </section>
  );
};

const Person = ({ person: { name, email } }: { person: { name: string; email: string } }) => (
  <>
    <UserText>{name}</UserText>
    <br />
    <a class="govuk-link" href={`mailto:${email}`}>
      <bdi dir="ltr">{email}</bdi>
    </a>
  </>
);

/** Why a desk has brought the two together. */
export const Proposal = ({ match: { proposal } }: { match: MatchView }) => {
  const { t } = useReader();
  if (!proposal?.note) return null;
  return (
    <section aria-labelledby="proposal">
      <h2 class="govuk-heading-m" id="proposal">
        {t('match.proposal')}
      </h2>
      <p class="gate-quiet">{t(`match.proposed-by.${proposal.by ?? 'administrator'}`)}</p>
      <p class="govuk-body gate-lines">
        <UserText>{proposal.note}</UserText>
      </p>
    </section>
  );
};

/** What each side said with its yes. */
export const YesNotes = ({ match: { interest, side } }: { match: MatchView }) => {
  const { t, format } = useReader();
  const said = (['seeker', 'provider'] as const).flatMap((one: MatchSide) => {
    const yes = interest[one];
    return yes ? [{ one, yes }] : [];
  });
  if (said.length === 0) return null;
  return (
    <section aria-labelledby="yes">
      <h2 class="govuk-heading-m" id="yes">
        {t('match.said-yes')}
      </h2>
      {said.map(({ one, yes }) => (
        <div key={one} class="gate-question">
          <p class="gate-quiet">
            {t('match.yes-on', { who: one === side ? t('match.side.you') : t(`match.side.${one}`), day: format.date(yes.at) })}
            {yes.confirm && ` · ${t('match.asked-again')}`}
          </p>
          {yes.note && (
            <p class="govuk-body gate-lines">
              <UserText>{yes.note}</UserText>
            </p>
          )}
        </div>
      ))}
    </section>
  );
};
