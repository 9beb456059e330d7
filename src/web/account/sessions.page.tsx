import type { SessionRow } from '../../platform/auth/index.js';
import { Button, Form, Tag } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { AccountFrame } from './account-frame.js';
import { deviceOf } from './device.js';

export const SessionsPage = ({ sessions }: { sessions: readonly (SessionRow & { current: boolean })[] }) => {
  const { t, href, format } = useReader();
  return (
    <AccountFrame title="account.sessions">
      <p class="govuk-body">{t('account.sessions-lead')}</p>
      <ul class="gate-rows">
        {sessions.map(({ id, userAgent, ipAddress, updatedAt, current }) => (
          <li key={id}>
            <div>
              <p class="govuk-body">
                <bdi>{deviceOf(userAgent) ?? t('account.unknown-device')}</bdi>{' '}
                {current && <Tag colour="green">{t('account.this-one')}</Tag>}
              </p>
              <p class="gate-quiet">
                {t('account.last-used', { moment: format.moment(updatedAt) })} {ipAddress && <bdi dir="ltr">{ipAddress}</bdi>}
              </p>
            </div>
            {!current && (
              <form method="post" action={href(`/account/sessions/${id}/end`)}>
                <button type="submit" class="gate-link-button">
                  {t('account.end')}
                  <span class="govuk-visually-hidden"> {deviceOf(userAgent)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form action={href('/account/sessions/end-others')}>
          <Button preventDoubleClick>{t('account.end-others')}</Button>
        </Form>
      )}
    </AccountFrame>
  );
};
