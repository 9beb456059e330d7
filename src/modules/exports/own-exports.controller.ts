import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { AnswerFile, Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { ImportRunsQueries } from '../imports/index.js';
import { NotificationsQueries } from '../notifications/index.js';
import { InvitationsQueries, MembersService } from '../organizations/index.js';
import { SearchesService, ShortlistService } from '../searches/index.js';
import {
  IMPORT_COLUMNS,
  INVITATION_COLUMNS,
  MEMBER_COLUMNS,
  NOTIFICATION_COLUMNS,
  SAVED_SEARCH_COLUMNS,
  SHORTLIST_COLUMNS,
} from './export-columns.js';
import { MEDIA_TYPES } from './export-encoding.js';
import { file } from './export-file.js';
import { notificationsExport, type NotificationsExport, wholeExport, type WholeExport } from './export.schemas.js';
import { everyRow, rowsOfOne } from './page-walk.js';

const MEDIA = Object.values(MEDIA_TYPES);

/** A person's own lists, and those of her organization, as files. */
@Controller('api/v1/exports')
export class OwnExportsController {
  constructor(
    private readonly imports: ImportRunsQueries,
    private readonly notifications: NotificationsQueries,
    private readonly invitations: InvitationsQueries,
    private readonly members: MembersService,
    private readonly searches: SearchesService,
    private readonly shortlist: ShortlistService,
  ) {}

  @Get('imports')
  @Can('import.list')
  @AnswerFile(MEDIA, 'Tables that you have brought in, the newest first.')
  async ofImports(@Query({ schema: wholeExport }) { format }: WholeExport, @CurrentActor() actor: PersonActor): Promise<StreamableFile> {
    return file('imports', await everyRow((place) => this.imports.list(actor, place)), format, IMPORT_COLUMNS);
  }

  @Get('notifications')
  @Can('notification.read')
  @AnswerFile(MEDIA, 'What you were told, the newest first, filtered as GET /api/v1/notifications.')
  async ofNotifications(
    @Query({ schema: notificationsExport }) { format, ...filter }: NotificationsExport,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    const rows = await everyRow((place) => this.notifications.page(actor, { ...filter, ...place }));
    return file('notifications', rows, format, NOTIFICATION_COLUMNS);
  }

  @Get('organizations/:id/invitations')
  @Can('organization.read-invitations')
  @AnswerFile(MEDIA, 'Invitations of an organization, the newest first, for its managers.')
  async ofInvitations(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: wholeExport }) { format }: WholeExport,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    return file('invitations', await everyRow((place) => this.invitations.list(actor, id, place)), format, INVITATION_COLUMNS);
  }

  @Get('organizations/:id/members')
  @Can('organization.read-members')
  @AnswerFile(MEDIA, 'Members of an organization with their roles, for those who may read them.')
  async ofMembers(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: wholeExport }) { format }: WholeExport,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    return file('members', rowsOfOne((await this.members.list(actor, id)).items), format, MEMBER_COLUMNS);
  }

  @Get('searches')
  @Can('search.list')
  @AnswerFile(MEDIA, 'Searches that you have saved.')
  async ofSearches(@Query({ schema: wholeExport }) { format }: WholeExport, @CurrentActor() actor: PersonActor): Promise<StreamableFile> {
    return file('searches', rowsOfOne(await this.searches.list(actor)), format, SAVED_SEARCH_COLUMNS);
  }

  @Get('shortlist')
  @Can('shortlist.read')
  @AnswerFile(MEDIA, 'What you keep an eye on, as far as it is open to everybody.')
  async ofShortlist(@Query({ schema: wholeExport }) { format }: WholeExport, @CurrentActor() actor: PersonActor): Promise<StreamableFile> {
    return file('shortlist', rowsOfOne(await this.shortlist.list(actor)), format, SHORTLIST_COLUMNS);
  }
}
