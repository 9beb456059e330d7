import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { NotificationsQueries } from './notifications.queries.js';
import {
  notificationPage,
  notificationsQuery,
  notificationView,
  preferencesPatch,
  preferencesView,
  type NotificationsQuery,
  type NotificationView,
  type PreferencesPatch,
  type PreferencesView,
} from './notifications.schemas.js';
import { PreferencesService } from './preferences.service.js';

@Controller('api/v1')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsQueries,
    private readonly preferences: PreferencesService,
  ) {}

  @Get('notifications')
  @Can('notification.read')
  @Answer(200, notificationPage, 'What the caller was told, newest first.')
  list(
    @Query({ schema: notificationsQuery }) query: NotificationsQuery,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page<NotificationView>> {
    return this.notifications.page(actor, query);
  }

  // Said twice it changes nothing, so it needs no Idempotency-Key.
  @Post('notifications/:id/read')
  @Can('notification.mark-read', { own: true })
  @Answer(200, notificationView, 'Marks one as read.')
  read(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor): Promise<NotificationView> {
    return this.notifications.read(actor, id);
  }

  @Get('me/notification-preferences')
  @Can('notification.preferences')
  @Answer(200, preferencesView)
  getPreferences(@CurrentActor() actor: PersonActor): Promise<PreferencesView> {
    return this.preferences.of(actor);
  }

  @Patch('me/notification-preferences')
  @Can('notification.preferences', { own: true })
  @Answer(200, preferencesView, 'Changes how kinds are mailed: {"matches-found": "immediate"}.')
  patchPreferences(
    @Body({ schema: preferencesPatch }) body: PreferencesPatch,
    @CurrentActor() actor: PersonActor,
  ): Promise<PreferencesView> {
    return this.preferences.change(actor, body);
  }
}
