import { Controller, Get, Header, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { UnsubscribeService } from '../../modules/notifications/index.js';
import { Public } from '../../platform/http/index.js';
import { Button, Form } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { Page, useReader, withStatus } from '../page/index.js';

const asked = z.object({ token: z.string().max(400).default('') });
type Asked = z.infer<typeof asked>;

/** Behind the address that every mail carries: reading it changes nothing, one click stops such mails, without a sign-in. */
@Controller('unsubscribe')
@Public()
export class UnsubscribePages {
  constructor(private readonly service: UnsubscribeService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Page()
  ask(@Query({ schema: asked }) { token }: Asked) {
    return this.service.isKnown(token) ? <UnsubscribePage token={token} what="ask" /> : unknown();
  }

  /** Mail programs send this one by themselves (RFC 8058), without a language. */
  @Post()
  @Header('cache-control', 'no-store')
  @Page()
  async stop(@Query({ schema: asked }) { token }: Asked) {
    return (await this.service.stop(token)) ? <UnsubscribePage token={token} what="done" /> : unknown();
  }
}

const unknown = () => withStatus(404, <UnsubscribePage token="" what="unknown" />);

const UnsubscribePage = ({ token, what }: { token: string; what: 'ask' | 'done' | 'unknown' }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t(`unsubscribe.${what}.title`)}>
      <div class="gate-narrow">
        <h1 class="govuk-heading-l">{t(`unsubscribe.${what}.title`)}</h1>
        <p class="govuk-body">{t(`unsubscribe.${what}.text`)}</p>
        {what === 'ask' ? (
          <Form action={href(`/unsubscribe?token=${encodeURIComponent(token)}`)}>
            <Button preventDoubleClick>{t('unsubscribe.submit')}</Button>
          </Form>
        ) : (
          <p class="govuk-body">
            <a class="govuk-link" href={href('/account/notifications')}>
              {t('unsubscribe.choose')}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
};
