import { Global, Module } from '@nestjs/common';
import { AccountLinks } from './account-links.service.js';
import { AccountMailJobs } from './account-mail.jobs.js';
import { AccountsService } from './accounts.service.js';
import { KeysService } from './keys.service.js';
import { MeController } from './me.controller.js';
import { PeopleAdminController } from './people-admin.controller.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';

@Global()
@Module({
  controllers: [MeController, PeopleAdminController],
  providers: [PeopleService, PeopleQueries, KeysService, AccountsService, AccountLinks, AccountMailJobs],
  exports: [PeopleService, PeopleQueries, KeysService, AccountsService, AccountLinks],
})
export class IdentityModule {}
