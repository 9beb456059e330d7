import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { ListingSilence } from '../listings/index.js';
import type { MatchSide } from './match.lifecycle.js';
import { matchMoved } from './matching.events.js';

/** What answers, and silence, mean for the listing of the side that gave them. */
@Injectable()
export class MatchSilence implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly silence: ListingSilence,
  ) {}

  onModuleInit(): void {
    this.events.on(matchMoved, async ({ matchId, name, side, personId }) => {
      if (side === null) return;
      if (name === 'lapse') await this.silence.missed(await this.listingOf(matchId, side));
      if (personId !== null && (name === 'express-interest' || name === 'decline')) await this.silence.answered(await this.listingOf(matchId, side));
    });
  }

  private async listingOf(matchId: string, side: MatchSide): Promise<string> {
    const [row] = await this.uow.query<{ id: string }>(`SELECT ${side === 'seeker' ? 'need_id' : 'offer_id'} AS id FROM match WHERE id = $1`, [matchId]);
    return row?.id ?? matchId;
  }
}
