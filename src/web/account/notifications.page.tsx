import type { NotificationView } from '../../modules/notifications/index.js';
import { Button, Form, Tag } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { Downloads, queryOf } from '../layout/downloads.js';
import { useReader } from '../page/reader.js';

interface Inbox {
  items: readonly NotificationView[];
  next: string | null;
  onlyUnread: boolean;
}

export const NotificationsPage = ({ items, next, onlyUnread }: Inbox) => {
  const { t, href, person } = useReader();
  const filter = onlyUnread ? 'unread=true&' : '';
  return (
    <Layout title={t('layout.notifications')}>
      <h1 class="govuk-heading-l">{t('layout.notifications')}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={href(onlyUnread ? '/notifications' : '/notifications?unread=true')}>
          {t(onlyUnread ? 'inbox.all' : 'inbox.unread')}
        </a>
        {' · '}
        <a class="govuk-link" href={href('/account/notifications')}>
          {t('unsubscribe.choose')}
        </a>
      </p>
      {items.length === 0 ? <p class="govuk-body-l">{t(onlyUnread ? 'inbox.none-unread' : 'inbox.none')}</p> : <Messages items={items} />}
      {next !== null && (
        <p class="govuk-body">
          <a class="govuk-link" rel="next" href={href(`/notifications?${filter}after=${encodeURIComponent(next)}`)}>
            {t('inbox.older')}
          </a>
        </p>
      )}
      {person !== null && person.unread > 0 && (
        <Form action={href('/notifications/read-all')}>
          <Button variant="secondary" preventDoubleClick>
            {t('inbox.read-all')}
          </Button>
        </Form>
      )}
      {items.length > 0 && <Downloads list="notifications" query={queryOf({ unread: onlyUnread || null })} />}
    </Layout>
  );
};

const Messages = ({ items }: Pick<Inbox, 'items'>) => {
  const { t, href, format } = useReader();
  return (
    <ul class="gate-rows">
      {items.map(({ id, text, createdAt, readAt }) => (
        <li key={id}>
          <div>
            <p class="govuk-body">
              <a class="govuk-link" href={href(`/notifications/${id}`)} dir="auto">
                {readAt === null ? <strong>{text}</strong> : text}
              </a>
            </p>
            <p class="gate-quiet">{format.moment(createdAt)}</p>
          </div>
          {readAt === null && <Tag colour="blue">{t('inbox.new')}</Tag>}
        </li>
      ))}
    </ul>
  );
};
