import type { ComponentChildren } from 'preact';
import { BackLink } from '../components/index.js';
import { useReader } from '../page/reader.js';

/** The way back, before a page's heading: `<Layout before={<Back path="/account">…</Back>}>`. */
export const Back = ({ path, children }: { path: string; children: ComponentChildren }) => {
  const { t, href } = useReader();
  return (
    <nav aria-label={t('words.breadcrumbs')}>
      <BackLink href={href(path)}>{children}</BackLink>
    </nav>
  );
};
