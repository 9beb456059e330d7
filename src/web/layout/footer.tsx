import type { MessageKey } from '../i18n/areas.js';
import { useReader } from '../page/reader.js';

const LINKS: readonly { path: string; key: MessageKey }[] = [
  { path: '/help', key: 'place.help' },
  { path: '/countries', key: 'place.countries' },
  { path: '/insights', key: 'place.insights' },
  { path: '/contact', key: 'place.contact' },
  { path: '/accessibility', key: 'place.accessibility' },
  { path: '/privacy', key: 'place.privacy' },
  { path: '/terms', key: 'place.terms' },
];

export const Footer = () => {
  const { t, href } = useReader();
  return (
    <footer class="gate-footer">
      <nav class="govuk-width-container" aria-label={t('layout.footer')}>
        <ul>
          {LINKS.map(({ path, key }) => (
            <li key={path}>
              <a href={href(path)}>{t(key)}</a>
            </li>
          ))}
          <li>
            <a href="/api/docs">{t('place.api')}</a>
          </li>
        </ul>
        <p>{t('layout.free')}</p>
      </nav>
    </footer>
  );
};
