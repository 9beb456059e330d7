import { Global, Module } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { KeysService } from './keys.service.js';
import { MeController } from './me.controller.js';
import { PeopleAdminController } from './people-admin.controller.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { WelcomeController } from './welcome.controller.js';

@Global()
@Module({
  controllers: [MeController, PeopleAdminController, WelcomeController],
  providers: [PeopleService, PeopleQueries, KeysService, AccountsService],
  exports: [PeopleService, PeopleQueries, AccountsService],
})
export class IdentityModule {}
