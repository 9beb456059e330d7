import { useReader } from '../page/reader.js';

/** Until she has opened the link that was mailed to her, calmly. */
export const Unverified = () => {
  const { person, t, href } = useReader();
  if (!person?.unverified) return null;
  return (
    <div class="gate-notice">
      <form class="govuk-width-container" method="post" action={href('/verify')}>
        <p>{t('layout.unverified', { email: `\u2068${person.unverified}\u2069` })}</p>
        <button type="submit" class="gate-link-button">
          {t('layout.verify-again')}
        </button>
      </form>
    </div>
  );
};
