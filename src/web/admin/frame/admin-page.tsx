import type { ComponentChildren } from 'preact';
import { type Breadcrumb, Breadcrumbs, FormErrors, type FormState } from '../../components/index.js';
import { Layout } from '../../layout/layout.js';
import { useReader } from '../../page/reader.js';
import { ADMIN_GROUPS } from './admin-parts.js';

interface AdminPageProps {
  title: string;
  /** The part of the administration it belongs to: `/admin/people`. */
  part: string;
  /** What stands between that part and this page. */
  crumbs?: readonly Breadcrumb[];
  /** The form on it, for its refusals. */
  form?: FormState;
  /** One sentence below the heading. */
  lead?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of the administration: where one is, its heading, and beside it the other parts. On phones those stand on the first page alone. */
export const AdminPage = ({ title, part, crumbs = [], form, lead, children }: AdminPageProps) => {
  const { t, href, actor } = useReader();
  // Officers of centres read figures alone.
  const isStaff = actor.kind === 'person' && (actor.administrator || actor.auditor);
  const own = ADMIN_GROUPS.flatMap(({ parts }) => parts).find(({ path }) => path === part);
  const isFirst = part === '/admin';
  const way = [
    isStaff ? { text: t('place.admin'), href: href('/admin') } : { text: t('place.desk'), href: href('/desk') },
    ...(own && title !== t(own.key) ? [{ text: t(own.key), href: href(part) }] : []),
    ...crumbs,
  ];
  return (
    <Layout title={title} hasFaults={(form?.faults.length ?? 0) > 0} before={isFirst ? undefined : <Breadcrumbs items={way} />}>
      <div class={isStaff ? 'gate-admin' : undefined}>
        <div class="gate-admin__main">
          {form && <FormErrors form={form} title={t('layout.problem')} />}
          <h1 class="govuk-heading-l">{title}</h1>
          {lead && <p class="govuk-body-l gate-admin__lead">{lead}</p>}
          {children}
        </div>
        {isStaff && <AdminMenu part={part} isFirst={isFirst} />}
      </div>
    </Layout>
  );
};

const AdminMenu = ({ part, isFirst }: { part: string; isFirst: boolean }) => {
  const { t, href } = useReader();
  return (
    <nav class={isFirst ? 'gate-admin__menu gate-admin__menu--first' : 'gate-admin__menu'} aria-label={t('place.admin')}>
      {ADMIN_GROUPS.map(({ key, parts }) => (
        <div key={key}>
          <h2 class="govuk-heading-s">{t(key)}</h2>
          <ul>
            {parts.map((one) => (
              <li key={one.path}>
                <a class="govuk-link" href={href(one.path)} {...(one.path === part && { 'aria-current': 'page' })}>
                  {t(one.key)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};
