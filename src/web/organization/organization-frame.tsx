import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../i18n/areas.js';
import { Back } from '../layout/back.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

interface Frame {
  title: MessageKey;
  hasFaults?: boolean;
  back?: { path: string; text: MessageKey };
  children: ComponentChildren;
}

const ORGANIZATION = { path: '/organization', text: 'place.organization' } as const;

/** A page about one's own organization, with the way back to it. */
export const OrganizationFrame = ({ title, hasFaults = false, back = ORGANIZATION, children }: Frame) => {
  const { t } = useReader();
  return (
    <Layout title={t(title)} hasFaults={hasFaults} before={<Back path={back.path}>{t(back.text)}</Back>}>
      <h1 class="govuk-heading-l">{t(title)}</h1>
      {children}
    </Layout>
  );
};
