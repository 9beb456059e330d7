import { useReader } from '../page/reader.js';
import { languageLinks } from './language-links.js';
import { isHere, placesOf } from './places.js';

export const Header = () => {
  const { t, href } = useReader();
  return (
    <header class="gate-header">
      <div class="govuk-width-container gate-header__bar">
        <a class="gate-header__brand" href={href('/')}>
          <Mark />
          <span class="gate-header__name">GATE</span>
          <span class="gate-header__what">{t('layout.exchange')}</span>
        </a>
        <Account />
      </div>
      <Places />
      <Languages />
    </header>
  );
};

/** Two halves that meet: what is sought and what is offered. */
const Mark = () => (
  <svg class="gate-header__mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <path d="M4 28V14a12 12 0 0 1 11-12v26z" fill="currentColor" />
    <path d="M28 28V14A12 12 0 0 0 17 2v26z" fill="none" stroke="currentColor" stroke-width="2" />
  </svg>
);

const Account = () => {
  const { person, t, href } = useReader();
  if (!person)
    return (
      <ul class="gate-header__account">
        <li>
          <a href={href('/sign-in')}>{t('layout.sign-in')}</a>
        </li>
        <li>
          <a href={href('/sign-up')}>{t('layout.sign-up')}</a>
        </li>
      </ul>
    );
  return (
    <ul class="gate-header__account">
      <li>
        <a href={href('/notifications')}>{person.unread > 0 ? t('layout.unread', { count: person.unread }) : t('layout.notifications')}</a>
      </li>
      <li>
        <a href={href('/account')} dir="auto">
          {person.name}
        </a>
        {person.organizations > 1 ? (
          <a class="gate-header__for" href={href('/account/organization')} dir="auto">
            {person.organizationName ?? t('account.organization')}
          </a>
        ) : (
          person.organizationName !== null && (
            <span class="gate-header__for" dir="auto">
              {person.organizationName}
            </span>
          )
        )}
      </li>
      <li>
        <form method="post" action={href('/sign-out')}>
          <button type="submit" class="gate-header__out">
            {t('layout.sign-out')}
          </button>
        </form>
      </li>
    </ul>
  );
};

const Places = () => {
  const { actor, path, t, href } = useReader();
  return (
    <nav class="gate-places" aria-label={t('layout.places')}>
      <ul class="govuk-width-container">
        {placesOf(actor).map(({ path: place, key }) => (
          <li key={place}>
            <a href={href(place)} {...(isHere(path, place) && { 'aria-current': 'page' })}>
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Languages = () => {
  const { language, path, t } = useReader();
  return (
    <nav class="gate-languages" aria-label={t('layout.languages')}>
      <ul class="govuk-width-container">
        {languageLinks(path).map((one) => (
          <li key={one.language}>
            {one.language === language ? (
              <span aria-current="true">{one.name}</span>
            ) : (
              <a href={one.href} lang={one.language} hreflang={one.language} dir={one.language === 'ar' ? 'rtl' : 'ltr'}>
                {one.name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
};
