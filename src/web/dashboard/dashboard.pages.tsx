import { Controller, Get } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { Can, CurrentActor } from '../../platform/http/index.js';
import { Page } from '../page/index.js';
import { DashboardPage } from './dashboard.page.js';
import { DashboardReader } from './dashboard.view.js';

/** Where one stands after signing in: what waits for her. */
@Controller('dashboard')
export class DashboardPages {
  constructor(private readonly dashboard: DashboardReader) {}

  @Get()
  @Can('me.read')
  @Page()
  async show(@CurrentActor() actor: PersonActor) {
    return <DashboardPage {...await this.dashboard.of(actor)} />;
  }
}
