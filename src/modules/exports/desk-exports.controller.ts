import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { AnswerFile, Can, CurrentActor, staff } from '../../platform/http/index.js';
import { CentresQueries, ConsentsQueries, servesADesk } from '../centres/index.js';
import { PeopleQueries } from '../identity/index.js';
import { ScreeningQueries } from '../screening/index.js';
import { CENTRE_COLUMNS, CONSENT_COLUMNS, HIT_COLUMNS, PEOPLE_COLUMNS } from './export-columns.js';
import { MEDIA_TYPES } from './export-encoding.js';
import { file } from './export-file.js';
import {
  centresExport,
  type CentresExport,
  hitsExport,
  type HitsExport,
  peopleExport,
  type PeopleExport,
  wholeExport,
  type WholeExport,
} from './export.schemas.js';
import { everyRow } from './page-walk.js';

const MEDIA = Object.values(MEDIA_TYPES);

/** The lists that the house and the desks work with, as files. */
@Controller('api/v1/exports')
export class DeskExportsController {
  constructor(
    private readonly people: PeopleQueries,
    private readonly hits: ScreeningQueries,
    private readonly centres: CentresQueries,
    private readonly consents: ConsentsQueries,
  ) {}

  @Get('people')
  @Can('person.list', { who: staff })
  @AnswerFile(MEDIA, 'Everybody with an account, filtered as GET /api/v1/admin/people.')
  async ofPeople(@Query({ schema: peopleExport }) { format, ...filter }: PeopleExport): Promise<StreamableFile> {
    return file('people', await everyRow((place) => this.people.page({ ...filter, ...place })), format, PEOPLE_COLUMNS);
  }

  @Get('screening-hits')
  @Can('screening.read', { who: staff })
  @AnswerFile(MEDIA, 'Names like those on a screening list, filtered as GET /api/v1/admin/screening-hits.')
  async ofHits(@Query({ schema: hitsExport }) { format, ...filter }: HitsExport): Promise<StreamableFile> {
    return file('screening-hits', await everyRow((place) => this.hits.hits({ ...filter, ...place })), format, HIT_COLUMNS);
  }

  @Get('centres')
  @Can('centre.read', { who: staff })
  @AnswerFile(MEDIA, 'Country centres with their letters, filtered as GET /api/v1/admin/centres.')
  async ofCentres(@Query({ schema: centresExport }) { format, ...filter }: CentresExport): Promise<StreamableFile> {
    return file('centres', await everyRow((place) => this.centres.list({ ...filter, ...place })), format, CENTRE_COLUMNS);
  }

  @Get('consents')
  @Can('consent.list', { who: servesADesk })
  @AnswerFile(MEDIA, 'Consents in force in the countries you serve, the next to end first.')
  async ofConsents(@Query({ schema: wholeExport }) { format }: WholeExport, @CurrentActor() actor: PersonActor): Promise<StreamableFile> {
    return file('consents', await everyRow((place) => this.consents.due(actor, place)), format, CONSENT_COLUMNS);
  }
}
