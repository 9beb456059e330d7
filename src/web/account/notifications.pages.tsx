import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { NotificationsQueries } from '../../modules/notifications/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { CurrentReader, Page, type Reader, redirect } from '../page/index.js';
import { NotificationsPage } from './notifications.page.js';

const PER_PAGE = 25;
const asked = z.object({ unread: z.literal('true').optional(), after: z.string().max(300).optional() });
type Asked = z.infer<typeof asked>;

/** What one was told. */
@Controller('notifications')
export class NotificationsPages {
  constructor(private readonly notifications: NotificationsQueries) {}

  @Get()
  @Can('notification.read')
  @Page()
  async list(
    @Query({ schema: asked }) { unread, after }: Asked,
    @CurrentActor() actor: PersonActor,
    @CurrentReader() { language }: Reader,
  ) {
    const onlyUnread = unread === 'true';
    // The words are those of the page, not of her mails.
    const page = await this.notifications.page({ ...actor, language }, { limit: PER_PAGE, after, ...(onlyUnread && { unread: true }) });
    return <NotificationsPage {...page} onlyUnread={onlyUnread} />;
  }

  @Post('read-all')
  @Can('notification.mark-read', { own: true })
  @Page()
  async readAll(@CurrentActor() actor: PersonActor) {
    await this.notifications.readAll(actor);
    return redirect('/notifications', 'all-read');
  }

  /** Opening one reads it, and leads on to what it is about. */
  @Get(':id')
  @Can('notification.mark-read')
  @Page()
  async open(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    const { link } = await this.notifications.read(actor, id);
    return redirect(link);
  }
}
