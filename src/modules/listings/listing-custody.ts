import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { consentEnded } from '../centres/index.js';
import { ListingPauses } from './listing-pauses.js';

const ACTOR = system('consent.ended');
/** Entered by a desk, for an organization that has no user to look after it. */
const KEPT = `organization_id = $1 AND on_behalf AND NOT EXISTS (SELECT FROM membership m WHERE m.organization_id = $1)`;

/** Pauses what rests on a consent when it ends. */
@Injectable()
export class ListingCustody implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly pauses: ListingPauses,
  ) {}

  onModuleInit(): void {
    this.events.on(consentEnded, async ({ organizationId, lost }) => {
      if (lost.includes('list')) await this.pauses.pause(ACTOR, 'consent-lapsed', KEPT, [organizationId]);
    });
  }
}
