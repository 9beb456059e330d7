import { LinkButton } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

interface LinkGone {
  text: MessageKey;
  /** What to do instead. */
  next?: { path: string; text: MessageKey };
}

/** A link that was used, has run out or never was one. */
export const LinkGonePage = ({ text, next }: LinkGone) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('link-gone.title')}>
      <div class="gate-narrow">
        <h1 class="govuk-heading-l">{t('link-gone.title')}</h1>
        <p class="govuk-body">{t(text)}</p>
        {next && <LinkButton href={href(next.path)}>{t(next.text)}</LinkButton>}
      </div>
    </Layout>
  );
};
